import type { RecorderHost } from '../recording.ts'
import { pointerPath, pointerPress } from '../wire/playback.ts'
import { pointerKind } from '../wire/pointer-kind.ts'
import type { Stop } from '../page/page.ts'

const OFTEN = 25
const FAR = 20
const SAID_EVERY = 500
const LONGEST_PATH = 200

/** Records the way of the pointer, sampled (SIGNALS EV-5), and where it was pressed. */
export function recordPointer(
  { page, emit, timeOf }: RecorderHost,
  idOf: (node: Node) => number,
  send: Stop,
): { commit: Stop; stop: Stop } {
  let path: { x: number; y: number; at: number }[] = []
  let timer: Stop | undefined

  function say() {
    timer?.()
    timer = undefined
    const from = path[0]
    if (!from) return
    const steps = path.map((point, i) => {
      const before = path[i - 1] ?? { x: 0, y: 0, at: from.at }
      return { dx: point.x - before.x, dy: point.y - before.y, dt: point.at - before.at }
    })
    emit(
      pointerPath,
      { dx: steps.map(({ dx }) => dx), dy: steps.map(({ dy }) => dy), dt: steps.map(({ dt }) => dt) },
      from.at,
    )
    path = []
  }

  function move(event: PointerEvent) {
    const point = { x: Math.round(event.clientX), y: Math.round(event.clientY), at: Math.round(timeOf(event)) }
    const last = path[path.length - 1]
    if (last && point.at - last.at < OFTEN && Math.hypot(point.x - last.x, point.y - last.y) < FAR) return
    path.push(point)
    if (path.length >= LONGEST_PATH) say()
    else timer ??= page.after(SAID_EVERY, say)
  }

  function press(event: PointerEvent) {
    // What was pressed is named before.
    send()
    say()
    const target = event.composedPath()[0] as Node
    emit(
      pointerPress,
      { node: idOf(target), x: event.clientX, y: event.clientY, pointer: pointerKind(event) },
      timeOf(event),
    )
  }

  const stops = [page.listen(window, 'pointermove', move), page.listen(window, 'pointerdown', press)]
  return {
    commit: say,
    stop() {
      timer?.()
      stops.forEach((stop) => stop())
    },
  }
}
