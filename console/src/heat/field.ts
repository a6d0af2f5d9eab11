/** A place on the picture and how many clicks it stands for. */
export interface HeatPoint {
  readonly x: number
  readonly y: number
  readonly weight: number
}

/** How many clicks lie around each pixel. A single click is worth 1 where it fell and fades to 0 at the radius. */
export interface HeatField {
  readonly width: number
  readonly height: number
  readonly values: Float32Array
  readonly max: number
}

/** Sums up the points in a field of `width` x `height` pixels, each spread over `radius` pixels. */
export function heatField(points: readonly HeatPoint[], width: number, height: number, radius: number): HeatField {
  const values = new Float32Array(width * height)
  for (const point of points) spread(point, values, width, height, radius)
  let max = 0
  for (const value of values) if (value > max) max = value
  return { width, height, values, max }
}

function spread({ x, y, weight }: HeatPoint, values: Float32Array, width: number, height: number, radius: number): void {
  const left = Math.max(0, Math.ceil(x - radius))
  const right = Math.min(width - 1, Math.floor(x + radius))
  const top = Math.max(0, Math.ceil(y - radius))
  const bottom = Math.min(height - 1, Math.floor(y + radius))
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const distance = ((column - x) ** 2 + (row - y) ** 2) / radius ** 2
      if (distance < 1) values[row * width + column]! += weight * fade(distance)
    }
  }
}

/** A bell that is 1 in the middle and exactly 0, with no edge, at the radius; it takes the squared distance in shares of the squared radius. */
const fade = (distance: number): number => (1 - distance) ** 3
