import { fingerprint } from '../element/fingerprint.ts'
import { targetOf } from '../element/interactive.ts'
import type { Target } from '../element/interactive.ts'
import { isFixed, placeInside } from '../element/place.ts'
import { parentOf } from '../element/tree.ts'
import { blockedBy, isIgnored } from '../privacy/rules.ts'
import { click } from '../wire/messages.ts'
import { pointerKind } from '../wire/pointer-kind.ts'
import { watchResponses } from './responses.ts'
import { together } from './scope.ts'
import type { Scope, Tracker } from './scope.ts'

const MOST_CLIMBED = 10
const ECHO = 50

/** Reports each click as a place inside an element, and what it led to. */
export const trackClicks: Tracker = (scope) => {
  const responses = watchResponses(scope)
  let lastId = 0
  let pressedAt = -1
  let last: { element: Element; at: number } | undefined

  return together(
    responses.stop,
    scope.page.listen<PointerEvent>(window, 'pointerdown', (event) => {
      pressedAt = scope.timeOf(event)
      if (event.isTrusted) responses.press(pressedAt)
    }),
    scope.page.listen<PointerEvent>(window, 'click', (event) => {
      const target = visibleTarget(event)
      const at = scope.timeOf(event)
      // A click on a label is followed by the browser's own click on the field: one press, one click.
      if (!target || (last && at - last.at < ECHO && isLabelOf(last.element, target.element))) return
      last = { element: target.element, at }
      const id = ++lastId
      const pressedBefore = event.detail && pressedAt >= 0 ? at - pressedAt : 0
      scope.emit(click, describe(event, target, id, pressedBefore, scope), at)
      if (event.isTrusted) responses.clicked(id, event, target, at)
    }),
  )
}

/** Hidden elements are not reported at all; of a blocked area only that it was clicked. */
function visibleTarget(event: Event): Target | undefined {
  const target = targetOf(event.composedPath())
  if (!target || isIgnored(target.element)) return
  const blocked = blockedBy(target.element)
  return blocked ? { element: blocked, interactive: false } : target
}

function describe(event: PointerEvent, target: Target, id: number, pressedBeforeMs: number, scope: Scope) {
  const { detail } = event
  const { element, interactive } = target
  return {
    id,
    element: fingerprint(element, interactive, scope.discretion),
    ...placeInside(element, detail ? event : undefined),
    fixed: isFixed(element),
    pointer: pointerKind(event),
    detail,
    modified: isModified(event),
    trusted: event.isTrusted,
    node: scope.nodeId(element),
    pressedBeforeMs,
  }
}

export function isModified(event: MouseEvent): boolean {
  return event.ctrlKey || event.shiftKey || event.altKey || event.metaKey
}

function isLabelOf(label: Element, field: Element): boolean {
  for (let at: Element | null = label, climbed = 0; at && climbed < MOST_CLIMBED; at = parentOf(at), climbed++) {
    if ((at as HTMLLabelElement).control === field) return label !== field
  }
  return false
}
