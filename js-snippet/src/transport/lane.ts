import { Codec, encodeBatch, Lane } from '../wire/batch.ts'
import type { Batch } from '../wire/batch.ts'
import { concat } from '../wire/writer.ts'
import { deflate } from './deflate.ts'

/** Events on their way: first gathered in a lane, then sealed. A sealed batch never changes what it says. */
export interface Sealed {
  readonly lane: Lane
  readonly size: number
  /** How many requests carry it right now. */
  carried: number
  /** Whether one of them outlives the page. */
  outliving: boolean
  /** The request body: made at the first try, the same at every further one. */
  body(now: () => number, atOnce: boolean): Promise<Uint8Array> | Uint8Array
}

export interface LaneQueue {
  readonly size: number
  add(at: number, event: Uint8Array): void
  /** The next batch: of at most so many bytes, or of one event that is larger. */
  seal(most?: number): Sealed | undefined
  clear(): void
}

/** Gathers the events of one lane of one document and counts its batches. */
export function createLane(lane: Lane, header: Batch, inOrderOfTime: boolean): LaneQueue {
  let events: { at: number; event: Uint8Array }[] = []
  let size = 0
  let sequence = 0

  function clear() {
    events = []
    size = 0
  }

  return {
    get size() {
      return size
    },
    add(at, event) {
      events.push({ at, event })
      size += event.length
    },
    seal(most = Infinity) {
      if (!events.length) return
      if (inOrderOfTime) events.sort((one, other) => one.at - other.at)
      let count = 0
      let bytes = 0
      do bytes += events[count++]!.event.length
      while (count < events.length && bytes + events[count]!.event.length <= most)
      const payload = concat(events.splice(0, count).map(({ event }) => event))
      size -= bytes
      return sealed({ ...header, lane, sequence: sequence++ }, lane, payload)
    },
    clear,
  }
}

function sealed(header: Batch, lane: Lane, payload: Uint8Array): Sealed {
  let made: Uint8Array | undefined

  function make(now: () => number, packed?: Uint8Array): Uint8Array {
    // Whoever comes first decides: a page that is left does not wait for the compression that is under way.
    return (made ??= encodeBatch({
      ...header,
      sentAt: now(),
      codec: packed ? Codec.DEFLATE : Codec.RAW,
      payload: packed ?? payload,
    }))
  }

  return {
    lane,
    size: payload.length,
    carried: 0,
    outliving: false,
    body: (now, atOnce) => (made || atOnce ? make(now) : deflate(payload).then((packed) => make(now, packed))),
  }
}

/** A batch an earlier page could not send, as it stood there. Only events are worth the wait, so they are counted as such. */
export function sealedBefore(body: Uint8Array): Sealed {
  return { lane: Lane.ANALYSIS, size: body.length, carried: 0, outliving: false, body: () => body }
}
