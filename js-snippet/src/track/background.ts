import { isElement } from '../element/tree.ts'
import type { Page, Stop } from '../page/page.ts'
import { isIgnored } from '../privacy/rules.ts'

const LOOKED_BACK = 3000
const OFTEN = 2

/** Tells changes a visitor caused from those that happen all the time: tickers, carousels, chat windows (SIGNALS 4). */
export interface Background {
  /** Also looks into the open shadow roots and frames an event went through. */
  look(path: EventTarget[]): void
  stop: Stop
}

/**
 * `onChange(records, isCalm)` is called with each change of the page. `isCalm(since)`: whether any place that changed had been
 * still, that is, had changed less than twice in the 3 s before `since`.
 */
export function createBackground(
  page: Page,
  now: () => number,
  onChange: (records: MutationRecord[], isCalm: (since: number) => boolean) => void,
): Background {
  // The last times each place changed: more than two are not needed to know whether it was twice in 3 s.
  const changes = new WeakMap<Node, number[]>()

  const observer = new MutationObserver(
    page.guard((records) => {
      const at = now()
      const places = new Map<Node, number[]>()
      for (const { target } of records) {
        const place = isElement(target) ? target : (target.parentNode ?? target)
        // A page that has been opened anew has lost all its listeners.
        if (target === document) page.rehook()
        if (!places.has(place)) places.set(place, changes.get(place) ?? [])
      }
      for (const [place, times] of places) changes.set(place, [...times, at].slice(-OFTEN - 1))
      onChange(records, (since) =>
        [...places].some(
          ([place, times]) =>
            times.filter((time) => time < since && time >= since - LOOKED_BACK).length < OFTEN &&
            !(isElement(place) && isIgnored(place)),
        ),
      )
    }),
  )
  const observe = (root: Node) =>
    observer.observe(root, { childList: true, characterData: true, attributes: true, subtree: true })

  observe(document)
  return {
    look(path) {
      for (const node of path) if (/^(9|11)$/.test(String((node as Partial<Node>).nodeType))) observe(node as Node)
    },
    stop: () => observer.disconnect(),
  }
}
