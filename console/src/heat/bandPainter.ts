import type { Band } from '../api/heat.ts'
import { heatColour } from './colours.ts'

/** How much of the page shows through: bands cover all of it. */
const ALPHA = 0.62

/**
 * One pixel wide and `height` tall, top to bottom as RGBA: the browser stretches it over the page. The same bands always give the
 * same pixels. Between the middles of two bands the value runs evenly, so that no edge is drawn where there is none.
 */
export function paintBands(bands: readonly Band[], most: number, height: number): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(height * 4)
  for (let row = 0; row < height; row++) {
    const [red, green, blue] = heatColour(most > 0 ? valueAt(bands, (row + 0.5) / height) / most : 0)
    pixels.set([red, green, blue, ALPHA * 255], row * 4)
  }
  return pixels
}

/** At a share of the page's height. */
export function valueAt(bands: readonly Band[], share: number): number {
  if (bands.length === 0) return 0
  const place = Math.min(bands.length - 1, Math.max(0, share * bands.length - 0.5))
  const above = Math.floor(place)
  const below = Math.min(bands.length - 1, above + 1)
  return bands[above]!.value + (bands[below]!.value - bands[above]!.value) * (place - above)
}

export const mostOf = (bands: readonly Band[]): number => bands.reduce((most, { value }) => Math.max(most, value), 0)
