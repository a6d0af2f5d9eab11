import { attribute, matches } from '../element/tree.ts'
import type { Stop } from '../page/page.ts'
import { isOurs } from '../privacy/url.ts'
import { clickOutcome, Outcome } from '../wire/messages.ts'
import { navigation } from './address.ts'
import { createBackground } from './background.ts'
import { leadsAway } from './dead-clicks.ts'
import { together } from './scope.ts'
import type { Requested, Tracker } from './scope.ts'

const WATCHED = 7000
const WATCHED_PENDING = 10_000
const LEFT_TOO_EARLY = 2500
const CAUSED = 300
const WINDOW_CAUSED = 1000
const SAME_TARGET = 1000

interface Navigate {
  destination: { sameDocument: boolean }
  downloadRequest?: string | null
}

/** One act and what it led to. Times in ms since the page started. */
interface Watch {
  readonly from: number
  actedAt: number
  id: number
  element?: Element
  leaves: boolean
  pending: boolean
  response?: { kind: number; at: number }
  readonly requests: Set<Requested>
  settledAt: number
  timer?: Stop
}

/** Watches what the visitor's acts lead to and reports it once it is known, after 10 s at the latest. */
export const trackResponses: Tracker = (scope) => {
  const { page, emit, now, closing, known } = scope
  const open = new Set<Watch>()
  const judged = new WeakMap<Element, number>()
  let pressed: Watch | undefined
  let lastId = 0
  let last: Watch | undefined
  let acted = 0
  let typed = 0
  let wheeled = 0

  const newWatch = (from: number): Watch => ({
    from,
    actedAt: 0,
    id: 0,
    leaves: false,
    pending: false,
    requests: new Set(),
    settledAt: 0,
  })

  function finish(watch: Watch, kind = watch.response?.kind ?? Outcome.NO_RESPONSE, at = watch.response?.at ?? now()) {
    watch.timer?.()
    open.delete(watch)
    const { from, pending, settledAt } = watch
    emit(clickOutcome, {
      click: watch.id,
      response: kind,
      afterMs: Math.max(at - from, 0),
      pending,
      settledMs: settledAt && settledAt - from,
    })
  }

  /** What is still awaited after a response is the end of the requests behind it. */
  function finishIfSettled(watch: Watch) {
    if (watch.id && watch.response && !watch.requests.size) finish(watch)
  }

  function all(): Watch[] {
    return pressed ? [...open, pressed] : [...open]
  }

  function responded(kind: number, counts: (watch: Watch) => boolean = () => true) {
    const at = now()
    for (const watch of all()) {
      if (watch.response || at < watch.from || !counts(watch)) continue
      watch.response = { kind, at }
      finishIfSettled(watch)
    }
  }

  const justActed = (watch: Watch, within: number) => now() - (watch.actedAt || watch.from) <= within

  const elsewhere = (event: Event) => (watch: Watch) => {
    const target = event.composedPath()[0] as Node
    return (
      acted <= watch.from && !!watch.element && !watch.element.contains(target) && !target.contains?.(watch.element)
    )
  }

  function expire(watch: Watch) {
    const left = watch.from + WATCHED_PENDING - now()
    if (watch.pending && left > 1) watch.timer = page.after(left, () => expire(watch))
    else finish(watch, undefined, watch.response?.at ?? watch.from + (watch.pending ? WATCHED_PENDING : WATCHED))
  }

  const windowLeft = () => responded(Outcome.WINDOW_LEFT, (watch) => now() - watch.from <= WINDOW_CAUSED)

  known.act = ({ event, element, at, from = at, judgement }) => {
    const id = ++lastId
    const watch = pressed && ((event as MouseEvent).detail || event.type === 'touchend') ? pressed : newWatch(from)
    pressed = undefined
    last = Object.assign(watch, { id, actedAt: at, element })
    const before = judged.get(element)
    if (judgement === 'spare' || (before !== undefined && at - before < SAME_TARGET)) return id
    judged.set(element, at)
    if (judgement === 'unobservable') finish(watch, Outcome.UNOBSERVABLE, watch.from)
    else {
      open.add(watch)
      background.look(event.composedPath())
      watch.timer = page.after(watch.from + WATCHED - now(), () => expire(watch))
      // Whether it is prevented is known once the page has heard of it.
      if (leadsAway(element)) page.after(0, () => event.defaultPrevented || leaving(watch))
      // The click itself stands before what it led to.
      page.after(0, () => open.has(watch) && finishIfSettled(watch))
    }
    return id
  }
  known.clickBefore = (at) => (last && at >= last.from && at - last.actedAt <= CAUSED ? last.id : 0)

  function leaving(watch: Watch) {
    watch.leaves = watch.pending = true
  }

  function request(request: Requested) {
    for (const watch of all()) {
      if (!request.to) {
        if (!justActed(watch, CAUSED) || !isOurs(request.address)) continue
        watch.requests.add(request)
        if (!watch.response) watch.pending = true
      } else if (watch.requests.delete(request)) {
        watch.settledAt = request.to
        finishIfSettled(watch)
      }
    }
  }

  const background = createBackground(page, now, (records, isCalm) => {
    if (open.size || pressed) responded(Outcome.MUTATED, ({ from }) => isCalm(from))
    scope.changes.fire(records)
  })

  return together(
    background.stop,
    scope.address.on(() => responded(Outcome.NAVIGATED)),
    scope.requests.on(request),
    navigation
      ? page.listen<Event & Navigate>(navigation, 'navigate', ({ destination, downloadRequest }) => {
          // A document that was asked for is not there yet: that is waiting.
          if (destination.sameDocument || downloadRequest != null) responded(Outcome.NAVIGATED)
          else open.forEach(leaving)
        })
      : () => {},
    page.hear('pointerdown', (event) => {
      acted = scope.timeOf(event)
      if (event.isTrusted) pressed = newWatch(acted)
    }),
    page.hear('keydown', (event) => (acted = typed = scope.timeOf(event))),
    page.hear('wheel touchmove', () => (wheeled = now())),
    page.hear('scroll', () => responded(Outcome.SCROLLED, (watch) => wheeled < watch.from && justActed(watch, CAUSED))),
    page.hear('focusin', (event) => responded(Outcome.FOCUS_MOVED, elsewhere(event))),
    page.hear('input change', () => responded(Outcome.INPUT_CHANGED, (watch) => typed < watch.from)),
    page.hear('selectionchange', () => {
      if (!getSelection()?.isCollapsed) responded(Outcome.SELECTION_CHANGED)
    }),
    page.hear('toggle fullscreenchange cancel', () => responded(Outcome.DIALOG)),
    page.hear('play pause seeking volumechange', () => responded(Outcome.MEDIA)),
    // A frame has loaded.
    page.hear(
      'load',
      ({ target }) => (target as Partial<Element>).localName === 'iframe' && responded(Outcome.MUTATED),
    ),
    page.hear('submit', (event) =>
      page.after(0, () => {
        if (event.defaultPrevented || attribute(event.target as Element, 'target')) return
        for (const watch of open)
          if (matches(watch.element!, 'button,input') || watch.element === event.target) leaving(watch)
      }),
    ),
    // The focus may also have gone into a frame.
    page.listen(
      window,
      'blur',
      ({ target }) => target === window && page.after(0, () => document.hasFocus() || windowLeft()),
    ),
    closing.on((what) => {
      if (what === 'hidden') windowLeft()
      for (const watch of [...open]) {
        if (watch.response) finish(watch)
        else if (what === 'left') {
          const early = now() - watch.from < LEFT_TOO_EARLY
          finish(watch, watch.leaves ? Outcome.NAVIGATED : early ? Outcome.UNKNOWN_LEFT : Outcome.NO_RESPONSE)
        }
      }
    }),
    () => open.forEach(({ timer }) => timer?.()),
  )
}
