import { placeInside } from '../element/place.ts'
import { isElement, nearest } from '../element/tree.ts'
import { blockedBy, isIgnored } from '../privacy/rules.ts'
import { disabledPress } from '../wire/messages.ts'
import { pointerKind } from '../wire/pointer-kind.ts'
import type { Tracker } from './scope.ts'

const DISABLED = ':disabled,[aria-disabled=true]'

/** Reports presses on disabled controls, which swallow the click. */
export const trackDisabled: Tracker = ({ page, emit, describe, timeOf }) =>
  page.hear<PointerEvent>('pointerdown', (event) => {
    if (!event.isTrusted) return
    // Browsers differ in what they aim at: the control, or what lies behind it.
    const target = event.composedPath()[0]
    const found = [target, ...document.elementsFromPoint(event.clientX, event.clientY).slice(0, 3)]
      .filter(isElement)
      .map((element) => nearest(element, DISABLED))
      .find((element) => element)
    if (!found || isIgnored(found)) return
    const element = blockedBy(found) ?? found
    emit(
      disabledPress,
      { element: describe(element, true), ...placeInside(element, event), pointer: pointerKind(event) },
      timeOf(event),
    )
  })
