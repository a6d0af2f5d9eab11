import { targetOf } from '../element/interactive.ts'
import type { Target } from '../element/interactive.ts'
import { isFixed, placeInside } from '../element/place.ts'
import { parentOf } from '../element/tree.ts'
import { blockedBy, isIgnored } from '../privacy/rules.ts'
import { click } from '../wire/messages.ts'
import { pointerKind } from '../wire/pointer-kind.ts'
import { isModified, isRepeated, judgementOf, opensElsewhere } from './dead-clicks.ts'
import { together } from './scope.ts'
import type { Tracker } from './scope.ts'

const MOST_CLIMBED = 10
const ECHO = 50

/** Reports each click as a place inside an element. */
export const trackClicks: Tracker = ({ page, emit, describe, timeOf, known, nodeId }) => {
  let pressedAt = -1
  let last: { element: Element; at: number } | undefined

  return together(
    page.hear<PointerEvent>('pointerdown', (event) => {
      pressedAt = timeOf(event)
    }),
    page.hear<PointerEvent>('click', (event) => {
      const target = visibleTarget(event)
      const at = timeOf(event)
      // A click on a label is followed by the browser's own click on the field: one press, one click.
      if (!target || (last && at - last.at < ECHO && isLabelOf(last.element, target.element))) return
      const { element, interactive } = target
      const { detail, isTrusted } = event
      last = { element, at }
      const from = detail && pressedAt >= 0 ? pressedAt : at
      const judgement = isTrusted ? judgementOf(event, element) : 'spare'
      emit(
        click,
        {
          id: known.act({ event, element, at, from, judgement }),
          element: describe(element, interactive),
          ...placeInside(element, detail ? event : undefined),
          fixed: isFixed(element),
          pointer: pointerKind(event),
          detail,
          modified: isModified(event),
          trusted: isTrusted,
          node: nodeId(element),
          pressedBeforeMs: at - from,
          hoveredMs: known.hoveredMs(element, at),
          shiftedMs: known.shiftedMs(element, at),
          opensElsewhere: opensElsewhere(event, element),
          noSignal: isRepeated(element),
        },
        at,
      )
    }),
  )
}

/** What an event was meant for. Elements to be ignored are not reported at all; of a blocked area only that it was there. */
export function visibleTarget(event: Event): Target | undefined {
  const target = targetOf(event.composedPath())
  if (!target || isIgnored(target.element)) return
  const blocked = blockedBy(target.element)
  return blocked ? { element: blocked, interactive: false } : target
}

function isLabelOf(label: Element, field: Element): boolean {
  for (let at: Element | null = label, climbed = 0; at && climbed < MOST_CLIMBED; at = parentOf(at), climbed++) {
    if ((at as HTMLLabelElement).control === field) return label !== field
  }
  return false
}
