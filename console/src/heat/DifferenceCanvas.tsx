import { useEffect, useRef } from 'preact/hooks'
import { mostDifferent, paintDifference } from './differencePainter.ts'
import type { HeatField } from './field.ts'

/** Shows what two fields of one size differ in. */
export function DifferenceCanvas({ first, second }: { first: HeatField; second: HeatField }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    canvas.current?.getContext('2d')?.putImageData(new ImageData(paintDifference(first, second, mostDifferent(first, second)), first.width, first.height), 0, 0)
  }, [first, second])
  return <canvas ref={canvas} class="heat" width={first.width} height={first.height} aria-hidden="true" />
}
