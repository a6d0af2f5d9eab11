import type { Page, Stop } from '../page/page.ts'
import { Lane } from '../wire/batch.ts'
import type { Batch } from '../wire/batch.ts'
import { verdictOf, waitBefore } from './answer.ts'
import type { Verdict } from './answer.ts'
import type { Slot } from '../session/storage.ts'
import { createLane, sealedBefore } from './lane.ts'
import type { LaneQueue, Sealed } from './lane.ts'
import { keep, takeKept } from './kept.ts'

const FIRST_FLUSH = 1000
const FLUSH_EVERY = 5000
const FLUSH_SIZE = 32 * 1024
// A snapshot packs a tenth better in larger pieces; compressed, they are no larger than the others.
const PLAYBACK_FLUSH_SIZE = 96 * 1024
// What still waits as the page ends goes raw, in pieces of which two fit into the quota.
const LAST_SIZE = 28 * 1024
const MOST_KEPT = 2 * 1024 * 1024
// Browsers allow 64 KiB for all requests that outlive the page; a little is left for the page's own.
const KEEPALIVE_QUOTA = 60 * 1024
const REFUSALS_TO_GIVE_UP = 3

export interface Counts {
  sent: number
  sentBytes: number
  droppedBatches: number
  droppedBytes: number
}

/** Keeps what was gathered until the collector has given a final answer. ANALYSIS always goes before PLAYBACK. */
export interface Outbox {
  readonly counts: Counts
  /** `at` in ms since the page started. */
  add(lane: Lane, at: number, event: Uint8Array): void
  /** What comes from now on belongs to another document: new ids, sequences from 0. */
  open(header: Batch): void
  /** Sends all there is. Resolved when nothing is left or the collector asks to wait. */
  flush(): Promise<void>
  /** The page may end any moment: everything goes at once, as it is. */
  leave(): void
  /** Batches without a final answer. */
  waiting(): number
  /** Forgets what was not sent. */
  forget(): void
  /** Forgets everything and sends nothing more. */
  stop: Stop
}

export interface OutboxOptions {
  address: string
  page: Page
  now: () => number
  /** Where what could not be sent waits for the next page. */
  kept: Slot
  /** A batch was lost for good. */
  onLoss(lane: Lane, reason: string): void
  /** The collector has taken a batch. */
  onKept(): void
  /** The collector refuses one batch after the other. */
  onUnwanted(reason: string): void
}

export function createOutbox({ address, page, now, kept, onLoss, onKept, onUnwanted }: OutboxOptions): Outbox {
  // The page's fetch as it is before anybody looks at its requests: ours are none of them.
  const { fetch } = window
  const counts: Counts = { sent: 0, sentBytes: 0, droppedBatches: 0, droppedBytes: 0 }
  let lanes: LaneQueue[] = []
  let waiting: Sealed[] = takeKept(kept).map(sealedBefore)
  let timer: Stop | undefined
  let pumping: Promise<void> | undefined
  let first = true
  let stopped = false
  let keepalive = 0
  let failures = 0
  let refusals = 0
  let notBefore = 0

  function seal(most?: number) {
    for (const lane of lanes) for (let batch; (batch = lane.seal(most)); ) waiting.push(batch)
    waiting.sort((one, other) => one.lane - other.lane)
  }

  function schedule(ms: number) {
    timer ??= page.after(Math.max(ms, notBefore - now()), () => {
      timer = undefined
      void flush()
    })
  }

  function flush(): Promise<void> {
    first = false
    seal()
    return (pumping ??= pump().finally(() => (pumping = undefined)))
  }

  async function pump(): Promise<void> {
    for (;;) {
      const batch = waiting.find(({ carried }) => !carried)
      if (!batch || stopped) return
      if (now() < notBefore) return schedule(0)
      batch.carried++
      const body = await batch.body(now, false)
      batch.carried--
      if (!stopped && waiting.includes(batch) && !batch.carried) await carry(batch, body, false)
    }
  }

  async function carry(batch: Sealed, body: Uint8Array, leaving: boolean): Promise<void> {
    batch.carried++
    if (leaving) {
      batch.outliving = true
      keepalive += body.length
    }
    counts.sentBytes += body.length
    let status = 0
    let retryAfter: string | null = null
    try {
      // No content type and no credentials: so no preflight, and no cookie.
      const answer = await fetch(address, {
        method: 'POST',
        mode: 'cors',
        credentials: 'omit',
        keepalive: leaving,
        body: body as BodyInit,
      })
      status = answer.status
      retryAfter = answer.headers.get('Retry-After')
    } catch {
      // No answer is weather too.
    }
    batch.carried--
    if (leaving) {
      batch.outliving = false
      keepalive -= body.length
    }
    if (!stopped && waiting.includes(batch)) settle(batch, verdictOf(status), status, retryAfter)
  }

  function settle(batch: Sealed, verdict: Verdict, status: number, retryAfter: string | null) {
    if (verdict === 'later') {
      notBefore = now() + waitBefore(++failures, retryAfter, now(), Math.random())
      return schedule(0)
    }
    waiting = waiting.filter((other) => other !== batch)
    failures = 0
    if (!waiting.length) kept.clear()
    if (verdict === 'kept') {
      refusals = 0
      counts.sent++
      return onKept()
    }
    drop(batch, 'refused-' + status)
    if (++refusals >= REFUSALS_TO_GIVE_UP) onUnwanted('refused-' + status)
  }

  function drop(batch: Sealed, reason: string) {
    counts.droppedBatches++
    counts.droppedBytes += batch.size
    onLoss(batch.lane, reason)
  }

  /** A collector that is away for long must not cost the visitor's memory: recordings go first, then the oldest events. */
  function makeRoom() {
    const size = () => waiting.reduce((sum, batch) => sum + batch.size, 0)
    while (size() > MOST_KEPT) {
      const playback = waiting.find(({ lane }) => lane === Lane.PLAYBACK)
      const least = playback ?? waiting[0]!
      waiting = waiting.filter((batch) => batch !== least)
      drop(least, 'full')
    }
  }

  function forget() {
    for (const lane of lanes) lane.clear()
    waiting = []
  }

  if (waiting.length) schedule(FIRST_FLUSH)
  return {
    counts,
    add(lane, at, event) {
      if (stopped) return
      lanes[lane - 1]!.add(at, event)
      if (lanes[lane - 1]!.size >= (lane === Lane.PLAYBACK ? PLAYBACK_FLUSH_SIZE : FLUSH_SIZE)) {
        void flush()
        makeRoom()
      } else schedule(first ? FIRST_FLUSH : FLUSH_EVERY)
    },
    open(header) {
      seal()
      lanes = [createLane(Lane.ANALYSIS, header, true), createLane(Lane.PLAYBACK, header, false)]
    },
    flush,
    leave() {
      seal(LAST_SIZE)
      for (const batch of waiting) {
        // A page that goes is first hidden and then left, or the other way round.
        if (batch.outliving) continue
        const body = batch.body(now, true) as Uint8Array
        if (keepalive + body.length <= KEEPALIVE_QUOTA) void carry(batch, body, true)
      }
      // What may not arrive waits for the next page of this tab. Should it have arrived after all, the earliest copy counts.
      const unsure = failures || !navigator.onLine
      const bodies = waiting
        .filter(({ outliving }) => unsure || !outliving)
        .map((batch) => batch.body(now, true) as Uint8Array)
      if (bodies.length) keep(kept, bodies)
    },
    waiting: () => waiting.length,
    forget,
    stop() {
      stopped = true
      timer?.()
      forget()
    },
  }
}
