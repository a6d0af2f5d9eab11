import type { HeatElement } from '../api/types.ts'
import type { ElementBox } from '../frame/recordedPage.ts'
import type { HeatPoint } from './field.ts'

/** The wire's far edge of an element: places run 0..32767 across its box. */
const FAR_EDGE = 32_767

export interface Placed {
  readonly element: HeatElement
  /** CSS px of the picture; null when the element is not on it. */
  readonly box: ElementBox | null
}

/** Lays the elements' clicks on the boxes found for them. What has no box gives no point: it is counted beside the map, never guessed. */
export function pointsOf(placed: readonly Placed[]): HeatPoint[] {
  return placed.flatMap(({ element, box }) => (box === null ? [] : element.cells.map(([x, y, n]) => ({
    x: box.x + (x / FAR_EDGE) * box.width,
    y: box.y + (y / FAR_EDGE) * box.height,
    weight: n,
  }))))
}

/** How many clicks are on the picture and how many are not. Together they are the table's total. */
export function tally(placed: readonly Placed[]): { on: number; off: number } {
  let on = 0
  let off = 0
  for (const { element, box } of placed) {
    if (box === null) off += element.count
    else on += element.count
  }
  return { on, off }
}

/** The factor by which a picture is painted smaller: heat is soft, nothing is lost to the eye, and it is painted within a frame or two. */
export function paintScale(width: number, height: number, mostPixels = 600_000, longest = 8_192): number {
  return Math.min(0.5, Math.sqrt(mostPixels / Math.max(1, width * height)), longest / Math.max(1, width, height))
}
