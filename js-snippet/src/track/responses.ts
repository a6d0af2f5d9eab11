import type { Target } from '../element/interactive.ts'
import { nearest } from '../element/tree.ts'
import { stopAll } from '../page/page.ts'
import type { Stop } from '../page/page.ts'
import { clickOutcome, Outcome } from '../wire/messages.ts'
import { createBackground } from './background.ts'
import { judgementOf } from './dead-clicks.ts'
import type { Scope } from './scope.ts'

const WATCHED = 7000
const LEFT_TOO_EARLY = 2500
const SCROLL_CAUSED = 300
const WINDOW_CAUSED = 1000
const SAME_TARGET = 1000

/** One press and what it led to. Times in ms since the page started. */
interface Watch {
  readonly from: number
  clickedAt: number
  click: number
  element?: Element
  leaves: boolean
  response?: { kind: number; at: number }
  timer?: Stop
}

export interface Responses {
  /** Watching begins at the press: menus open before there is a click (SIGNALS EV-2). */
  press(at: number): void
  clicked(id: number, event: MouseEvent, target: Target, at: number): void
  stop: Stop
}

/** Watches what clicks lead to and reports it once it is known, after 7 s at the latest. */
export function watchResponses(scope: Scope): Responses {
  const { page, emit, now, closing } = scope
  const open = new Set<Watch>()
  const judged = new WeakMap<Element, number>()
  let pressed: Watch | undefined
  let acted = 0
  let typed = 0
  let wheeled = 0

  function finish(watch: Watch, kind: number, at: number) {
    watch.timer?.()
    open.delete(watch)
    emit(clickOutcome, { click: watch.click, response: kind, afterMs: Math.max(at - watch.from, 0) })
  }

  function responded(kind: number, counts: (watch: Watch) => boolean = () => true, at = now()) {
    for (const watch of new Set(pressed ? [...open, pressed] : open)) {
      if (watch.response || at < watch.from || !counts(watch)) continue
      watch.response = { kind, at }
      if (watch.click) finish(watch, kind, at)
    }
  }

  const elsewhere = (event: Event) => (watch: Watch) => {
    const target = event.composedPath()[0] as Node
    return (
      acted <= watch.from && !!watch.element && !watch.element.contains(target) && !target.contains?.(watch.element)
    )
  }

  const background = createBackground(page, now, (at, isCalm) =>
    responded(Outcome.MUTATED, ({ from }) => isCalm(from), at),
  )
  const navigation = (window as { navigation?: EventTarget }).navigation
  const stops = [
    background.stop,
    scope.address.on(() => responded(Outcome.NAVIGATED)),
    page.listen(window, 'keydown', () => (acted = typed = now())),
    page.listen(window, 'wheel touchmove', () => (wheeled = now())),
    page.listen(document, 'scroll', () =>
      responded(
        Outcome.SCROLLED,
        (watch) => wheeled < watch.from && now() - (watch.clickedAt || watch.from) <= SCROLL_CAUSED,
      ),
    ),
    page.listen(window, 'focusin', (event) => responded(Outcome.FOCUS_MOVED, elsewhere(event))),
    page.listen(window, 'input change', () => responded(Outcome.INPUT_CHANGED, (watch) => typed < watch.from)),
    page.listen(document, 'selectionchange', () => {
      if (!getSelection()?.isCollapsed) responded(Outcome.SELECTION_CHANGED)
    }),
    page.listen(document, 'toggle fullscreenchange', () => responded(Outcome.DIALOG)),
    page.listen(document, 'play pause seeking volumechange', () => responded(Outcome.MEDIA)),
    page.listen(window, 'blur', ({ target }) => target === window && windowLeft()),
    closing.on((what) => (what === 'hidden' ? windowLeft() : what === 'left' && pageLeft())),
  ]
  if (navigation) stops.push(page.listen(navigation, 'navigate', () => responded(Outcome.NAVIGATED)))

  function windowLeft() {
    responded(Outcome.WINDOW_LEFT, (watch) => now() - watch.from <= WINDOW_CAUSED)
  }

  function pageLeft() {
    for (const watch of [...open]) {
      const early = now() - watch.from < LEFT_TOO_EARLY
      finish(watch, watch.leaves ? Outcome.NAVIGATED : early ? Outcome.UNKNOWN_LEFT : Outcome.NO_RESPONSE, now())
    }
  }

  return {
    press(at) {
      acted = at
      pressed = { from: at, clickedAt: 0, click: 0, leaves: false }
    },
    clicked(id, event, target, at) {
      const watch = event.detail && pressed ? pressed : { from: at, clickedAt: 0, click: 0, leaves: false }
      pressed = undefined
      const judgement = judgementOf(event, target)
      const before = judged.get(target.element)
      if (judgement === 'spare' || (before !== undefined && at - before < SAME_TARGET)) return
      judged.set(target.element, at)
      Object.assign(watch, { click: id, clickedAt: at, element: target.element, leaves: mayLeave(target.element) })
      if (judgement === 'unobservable') return finish(watch, Outcome.UNOBSERVABLE, watch.from)
      if (watch.response) return finish(watch, watch.response.kind, watch.response.at)
      open.add(watch)
      background.look(event.composedPath())
      watch.timer = page.after(watch.from + WATCHED - now(), () =>
        finish(watch, Outcome.NO_RESPONSE, watch.from + WATCHED),
      )
    },
    stop() {
      stopAll(stops)
      for (const { timer } of open) timer?.()
    },
  }
}

function mayLeave(element: Element): boolean {
  return (
    !!nearest(element, 'a[href]') ||
    (element.matches('button,input[type=submit],input[type=image]') && !!element.closest('form'))
  )
}
