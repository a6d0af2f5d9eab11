// The table of contents of a visit's recording, as docs/api.md puts it. A moment is ms since the visit began.

export interface Recording {
  session: { id: string; startedAt: number; browser: string; os: string; device: string; hasRecording: boolean }
  durationMs: number
  live: boolean
  documents: RecordedDocument[]
  /** Which document the visitor looked at from then on: tabs and pages of one visit. Absent from a server that does not tell. */
  screen?: { fromMs: number; document: string }[]
  marks: Mark[]
  idle: Stretch[]
  gaps: Gap[]
}

export interface RecordedDocument {
  id: string
  tab: string
  startsAtMs: number
  endsAtMs: number
  /** The moment at which the document's own clock shows 0; may be negative. */
  clockMs: number
  url: string
  width: number
  height: number
}

export type MarkKind = 'page' | 'click' | 'input' | 'submit' | 'scroll' | 'goal' | 'error' | 'request' | 'signal'

export interface Mark {
  atMs: number
  kind: MarkKind
  label: string
  page: string
  document: string
  /** A click that led to nothing. */
  dead: boolean
  /** The kind of a sign of friction, such as "rage". */
  signal?: string | null
  lostMs?: number
}

export interface Stretch {
  fromMs: number
  toMs: number
}

export interface Gap {
  atMs: number
  /** When the picture is whole again; absent or null: never. */
  untilMs?: number | null
  reason: string
  detail: string
  lane?: 'playback' | 'analysis' | 'asset'
}

/** Within a gap that began before the moment and lasts. Missing pictures and fonts are no gap in what happened. */
export const gapAt = (recording: Recording, ms: number): Gap | undefined =>
  recording.gaps.findLast(({ atMs, untilMs, lane }) => lane !== 'asset' && atMs <= ms && ms < (untilMs ?? atMs + SHORT_GAP_MS))

/** For how long a gap without an end is spoken of. */
const SHORT_GAP_MS = 3_000

/**
 * The document to show at a moment: the one the visitor looked at; where that is not known, the one opened last of those recorded
 * then, else the last one before, else the first.
 */
export function documentAt(recording: Recording, ms: number): RecordedDocument | undefined {
  const looked = recording.screen?.findLast(({ fromMs }) => fromMs <= ms)
  return recording.documents.find(({ id }) => id === looked?.document) ?? recordedAt(recording, ms)
}

/** "Tab 2" and how many there are, counted in the order in which they were first seen; nothing when there was one. */
export function tabAt({ documents }: Recording, document: RecordedDocument): { number: number; of: number } | undefined {
  const tabs = [...new Set([...documents].sort((a, b) => a.startsAtMs - b.startsAtMs).map(({ tab }) => tab))]
  return tabs.length > 1 ? { number: tabs.indexOf(document.tab) + 1, of: tabs.length } : undefined
}

function recordedAt(recording: Recording, ms: number): RecordedDocument | undefined {
  const begun = recording.documents.filter((document) => document.startsAtMs <= ms)
  const latest = (documents: RecordedDocument[], key: 'startsAtMs' | 'endsAtMs') =>
    documents.reduce<RecordedDocument | undefined>((best, each) => (best && best[key] > each[key] ? best : each), undefined)
  return latest(begun.filter((document) => ms <= document.endsAtMs), 'startsAtMs') ?? latest(begun, 'endsAtMs') ?? recording.documents[0]
}

/** The address the visitor saw: the document's, or what the page changed it to since. */
export function addressAt(recording: Recording, document: RecordedDocument, ms: number): string {
  const opened = recording.marks.filter((mark) => mark.kind === 'page' && mark.document === document.id && mark.atMs <= ms)
  const last = opened.at(-1)
  if (!last || opened.length === 1 || !URL.canParse(document.url)) return document.url
  return URL.canParse(last.page, document.url) ? new URL(last.page, document.url).href : document.url
}
