import { isElement } from '../element/tree.ts'
import { thrash } from '../wire/messages.ts'
import { together } from './scope.ts'
import type { Requested, Tracker } from './scope.ts'

const WINDOW = 1000
const SHORTEST_LEG = 30
const DRAWN = 'canvas,video'

// A little less than the rule asks for (SIGNALS 5.3): the rule judges, and it may learn.
const FEWEST_REVERSALS = 4
const SHORTEST_PATH = 400
const LEAST_WINDING = 3

type Point = readonly [x: number, y: number]

/** Reports seconds of wild pointer movement. Mouse only, no button down. */
export const trackThrash: Tracker = ({ page, emit, describe, timeOf, requests }) => {
  const running = new Set<Requested>()
  let points: Point[] = []
  let from = 0
  return together(
    requests.on((request) => (request.to ? running.delete(request) : running.add(request))),
    page.hear<PointerEvent>('pointermove', (event) => {
      const at = timeOf(event)
      if (event.pointerType !== 'mouse' || event.buttons) return void (points = [])
      if (at - from > WINDOW) {
        const { reversals, pathPx, displacementPx } = measure(points)
        const target = event.composedPath()[0]
        if (
          reversals >= FEWEST_REVERSALS &&
          pathPx >= SHORTEST_PATH &&
          pathPx >= displacementPx * LEAST_WINDING &&
          isElement(target) &&
          !target.closest(DRAWN)
        ) {
          const waiting = !!running.size || !performance.getEntriesByName('first-contentful-paint').length
          emit(thrash, { reversals, pathPx, displacementPx, waiting, element: describe(target) }, at)
        }
        points = []
        from = at
      }
      points.push([event.screenX, event.screenY])
    }),
  )
}

/** Reversals on the axis along which most of the way went, each after a leg of 30 px or more. */
export function measure(points: readonly Point[]) {
  const way = [0, 0]
  let pathPx = 0
  points.forEach(([x, y], i) => {
    const [px, py] = points[i - 1] ?? [x, y]
    way[0]! += Math.abs(x - px)
    way[1]! += Math.abs(y - py)
    pathPx += Math.hypot(x - px, y - py)
  })
  const axis = way[0]! >= way[1]! ? 0 : 1
  let reversals = 0
  let extreme = points[0]?.[axis] ?? 0
  let direction = 0
  for (const point of points) {
    const moved = point[axis] - extreme
    if (moved * direction > 0) extreme = point[axis]
    else if (Math.abs(moved) >= SHORTEST_LEG) {
      if (direction) reversals++
      direction = Math.sign(moved)
      extreme = point[axis]
    }
  }
  const [first, last] = [points[0], points[points.length - 1]]
  return { reversals, pathPx, displacementPx: first && last ? Math.hypot(last[0] - first[0], last[1] - first[1]) : 0 }
}
