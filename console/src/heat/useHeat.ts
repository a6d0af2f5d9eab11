import { useMemo } from 'preact/hooks'
import { heatField, type HeatField, type HeatPoint } from './field.ts'
import { paintScale, type Placed, pointsOf } from './project.ts'

/** How far one click warms its surroundings, in CSS px of the page; about the width of a fingertip. */
export const RADIUS_PX = 32

interface Size {
  readonly width: number
  readonly height: number
}

/** The field over a picture of the given size, in painter's pixels; null until the elements are placed. */
export function useHeat(size: Size | null, placed: readonly Placed[] | null): { field: HeatField } | null {
  return useMemo(() => (size && placed ? { field: fieldOn(size, pointsOf(placed)) } : null), [size, placed])
}

/** Points in CSS px of a page. */
export function fieldOn(size: Size, points: readonly HeatPoint[]): HeatField {
  const scale = paintScale(size.width, size.height)
  const scaled = points.map(({ x, y, weight }) => ({ x: x * scale, y: y * scale, weight }))
  return heatField(scaled, Math.ceil(size.width * scale), Math.ceil(size.height * scale), RADIUS_PX * scale)
}
