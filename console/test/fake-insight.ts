// Made-up answers about friction, for the console's tests: as docs/api.md has them.
import type { CheckupItem, Detector, FormReport, Ledger, Stall, StallDetail } from '../src/api/insight.ts'
import type { AlertChannel, Release, SentAlert, StallStep } from '../src/api/owners.ts'

const DAY = 86_400_000

const around = (value: number, reach: number) => ({ low: value - reach, value, high: value + reach })

function aStall(at: number, now: number, own: Partial<Stall>): Stall {
  return {
    id: `5ta11${at}`.padEnd(16, '0'), page: '/checkout', about: 'page', element: null, field: null, kind: 'slow_view', kinds: { slow_view: 120 }, cause: 'slow', causes: { slow: 110, unknown: 10 }, defect: true,
    sessions: 120, episodes: 130, outcomes: { recovered: 60, abandoned: 60 }, minutesLost: 88.4, impact: around(31, 14), difference: around(0.26, 0.1), matched: 118, unmatched: 2, controls: 590,
    level: 'finding', rank: at + 1, sentence: 'The page takes long to show', trend: Array.from({ length: 14 }, (_, day) => ({ from: now - (14 - day) * DAY, sessions: (day * 7 + at * 3) % 13, visits: 90 })),
    examples: [1, 2, 3].map((nth) => ({ sessionId: `${nth}`.repeat(32), atMs: 61_200 * nth, recorded: true })), ...own,
  }
}

export function someStalls(now: number): Stall[] {
  const lamp = { key: 'e1', selector: '#add-to-basket', label: 'Add to basket', fingerprint: { tag: 'button', id: 'add-to-basket', label: 'Add to basket' } }
  return [
    aStall(0, now, { page: '/checkout/payment', field: { form: 'pay', key: 'cc-number' }, kind: 'form_cleared', kinds: { form_cleared: 151, error_loop: 90 }, cause: 'form-error', causes: { 'form-error': 160, unknown: 3 }, sessions: 163, minutesLost: 212.4, impact: around(48, 17), level: 'strong', sentence: 'Sending the form failed and emptied what visitors had filled in' }),
    aStall(1, now, { page: '/p/lamp', element: lamp, kind: 'dead', kinds: { dead: 90, rage: 41 }, cause: 'unclear', causes: { unclear: 96 }, sessions: 96, minutesLost: 40.2, sentence: 'Clicks on “Add to basket” do nothing' }),
    aStall(2, now, { page: '/search', kind: 'zero_result', kinds: { zero_result: 77 }, cause: 'not-found', causes: { 'not-found': 77 }, sessions: 77, sentence: 'Searches find nothing' }),
    aStall(3, now, { rank: null, level: 'indication', sessions: 34, impact: around(3, 9), sentence: 'The page takes long to show' }),
    aStall(4, now, { rank: null, level: 'anecdote', sessions: 9, impact: null, difference: null, defect: false, cause: 'choice', sentence: 'Visitors stay long on the prices and leave' }),
  ]
}

export function aLedger(now: number): Ledger {
  return { items: someStalls(now), next: null, sessions: 4_000, stalledSessions: 369, minutesLost: 430.1, outcome: 'goal', exploratory: false, notSeen: { openSessions: 3, automated: 12, gaps: 1 } }
}

export function aStallDetail(now: number, id: string): StallDetail | undefined {
  const stall = someStalls(now).find((known) => known.id === id)
  const evidence = [{ atMs: 60_000, kind: 'submit_failed', lostMs: 0, count: 1, element: null }, { atMs: 64_000, kind: 'form_cleared', lostMs: 31_000, count: 4, element: null }]
  return stall && { stall, visits: stall.examples.map(({ sessionId, atMs }) => ({ sessionId, atMs, untilMs: atMs + 40_000, outcome: 'abandoned', cause: stall.cause, engagedMs: 31_000, recorded: true, evidence })) }
}

export const aCheckup: CheckupItem[] = [
  { key: 'entry', question: 'Are the entry pages attractive?', answer: 'good', sentence: 'Visitors stay on most pages they come in by.', evidence: [{ label: 'Bounced', page: '/', value: 0.31, unit: 'share', low: 0.29, high: 0.33, n: 2210 }] },
  { key: 'search', question: 'Does the search work?', answer: 'attention', sentence: 'Every fifth search finds nothing, and half of those visitors leave.', evidence: [{ label: 'Without results', page: '/search', value: 0.21, unit: 'share', low: 0.17, high: 0.26, n: 377 }] },
  { key: 'time', question: 'How long do visitors stay on a page?', answer: 'unknown', sentence: 'Too few visits to say.', evidence: [] },
]

export const someForms: FormReport[] = [{
  form: 'pay', page: '/checkout/payment', views: 812, started: 640, submitted: 511, completed: 402, abandoned: 238, completion: around(0.63, 0.04), loops: 90, cleared: 151, medianMs: 74_000, overlong: { is: false, sentence: '' },
  fields: ['cc-name', 'cc-number', 'cc-exp', 'cc-csc'].map((key, at) => ({ key, label: ['Name on card', 'Card number', 'Expires', 'Code'][at]!, type: 'text', focused: 640 - at * 20, filled: 600 - at * 30, leftHere: [12, 131, 40, 55][at]!, leftShare: null, medianMs: 6_200 + at * 1_000, hesitationMs: 900 * (at + 1), corrections: 0.4 * at, returned: 20 * at, refilled: at === 1 ? 151 : 3, errors: at === 1 ? 190 : 4, cleared: at === 1 ? 151 : 0, blank: 0, autofilled: at === 0 ? 210 : 0, pasted: 2, askedTwice: 0, returnDifference: null })),
}]

export const someDetectors: Detector[] = [
  { kind: 'rage', strength: 'strong', words: 'Four clicks on one element within a second, or three within seven seconds that nothing answered.', thresholds: [{ key: 'rage.hammer_clicks', value: 4, default: 4, unit: 'clicks' }, { key: 'rage.hammer_window_ms', value: 1000, default: 1000, unit: 'ms' }], sessions: 61, rate: around(0.031, 0.006), target: 0.02, votes: { right: 41, all: 50, precision: around(0.82, 0.1) } },
  { kind: 'hesitation', strength: 'soft', words: 'The pointer stayed over something for three seconds before it was clicked.', thresholds: [], sessions: 200, rate: around(0.05, 0.01), target: null, votes: { right: 0, all: 0, precision: null } },
]

/** What an owner noted, which tests may change. */
export interface OwnersNotes {
  releases: Release[]
  said: Record<string, StallStep[]>
  channels: AlertChannel[]
  sent: SentAlert[]
  votes: number
}

export const noNotes = (): OwnersNotes => ({ releases: [], said: {}, channels: [], sent: [], votes: 0 })
