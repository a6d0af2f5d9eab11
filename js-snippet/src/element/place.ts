import type { Box } from '../wire/messages.ts'
import { parentOf } from './tree.ts'

const FULL = 32767

/** A point inside an element: both axes run 0..32767 across its box. */
export interface Place {
  x: number
  y: number
  box: Box
}

/** `point` in viewport CSS px; without one, the middle of the element. A point outside is moved to the nearest edge. */
export function placeInside(element: Element, point?: { clientX: number; clientY: number }): Place {
  const { left, top, width, height } = element.getBoundingClientRect()
  const box = { x: left, y: top, width, height }
  // A frame's coordinates begin at the frame.
  for (let view = element.ownerDocument.defaultView; view;) {
    const frame: Element | null = view.frameElement
    const around = frame?.getBoundingClientRect()
    box.x += around ? around.left : view.scrollX
    box.y += around ? around.top : view.scrollY
    view = frame && frame.ownerDocument.defaultView
  }
  return {
    x: share(point && point.clientX - left, width),
    y: share(point && point.clientY - top, height),
    box,
  }
}

/** Whether the element, or one around it, stays where it is while the page scrolls. */
export function isFixed(element: Element): boolean {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    if (/fixed|sticky/.test(getComputedStyle(at).position)) return true
  }
  return false
}

function share(distance: number | undefined, length: number): number {
  if (distance === undefined || !length) return FULL >> 1
  return Math.round((Math.min(Math.max(distance, 0), length) / length) * FULL)
}
