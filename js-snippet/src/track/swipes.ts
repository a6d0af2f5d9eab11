import { matches } from '../element/tree.ts'
import { swipe } from '../wire/messages.ts'
import { visibleTarget } from './clicks.ts'
import { together } from './scope.ts'
import type { Tracker } from './scope.ts'

const SHORTEST = 30
const MOST = 10

/** Reports swipes of one finger, and through ClickOutcome what followed. */
export const trackSwipes: Tracker = ({ page, emit, describe, timeOf, known }) => {
  let start: { x: number; y: number; at: number; scrolled: boolean } | undefined
  let said = 0
  return together(
    page.hear<TouchEvent>('touchstart', (event) => {
      const [touch, other] = event.touches
      start = touch && !other ? { x: touch.clientX, y: touch.clientY, at: timeOf(event), scrolled: false } : undefined
    }),
    page.hear('scroll', () => start && (start.scrolled = true)),
    page.hear<TouchEvent>('touchend', (event) => {
      const from = start
      start = undefined
      const [touch] = event.changedTouches
      const target = visibleTarget(event)
      if (!from || !touch || !target || !event.isTrusted || said >= MOST) return
      const [dx, dy] = [touch.clientX - from.x, touch.clientY - from.y]
      if (Math.hypot(dx, dy) < SHORTEST) return
      said++
      const { element, interactive } = target
      const at = timeOf(event)
      const drawn = matches(element, 'canvas,video,audio,iframe,embed,object')
      const judgement = drawn ? 'unobservable' : from.scrolled || matches(element, 'input') ? 'spare' : 'judge'
      const id = known.act({ event, element, at, from: from.at, judgement })
      emit(swipe, { id, element: describe(element, interactive), dx, dy, scrolled: from.scrolled }, at)
    }),
  )
}
