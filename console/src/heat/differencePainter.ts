import type { HeatField } from './field.ts'

/** Blue for more in the second, orange for more in the first, clear where they are alike: told apart by every kind of colour blindness. */
export const MORE = [230, 97, 1] as const
export const FEWER = [33, 102, 172] as const
const MOST_ALPHA = 0.88
const VEIL: readonly [number, number, number, number] = [250, 250, 252, 110]

/** The pixels of the difference of two fields of one size, as RGBA. `most` is the difference drawn strongest. Pure. */
export function paintDifference(first: HeatField, second: HeatField, most: number): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(first.values.length * 4)
  for (let at = 0; at < first.values.length; at++) {
    const difference = first.values[at]! - second.values[at]!
    const strength = most > 0 ? Math.sqrt(Math.min(1, Math.abs(difference) / most)) : 0
    if (strength < 0.02) pixels.set(VEIL, at * 4)
    else {
      const [red, green, blue] = difference > 0 ? MORE : FEWER
      pixels.set([red, green, blue, Math.max(VEIL[3], strength * MOST_ALPHA * 255)], at * 4)
    }
  }
  return pixels
}

/** The largest difference anywhere. */
export function mostDifferent(first: HeatField, second: HeatField): number {
  let most = 0
  for (let at = 0; at < first.values.length; at++) most = Math.max(most, Math.abs(first.values[at]! - second.values[at]!))
  return most
}
