// Draws the visitor's pointer over the frame. A function of the moment alone, so that a paused picture shows what a running
// one would.
import type { PointerMoment } from '../frame/recordedPage.ts'
import type { PlaybackState } from './playback.ts'

/** CSS px of the recorded window, and how much smaller it is shown. */
export interface Screen {
  width: number
  height: number
  scale: number
}

const TRAIL_MS = 900
const RIPPLE_MS = 700
const RIPPLE_PX = 26
const BLUE = '91, 91, 214'
const ARROW = new Path2D('M0 0 L0 17 L4.200 13.200 L7 19.600 L9.800 18.400 L7 12.200 L12.500 12.200 Z')

/** Answers a painter. Colours are the same on any page: indigo, with white around it. */
export function paintPointer(canvas: HTMLCanvasElement, { width, height, scale }: Screen): (state: PlaybackState) => void {
  const ratio = globalThis.devicePixelRatio || 1
  canvas.width = Math.max(1, Math.round(width * scale * ratio))
  canvas.height = Math.max(1, Math.round(height * scale * ratio))
  const pen = canvas.getContext('2d')
  return ({ trail, shownMs }) => {
    if (!pen || shownMs === null) return
    pen.setTransform(1, 0, 0, 1, 0, 0)
    pen.clearRect(0, 0, canvas.width, canvas.height)
    pen.setTransform(ratio, 0, 0, ratio, 0, 0)
    const placed = trail.map((moment) => ({ ...moment, x: moment.x * scale, y: moment.y * scale, age: shownMs - moment.at }))
    paintTrail(pen, placed.filter(({ age, touch }) => age <= TRAIL_MS && !touch))
    placed.filter(({ age, press }) => press && age <= RIPPLE_MS).forEach((moment) => paintRipple(pen, moment))
    const last = placed.at(-1)
    if (last && !last.touch) paintArrow(pen, last)
  }
}

type Placed = PointerMoment & { age: number }

function paintTrail(pen: CanvasRenderingContext2D, points: Placed[]): void {
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [points[i - 1]!, points[i]!]
    pen.strokeStyle = `rgba(${BLUE}, ${0.55 * (1 - to.age / TRAIL_MS)})`
    pen.lineWidth = 3
    pen.beginPath()
    pen.moveTo(from.x, from.y)
    pen.lineTo(to.x, to.y)
    pen.stroke()
  }
}

function paintRipple(pen: CanvasRenderingContext2D, { x, y, age }: Placed): void {
  const done = Math.max(0, age) / RIPPLE_MS
  pen.beginPath()
  pen.arc(x, y, 6 + RIPPLE_PX * done, 0, 2 * Math.PI)
  pen.fillStyle = `rgba(${BLUE}, ${0.3 * (1 - done)})`
  pen.fill()
  pen.strokeStyle = `rgba(${BLUE}, ${0.9 * (1 - done)})`
  pen.lineWidth = 2
  pen.stroke()
}

function paintArrow(pen: CanvasRenderingContext2D, { x, y }: Placed): void {
  pen.save()
  pen.translate(x, y)
  pen.fillStyle = '#1c2024'
  pen.strokeStyle = '#fff'
  pen.lineWidth = 1.5
  pen.fill(ARROW)
  pen.stroke(ARROW)
  pen.restore()
}
