// Where in the recording the picture stands. Events are read when they arrive, their programs only when the picture gets
// there: a program can only be read after all those before it.
import { readEventList, Unreadable, type PlaybackEvent } from '../../../js-snippet/src/wire/reader.ts'
import { createDomOpsReader, type DomOpsReader } from '../../../js-snippet/src/wire/reader-domops.ts'
import { createPointerTrack, type PointerTrack } from './pointerTrack.ts'
import type { PageState, Size } from './protocol.ts'
import type { RecordedDocument } from './recordedDocument.ts'

/** All times are ms on the document's clock. */
export interface Playhead {
  /** An answer of the server, which starts with a snapshot, up to `at`. With `over`, of the document that stands already. */
  load(events: ArrayBuffer, at: number, over: boolean): PageState
  /** A later answer, with a snapshot or without; it may overlap what is known: only what is new counts. */
  append(events: ArrayBuffer): void
  advance(at: number): PageState
}

export function createPlayhead(page: RecordedDocument): Playhead {
  let queue: Step[] = []
  let pointer: PointerTrack = createPointerTrack()
  let now = 0
  let knownUntil = 0
  let viewport: Size = { width: 0, height: 0 }
  let damage: string | undefined
  /** The next snapshot is of the document that stands. */
  let layOver = false

  function enqueue(events: PlaybackEvent[], after: number): void {
    const reader = createDomOpsReader(after >= 0 && goesOn(events))
    for (const event of events) {
      queue.push({ event, reader, known: event.at <= after })
      if (event.at > after) pointer.add(event)
      knownUntil = Math.max(knownUntil, event.at)
    }
  }

  /** Programs that are known already are read all the same, for the counting, and not run. */
  function take({ event, reader, known }: Step): void {
    if (event.kind === 'dom') {
      const operations = reader.read(event.code, event.text)
      if (known) return
      page.apply(operations, layOver)
      layOver = false
    } else if (known) return
    else if (event.kind === 'viewport') viewport = { width: event.width, height: event.height }
    else if (event.kind === 'scroll') page.scroll(event.node, event.x, event.y)
  }

  function playTo(at: number): void {
    let taken = 0
    for (; taken < queue.length && queue[taken]!.event.at <= at; taken++) {
      try {
        take(queue[taken]!)
      } catch (failure) {
        damage ??= failure instanceof Unreadable ? failure.message : `cannot be shown: ${String(failure)}`
      }
    }
    queue.splice(0, taken)
    now = at
  }

  function state(pointerFrom: number): PageState {
    return { at: now, knownUntil, ...viewport, pointer: pointer.between(pointerFrom, now), skipped: page.skipped(), ...(damage ? { damage } : {}) }
  }

  return {
    load(bytes, at, over) {
      const events = readEventList(new Uint8Array(bytes))
      queue = []
      pointer = createPointerTrack()
      viewport = { width: 0, height: 0 }
      knownUntil = 0
      damage = undefined
      layOver = over
      enqueue(events, -1)
      playTo(at)
      // The window's size is told a moment after the picture: it was that size all the while.
      if (viewport.width === 0) viewport = firstViewport(queue) ?? viewport
      return state(pointer.trailStart(at))
    },
    append(bytes) {
      enqueue(readEventList(new Uint8Array(bytes)), knownUntil)
    },
    advance(at) {
      const before = now
      playTo(Math.max(at, now))
      page.settle(false)
      return state(before)
    },
  }
}

/** Whether an answer goes on where the one before stopped, instead of beginning with a snapshot. */
function goesOn(events: readonly PlaybackEvent[]): boolean {
  const first = events.find((event) => event.kind === 'dom')
  return first?.kind === 'dom' && first.code[0] !== RESET
}

function firstViewport(queue: readonly Step[]): Size | undefined {
  for (const { event } of queue) if (event.kind === 'viewport') return { width: event.width, height: event.height }
  return undefined
}

const RESET = 1

interface Step {
  event: PlaybackEvent
  reader: DomOpsReader
  known: boolean
}
