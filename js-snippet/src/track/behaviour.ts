import { behaviour } from '../wire/messages.ts'
import { together } from './scope.ts'
import type { Tracker } from './scope.ts'

const MOST_GAPS = 200
const EXACT = 10
const LONGEST_KEY_GAP = 2000
const LEG_ENDS = 200

/** How the visitor moves and types, as numbers that tell people from programs. Which keys, and where to, is not among them. */
export const trackBehaviour: Tracker = ({ page, emit, timeOf, closing }) => {
  const keyGaps: number[] = []
  let said = ''
  let pointerMoves = 0
  let clicksWithoutMove = 0
  let untrusted = 0
  let exactIntervals = 0
  let lastKey = -1
  let lastAt = -1
  let lastGap = -1
  let last: { x: number; y: number; at: number } | undefined
  let leg: { x: number; y: number; path: number } | undefined
  let path = 0
  let straight = 0

  function endLeg() {
    if (leg && last) {
      path += leg.path
      straight += Math.hypot(last.x - leg.x, last.y - leg.y)
    }
    leg = undefined
  }

  /** Programs act to the millisecond. */
  function pace(at: number) {
    const gap = Math.round(at - lastAt)
    if (lastAt >= 0 && gap === lastGap && gap < EXACT) exactIntervals++
    lastGap = gap
    lastAt = at
  }

  function quantile(share: number): number {
    return keyGaps.sort((one, other) => one - other)[Math.floor((keyGaps.length - 1) * share)] ?? 0
  }

  return together(
    page.hear<PointerEvent>('pointermove', (event) => {
      if (event.pointerType !== 'mouse' || !event.isTrusted) return
      const at = timeOf(event)
      const { screenX: x, screenY: y } = event
      pointerMoves++
      if (!last || !leg || at - last.at > LEG_ENDS) {
        endLeg()
        leg = { x, y, path: 0 }
      } else leg.path += Math.hypot(x - last.x, y - last.y)
      last = { x, y, at }
    }),
    page.hear<PointerEvent>('click', (event) => {
      if (!event.isTrusted) return void untrusted++
      if (event.pointerType !== 'mouse' || !event.detail) return
      pace(timeOf(event))
      if (!last || Math.hypot(event.screenX - last.x, event.screenY - last.y) > EXACT) clicksWithoutMove++
    }),
    page.hear<KeyboardEvent>('keydown', (event) => {
      if (!event.isTrusted) return void untrusted++
      const at = timeOf(event)
      pace(at)
      const gap = at - lastKey
      if (lastKey >= 0 && gap < LONGEST_KEY_GAP && !event.repeat && keyGaps.length < MOST_GAPS) keyGaps.push(gap)
      lastKey = at
    }),
    page.hear('input', ({ isTrusted }) => isTrusted || untrusted++),
    closing.on(() => {
      endLeg()
      const body = {
        pointerMoves,
        clicksWithoutMove,
        untrusted,
        exactIntervals,
        keyGapMs: quantile(0.5),
        keyGapSpreadMs: quantile(0.75) - quantile(0.25),
        straightnessPercent: path && (straight / path) * 100,
        headless: navigator.webdriver || /Headless/.test(navigator.userAgent) || !outerWidth,
      }
      const now = Object.values(body).join()
      if (now !== said) emit(behaviour, body)
      said = now
    }),
  )
}
