import { heatColour, heatOf, STEPS } from './colours.ts'
import type { HeatField } from './field.ts'

/** What lies over the page where nobody clicked: a dark veil, so that heat glows on white pages too, and no
    darker than lets the page be read. */
const VEIL_ALPHA = 0.28
const HOTTEST_ALPHA = 0.92

/** The pixels of a field, row by row as RGBA. The same field always gives the same pixels. */
export function paint(field: HeatField): Uint8ClampedArray<ArrayBuffer> {
  const palette = createPalette()
  const pixels = new Uint32Array(field.values.length)
  for (let at = 0; at < pixels.length; at++) {
    pixels[at] = palette[Math.round(heatOf(field.values[at]!, field.max) * (STEPS - 1))]!
  }
  return new Uint8ClampedArray(pixels.buffer)
}

/** One 32-bit pixel per heat step, in this machine's byte order. */
function createPalette(): Uint32Array {
  const bytes = new Uint8ClampedArray(STEPS * 4)
  for (let step = 0; step < STEPS; step++) {
    const heat = step / (STEPS - 1)
    const alpha = VEIL_ALPHA + (HOTTEST_ALPHA - VEIL_ALPHA) * Math.min(1, heat * 1.6)
    bytes.set([...heatColour(heat), alpha * 255], step * 4)
  }
  return new Uint32Array(bytes.buffer)
}
