import type { Target } from '../element/interactive.ts'
import { placeInside } from '../element/place.ts'
import { isElement } from '../element/tree.ts'
import type { Stop } from '../page/page.ts'
import { blockedBy, isIgnored } from '../privacy/rules.ts'
import { hover, pointerRest } from '../wire/messages.ts'
import type { Shape } from '../wire/writer.ts'
import { visibleTarget } from './clicks.ts'
import { together } from './scope.ts'
import type { Tracker } from './scope.ts'

const SHORTEST_HOVER = 150
const RESTS_AFTER = 300
const LONGEST_REST = 10_000
const STILL = 4
const MOST = 300

/** Reports what the pointer stays over and where it rests, and knows how long it was over what is clicked. Mouse only. */
export const trackPointer: Tracker = ({ page, emit, describe, now, timeOf, closing, known }) => {
  let over: (Target & { at: number; parked: boolean }) | undefined
  let last: { x: number; y: number; at: number; element: unknown } | undefined
  let resting: { at: number; body: Shape<(typeof pointerRest)[1]> } | undefined
  let timer: Stop | undefined
  let said = 0

  function leave(at: number) {
    const before = over
    over = undefined
    if (!before || before.parked || !before.interactive || at - before.at < SHORTEST_HOVER) return
    if (before.element.isConnected && said++ < MOST)
      emit(hover, { element: describe(before.element, true), ms: at - before.at }, at)
  }

  function watchRest() {
    timer = undefined
    if (!last || resting) return
    const still = now() - last.at
    if (still < RESTS_AFTER) return void (timer = page.after(RESTS_AFTER - still, watchRest))
    const { at, x, y, element } = last
    const shown = isElement(element) && (blockedBy(element) ?? element)
    if (shown && shown.isConnected && !isIgnored(shown))
      resting = { at, body: { element: describe(shown), ...placeInside(shown, { clientX: x, clientY: y }) } }
  }

  function endRest() {
    if (resting && said++ < MOST)
      emit(pointerRest, { ...resting.body, ms: Math.min(now() - resting.at, LONGEST_REST) }, resting.at)
    resting = last = undefined
  }

  known.hoveredMs = (element, at) => (over && !over.parked && over.element === element ? at - over.at : 0)
  return together(
    page.hear<PointerEvent>('pointerover', (event) => {
      if (event.pointerType !== 'mouse') return
      const target = visibleTarget(event)
      const at = timeOf(event)
      if (target?.element === over?.element) return
      leave(at)
      // What has come under a pointer that stands still was not pointed at.
      const parked = !last || (last.x === event.clientX && last.y === event.clientY)
      if (target) over = { ...target, at, parked }
    }),
    page.hear<PointerEvent>('pointermove', (event) => {
      const { clientX: x, clientY: y } = event
      if (event.pointerType !== 'mouse' || (last && Math.hypot(x - last.x, y - last.y) < STILL)) return
      endRest()
      last = { x, y, at: timeOf(event), element: event.composedPath()[0] }
      timer ??= page.after(RESTS_AFTER, watchRest)
    }),
    page.hear('scroll', endRest),
    page.listen(document, 'pointerleave', (event) => event.target === document && leave(timeOf(event))),
    closing.on((what) => {
      endRest()
      leave(now())
      if (what === 'view') said = 0
    }),
    () => timer?.(),
  )
}
