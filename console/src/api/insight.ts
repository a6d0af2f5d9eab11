import type { Requests } from './requests.ts'
import type { Fingerprint, List } from './types.ts'

/** A value with its 95 % interval. */
export interface Interval {
  low: number
  value: number
  high: number
}

export type Level = 'anecdote' | 'indication' | 'finding' | 'strong'
export type Cause = 'broken' | 'slow' | 'form-error' | 'form-effort' | 'not-found' | 'unclear' | 'choice' | 'unknown'

export interface Example {
  sessionId: string
  /** Counts from the visit's start. */
  atMs: number
  recorded?: boolean
}

/** A place where visitors stall; docs/stalls.md. */
export interface Stall {
  id: string
  page: string
  about: string
  element: { key: string; selector: string; label: string; fingerprint: Fingerprint | null } | null
  field: { form: string; key: string } | null
  kind: string
  kinds: Record<string, number>
  cause: Cause
  causes: Partial<Record<Cause, number>>
  defect: boolean
  sessions: number
  episodes: number
  outcomes: Partial<Record<'recovered' | 'abandoned' | 'regressed', number>>
  minutesLost: number
  impact: Interval | null
  difference: Interval | null
  matched: number
  unmatched: number
  controls: number
  level: Level
  rank: number | null
  sentence: string
  trend: { from: number; sessions: number; visits: number }[]
  examples: Example[]
}

export interface Ledger extends List<Stall> {
  sessions: number
  stalledSessions: number
  minutesLost: number
  outcome: 'goal' | 'left'
  exploratory: boolean
  notSeen: Record<string, number>
}

export interface StalledVisit {
  sessionId: string
  atMs: number
  untilMs: number
  outcome: string
  cause: Cause
  /** Time in the page while it lasted, no moment counted at two places. */
  engagedMs: number
  recorded: boolean
  evidence: { atMs: number; kind: string; lostMs: number; count: number; element: string | null }[]
}

export interface StallDetail {
  stall: Stall
  visits: StalledVisit[]
}

export interface Verification {
  verdict: 'fixed' | 'not-fixed' | 'worse' | 'not-enough-data'
  sentence: string
  releasedAt: number
  before: { from: number; to: number; visits: number; stalled: number; lost: number }
  after: { from: number; to: number; visits: number; stalled: number; lost: number }
  stalledShare: Interval
  lostShare: Interval
}

export interface CheckupItem {
  key: string
  question: string
  answer: 'good' | 'attention' | 'unknown'
  sentence: string
  evidence: { label: string; page: string | null; value: number; unit: string; low?: number; high?: number; n: number }[]
}

export interface FormField {
  key: string
  label: string
  type: string
  focused: number
  filled: number
  leftHere: number
  leftShare: Interval | null
  medianMs: number | null
  hesitationMs: number | null
  corrections: number | null
  returned: number
  refilled: number
  errors: number
  cleared: number
  blank: number
  autofilled: number
  pasted: number
  askedTwice: number
  returnDifference: Interval | null
}

export interface FormReport {
  form: string
  page: string
  views: number
  started: number
  submitted: number
  completed: number
  abandoned: number
  completion: Interval | null
  loops: number
  cleared: number
  medianMs: number | null
  overlong: { is: boolean; sentence: string } | null
  fields: FormField[]
}

export interface Detector {
  kind: string
  strength: 'strong' | 'finding' | 'soft' | 'evidence'
  words: string
  thresholds: { key: string; value: number; default: number; unit: string }[]
  sessions: number
  rate: Interval | null
  target: number | null
  votes: { right: number; all: number; precision: Interval | null }
}

export interface Trial {
  from: number
  to: number
  sessions: number
  before: number
  after: number
  gained: { sessionId: string; kind: string; atMs: number }[]
  lost: { sessionId: string; kind: string; atMs: number }[]
  kinds: { kind: string; before: number; after: number }[]
}

/** What the console asks about friction. */
export function insightCalls({ get, post, put }: Requests) {
  return {
    ledger: (site: string, query: URLSearchParams, signal?: AbortSignal) => get<Ledger>(`/api/sites/${site}/stalls?${query}`, signal),
    stall: (site: string, stall: string, query: URLSearchParams, signal?: AbortSignal) => get<StallDetail>(`/api/sites/${site}/stalls/${stall}?${query}`, signal),
    verification: (site: string, stall: string, release: string, signal?: AbortSignal) => get<Verification>(`/api/sites/${site}/stalls/${stall}/verification?release=${release}`, signal),
    checkup: (site: string, query: URLSearchParams, signal?: AbortSignal) => get<List<CheckupItem>>(`/api/sites/${site}/checkup?${query}`, signal),
    forms: (site: string, query: URLSearchParams, signal?: AbortSignal) => get<List<FormReport>>(`/api/sites/${site}/forms?${query}`, signal),
    detectors: (site: string, query: URLSearchParams, signal?: AbortSignal) => get<List<Detector>>(`/api/sites/${site}/detectors?${query}`, signal),
    tryThresholds: (site: string, thresholds: Record<string, number>, days: number) => post<Trial>(`/api/sites/${site}/detectors/try`, { thresholds, days }),
    /** What the owner had set otherwise stays as it was. */
    saveThresholds: async (site: string, thresholds: Record<string, number>) => {
      const now = await get<{ thresholds: Record<string, unknown> }>(`/api/sites/${site}/rules`)
      await put<void>(`/api/sites/${site}/rules`, { thresholds: { ...now.thresholds, ...thresholds } })
    },
    vote: (site: string, kind: string, sessionId: string, at: number, friction: boolean) => post<void>(`/api/sites/${site}/votes`, { kind, sessionId, at, friction }),
  }
}
