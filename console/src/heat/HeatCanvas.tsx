import { useEffect, useRef } from 'preact/hooks'
import type { HeatField } from './field.ts'
import { paint } from './painter.ts'

/** Shows a field; the browser stretches it over the page. Opacity runs from 0 to 1. The table beside it says the same to those who cannot see it. */
export function HeatCanvas({ field, opacity }: { field: HeatField; opacity: number }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    canvas.current?.getContext('2d')?.putImageData(new ImageData(paint(field), field.width, field.height), 0, 0)
  }, [field])
  return <canvas ref={canvas} class="heat" width={field.width} height={field.height} style={{ opacity }} aria-hidden="true" />
}
