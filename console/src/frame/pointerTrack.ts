// The pointer's way through the recording. A path event carries points that come after it, so points wait for their moment.
import type { PlaybackEvent } from '../../../js-snippet/src/wire/reader.ts'
import type { PointerMoment } from './protocol.ts'

/** How much of the trail a freshly drawn picture shows, ms. */
const TRAIL_MS = 1500
/** PointerKind.TOUCH in sojourn.proto. */
const TOUCH = 2

export interface PointerTrack {
  add(event: PlaybackEvent): void
  /** After `from`, up to and with `to`, in order. */
  between(from: number, to: number): PointerMoment[]
  /** From where to ask so that the answer holds the trail at `at`, and at least where the pointer rests. */
  trailStart(at: number): number
}

export function createPointerTrack(): PointerTrack {
  const moments: PointerMoment[] = []
  let sorted = true

  function inOrder(): PointerMoment[] {
    if (!sorted) moments.sort((a, b) => a.at - b.at)
    sorted = true
    return moments
  }

  return {
    add(event) {
      sorted = false
      if (event.kind === 'pointer') for (const point of event.points) moments.push({ ...point, press: false, touch: false })
      if (event.kind === 'press') moments.push({ at: event.at, x: event.x, y: event.y, press: true, touch: event.pointer === TOUCH })
    },
    between(from, to) {
      return inOrder().slice(firstAfter(moments, from), firstAfter(moments, to))
    },
    trailStart(at) {
      const last = inOrder()[firstAfter(moments, at) - 1]
      return Math.min(at - TRAIL_MS, last ? last.at - 1 : at)
    },
  }
}

function firstAfter(moments: readonly PointerMoment[], at: number): number {
  let low = 0
  let high = moments.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (moments[middle]!.at <= at) low = middle + 1
    else high = middle
  }
  return low
}
