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
const REEL_MS = 30_000
/** More is fetched when less than this lies ahead. */
const AHEAD_MS = 20_000
/** What was fetched serves moments up to this long after its snapshot. */
const NEAR_MS = 10_000
/** Going back no more than this is a step. */
const BACK_MS = 30_000
const KEPT_REELS = 6

export function createProjector(source: Source, page: RecordedPage): Projector {
  const reels = createReels(source)
  let film: Film | undefined
  /** The document in the frame, whatever its moment: another moment of it need not be built from nothing. */
  let standing: string | undefined

  const standsBefore = (document: RecordedDocument, ms: number): boolean =>
    film !== undefined && film.document.id === document.id && film.atMs <= ms && ms <= film.untilMs

  async function load(document: RecordedDocument, ms: number): Promise<PageState> {
    const back = film?.document.id === document.id && ms < film.atMs && film.atMs - ms <= BACK_MS
    film = undefined
    // Whoever goes back a step often goes back another: then a little more is asked for than this moment needs.
    const reel = await reels.from(document, ms, back ? Math.max(document.startsAtMs, Math.floor(ms / NEAR_MS) * NEAR_MS) : ms)
    const over = standing === document.id
    standing = undefined
    const state = await page.load(reel.events, ms - document.clockMs, over)
    standing = document.id
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
    const { document, untilMs: known } = showing
    if (showing.extending || known >= document.endsAtMs || known - showing.atMs > AHEAD_MS) return
    showing.extending = true
    try {
      const untilMs = Math.min(known + REEL_MS, document.endsAtMs)
      const events = await source.later(document.id, known, untilMs)
      if (film !== showing) return
      await page.append(events)
      showing.untilMs = untilMs
      showing.extending = false
    } catch {
      // Not needed yet. When it is, the load that asks for it again reports what is wrong.
    }
  }

  /** The page that comes next should stand when its time comes, not be fetched then. */
  function prepareNext({ documents }: Recording, { endsAtMs }: RecordedDocument, ms: number): void {
    if (endsAtMs - ms > AHEAD_MS) return
    const later = documents.filter(({ startsAtMs }) => startsAtMs > ms).sort((a, b) => a.startsAtMs - b.startsAtMs)
    if (later[0]) reels.from(later[0], later[0].startsAtMs, later[0].startsAtMs).catch(() => undefined)
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
  document: string
  fromMs: number
  untilMs: number
  events: ArrayBuffer
}

/** The last few answers, and those on their way, so that going back a little asks for nothing. */
function createReels(source: Source): { from(document: RecordedDocument, ms: number, fromMs: number): Promise<Reel> } {
  let kept: { document: string; fromMs: number; untilMs: number; reel: Promise<Reel> }[] = []

  function fetchReel({ id, endsAtMs }: RecordedDocument, fromMs: number): Promise<Reel> {
    const untilMs = Math.min(fromMs + REEL_MS, endsAtMs)
    const reel = source.events(id, fromMs, untilMs).then((events) => ({ document: id, fromMs, untilMs, events }))
    const entry = { document: id, fromMs, untilMs, reel }
    reel.catch(() => (kept = kept.filter((each) => each !== entry)))
    kept = [...kept, entry].slice(-KEPT_REELS)
    return reel
  }

  return {
    from(document, ms, fromMs) {
      const near = kept.find((each) => each.document === document.id && each.fromMs <= ms && ms <= each.untilMs && ms - each.fromMs <= NEAR_MS)
      return near?.reel ?? fetchReel(document, fromMs)
    },
  }
}
