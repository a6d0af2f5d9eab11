// The visit as one list of happenings: what the time line draws and the side panel tells.
import type { Mark, MarkKind, Recording, Stretch } from './recording.ts'
import { sentence, span, text } from './text.ts'

export interface Happening {
  atMs: number
  kind: MarkKind | 'idle' | 'gap'
  sentence: string
  /** The page's path for a page, a reason for a gap. */
  detail: string
  dead: boolean
  /** What it cost the visitor, ms; 0 where that is not told. */
  lostMs: number
}

/** One page of the visit, until the next one opens. */
export interface Segment extends Stretch {
  name: string
}

/** Idle stretches shorter than this are not worth a line. */
const TELLING_IDLE_MS = 5_000
/** Jumping to a happening starts a little before it, so that one sees it coming. */
const LEAD_MS = 2_000

/** In order of time. */
export function storyOf({ marks, idle, gaps }: Recording): Happening[] {
  const told: Happening[] = [
    ...marks.map((mark) => ({ atMs: mark.atMs, kind: mark.kind, sentence: sentence(mark.kind, mark.label, mark.page, mark.signal), detail: detailOf(mark), dead: mark.dead, lostMs: mark.lostMs ?? 0 })),
    ...idle
      .filter(({ fromMs, toMs }) => toMs - fromMs >= TELLING_IDLE_MS)
      .map(({ fromMs, toMs }) => ({ atMs: fromMs, kind: 'idle' as const, sentence: text.idle(span(toMs - fromMs)), detail: '', dead: false, lostMs: 0 })),
    ...gaps.map(({ atMs, detail, lane }) => ({ atMs, kind: 'gap' as const, sentence: lane === 'asset' ? text.assetGap : text.gap, detail, dead: false, lostMs: 0 })),
  ]
  return told.sort((a, b) => a.atMs - b.atMs)
}

const detailOf = ({ kind, page, label }: Mark): string => (kind === 'page' && label ? page : '')

export function segmentsOf({ marks, documents, durationMs }: Recording): Segment[] {
  const pages = marks.filter(({ kind }) => kind === 'page').map(({ atMs, label, page }) => ({ fromMs: atMs, name: label || page }))
  const starts = pages.length > 0 ? pages : documents.map(({ startsAtMs, url }) => ({ fromMs: startsAtMs, name: url }))
  return starts.map((start, i) => ({ ...start, toMs: starts[i + 1]?.fromMs ?? durationMs }))
}

/** The last happening that has begun at `ms`, or -1. A page is entered at its moment, not a lead earlier. */
export function indexAt(story: readonly Happening[], ms: number): number {
  return story.findLastIndex(({ atMs }) => atMs <= ms)
}

/** Where to jump to see it happen. */
export const leadInto = ({ atMs, kind }: Happening): number => (kind === 'page' || kind === 'gap' || kind === 'idle' ? atMs : Math.max(0, atMs - LEAD_MS))

/** The happening before or after the moment, counting one as passed while its lead is still shown. */
export function neighbour(story: readonly Happening[], ms: number, direction: -1 | 1): Happening | undefined {
  return direction > 0 ? story.find((each) => leadInto(each) > ms + 50) : story.findLast((each) => leadInto(each) < ms - 500)
}
