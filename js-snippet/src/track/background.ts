import { isElement } from '../element/tree.ts'
import type { Page, Stop } from '../page/page.ts'
import { isIgnored } from '../privacy/rules.ts'

const LOOKED_BACK = 3000
const OFTEN = 2

/** Tells changes a visitor caused from those that happen all the time: tickers, carousels, chat windows (SIGNALS 4). */
export interface Background {
  /** Also looks into the open shadow roots an event went through. */
  look(path: EventTarget[]): void
  stop: Stop
}

/**
 * `onChange(at, isCalm)` is called with each change of the page. `isCalm(since)`: whether any place that changed had been
 * still, that is, had changed less than twice in the 3 s before `since`.
 */
export function createBackground(
  page: Page,
  now: () => number,
  onChange: (at: number, isCalm: (since: number) => boolean) => void,
): Background {
  // The last two times each place changed: more are not needed to know whether it was twice in 3 s.
  const changes = new WeakMap<Node, number[]>()

  const observer = new MutationObserver(
    page.guard((records) => {
      const at = now()
      const places = new Set(records.map(({ target }) => (isElement(target) ? target : (target.parentNode ?? target))))
      const before = [...places]
        .filter((place) => !isElement(place) || !isIgnored(place))
        .map((place) => changes.get(place) ?? [])
      for (const place of places) changes.set(place, [...(changes.get(place) ?? []), at].slice(-OFTEN - 1))
      onChange(at, (since) =>
        before.some((times) => times.filter((time) => time < since && time >= since - LOOKED_BACK).length < OFTEN),
      )
    }),
  )
  const observe = (root: Node) =>
    observer.observe(root, { childList: true, characterData: true, attributes: true, subtree: true })

  observe(document)
  return {
    look(path) {
      for (const node of path)
        if ((node as Partial<ShadowRoot>).host && (node as Node).nodeType === 11) observe(node as Node)
    },
    stop: () => observer.disconnect(),
  }
}
