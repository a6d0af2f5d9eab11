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

/**
 * Sums up the points in a field of `width` x `height` pixels, each spread over `radius` pixels. Points are gathered by pixel
 * first: the work grows with the picture, not with the points, of which a map of a million clicks has many.
 */
export function heatField(points: readonly HeatPoint[], width: number, height: number, radius: number): HeatField {
  const values = new Float32Array(width * height)
  const margin = Math.ceil(radius)
  const stride = width + 2 * margin
  const gathered = new Float32Array(stride * (height + 2 * margin))
  for (const { x, y, weight } of points) {
    const column = Math.round(x) + margin
    const row = Math.round(y) + margin
    // What lies farther outside than it reaches warms nothing.
    if (column >= 0 && column < stride && row >= 0 && row < height + 2 * margin) gathered[row * stride + column]! += weight
  }
  const kernel = kernelOf(radius, margin)
  for (let row = 0; row < height + 2 * margin; row++) {
    for (let column = 0; column < stride; column++) {
      const weight = gathered[row * stride + column]!
      if (weight !== 0) spread(column - margin, row - margin, weight, values, width, height, kernel, margin)
    }
  }
  let max = 0
  for (const value of values) if (value > max) max = value
  return { width, height, values, max }
}

function spread(x: number, y: number, weight: number, values: Float32Array, width: number, height: number, kernel: Float32Array, reach: number): void {
  const left = Math.max(0, x - reach)
  const right = Math.min(width - 1, x + reach)
  const side = 2 * reach + 1
  for (let row = Math.max(0, y - reach), bottom = Math.min(height - 1, y + reach); row <= bottom; row++) {
    const shift = (row - y + reach) * side + reach - x
    for (let column = left, at = row * width + left; column <= right; column++, at++) values[at]! += weight * kernel[shift + column]!
  }
}

function kernelOf(radius: number, reach: number): Float32Array {
  const side = 2 * reach + 1
  return Float32Array.from({ length: side * side }, (_, at) => {
    const distance = ((at % side) - reach) ** 2 + (Math.floor(at / side) - reach) ** 2
    return distance < radius ** 2 ? fade(distance / radius ** 2) : 0
  })
}

/** A bell that is 1 in the middle and exactly 0, with no edge, at the radius; it takes the squared distance in shares of the squared radius. */
const fade = (distance: number): number => (1 - distance) ** 3
