// The table of contents of a visit's recording, as docs/api.md puts it. A moment is ms since the visit began.

export interface Recording {
  session: { id: string; startedAt: number; browser: string; os: string; device: string; hasRecording: boolean }
  durationMs: number
  live: boolean
  documents: RecordedDocument[]
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

export type MarkKind = 'page' | 'click' | 'input' | 'submit' | 'scroll' | 'goal'

export interface Mark {
  atMs: number
  kind: MarkKind
  label: string
  page: string
  document: string
  /** A click that led to nothing. */
  dead: boolean
}

export interface Stretch {
  fromMs: number
  toMs: number
}

export interface Gap {
  atMs: number
  reason: string
  detail: string
}

/** The document to show at a moment: the one opened last of those recorded then, else the last one before, else the first. */
export function documentAt(recording: Recording, ms: number): RecordedDocument | undefined {
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
