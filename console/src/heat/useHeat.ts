import { useMemo } from 'preact/hooks'
import { heatField } from './field.ts'
import { paintScale, type Placed, pointsOf } from './project.ts'

/** How far one click warms its surroundings, in CSS px of the page; about the width of a fingertip. */
export const RADIUS_PX = 32

/** The field over a picture of the given size, in painter's pixels; null until the elements are placed. */
export function useHeat(size: { width: number; height: number } | null, placed: readonly Placed[] | null) {
  return useMemo(() => {
    if (!size || !placed) return null
    const scale = paintScale(size.width, size.height)
    const points = pointsOf(placed).map(({ x, y, weight }) => ({ x: x * scale, y: y * scale, weight }))
    return { field: heatField(points, Math.ceil(size.width * scale), Math.ceil(size.height * scale), RADIUS_PX * scale) }
  }, [size, placed])
}
