// Brings the right part of the right document into the frame, for any moment of the visit.
import type { PageState, RecordedPage } from '../frame/recordedPage.ts'
import { documentAt, type RecordedDocument, type Recording } from './recording.ts'
import type { Source } from './source.ts'

export interface Shown {
  document: RecordedDocument
  /** Its pointer times, unlike everything else here, are on the document's clock. */
  page: PageState
  /** Drawn from a snapshot rather than played on to. */
  fresh: boolean
}

export interface Projector {
  /** Shows the moment. One call at a time. Nothing when the recording has no documents. Rejects with the source's Failure. */
  show(recording: Recording, ms: number): Promise<Shown | undefined>
  /** Whether showing the moment takes longer than a frame of animation. */
  mustLoad(recording: Recording, ms: number): boolean
}

/** How much is asked for at once, so that a long visit starts as fast as a short one. */
const REEL_MS = 60_000
/** Requests start at multiples of this, so that small steps back find what is already here. */
const GRID_MS = 10_000
/** More is fetched when less than this lies ahead. */
const AHEAD_MS = 25_000
const KEPT_REELS = 8

export function createProjector(source: Source, page: RecordedPage): Projector {
  const reels = createReels(source)
  let film: Film | undefined

  const standsBefore = (document: RecordedDocument, ms: number): boolean =>
    film !== undefined && film.document.id === document.id && film.atMs <= ms && ms <= film.untilMs

  async function load(document: RecordedDocument, ms: number): Promise<PageState> {
    film = undefined
    const reel = await reels.from(document, Math.max(document.startsAtMs, Math.floor(ms / GRID_MS) * GRID_MS))
    const state = await page.load(reel.events, ms - document.clockMs)
    film = { document, atMs: ms, untilMs: reel.untilMs, extending: false }
    return state
  }

  async function advance(showing: Film, document: RecordedDocument, ms: number): Promise<PageState> {
    const state = await page.advance(ms - document.clockMs)
    showing.atMs = ms
    showing.document = document
    return state
  }

  async function extend(showing: Film): Promise<void> {
    if (showing.extending || showing.untilMs >= showing.document.endsAtMs || showing.untilMs - showing.atMs > AHEAD_MS) return
    showing.extending = true
    try {
      const reel = await reels.from(showing.document, showing.untilMs)
      if (film !== showing) return
      await page.append(reel.events)
      showing.untilMs = reel.untilMs
      showing.extending = false
    } catch {
      // Not needed yet. When it is, the load that asks for it again reports what is wrong.
    }
  }

  /** The page that comes next should stand when its time comes, not be fetched then. */
  function prepareNext({ documents }: Recording, { endsAtMs }: RecordedDocument, ms: number): void {
    if (endsAtMs - ms > AHEAD_MS) return
    const later = documents.filter(({ startsAtMs }) => startsAtMs > ms).sort((a, b) => a.startsAtMs - b.startsAtMs)
    if (later[0]) reels.from(later[0], later[0].startsAtMs).catch(() => undefined)
  }

  return {
    async show(recording, moment) {
      const document = documentAt(recording, moment)
      if (!document) return undefined
      const ms = Math.min(Math.max(moment, document.startsAtMs), document.endsAtMs)
      const fresh = !standsBefore(document, ms)
      const state = fresh || !film ? await load(document, ms) : await advance(film, document, ms)
      if (film) void extend(film)
      prepareNext(recording, document, ms)
      return { document, page: state, fresh }
    },
    mustLoad(recording, moment) {
      const document = documentAt(recording, moment)
      return document !== undefined && !standsBefore(document, Math.min(Math.max(moment, document.startsAtMs), document.endsAtMs))
    },
  }
}

interface Film {
  document: RecordedDocument
  atMs: number
  /** Up to where the frame knows the document. */
  untilMs: number
  extending: boolean
}

interface Reel {
  untilMs: number
  events: ArrayBuffer
}

/** The last few answers, and those on their way, so that going back a little asks for nothing. */
function createReels(source: Source): { from(document: RecordedDocument, fromMs: number): Promise<Reel> } {
  const kept = new Map<string, Promise<Reel>>()

  function fetchReel(key: string, document: RecordedDocument, fromMs: number, untilMs: number): Promise<Reel> {
    const reel = source.events(document.id, fromMs, untilMs).then((events) => ({ untilMs, events }))
    reel.catch(() => kept.delete(key))
    return reel
  }

  return {
    from(document, fromMs) {
      const untilMs = Math.min(fromMs + REEL_MS, document.endsAtMs)
      const key = `${document.id} ${fromMs} ${untilMs}`
      const reel = kept.get(key) ?? fetchReel(key, document, fromMs, untilMs)
      kept.delete(key)
      kept.set(key, reel)
      const oldest = kept.keys().next().value
      if (kept.size > KEPT_REELS && oldest !== undefined) kept.delete(oldest)
      return reel
    },
  }
}
