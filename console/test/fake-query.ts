import type { Session } from '../src/api/types.ts'

/** Filters, sorts and cuts the way docs/api.md says. The cursor is the number of items already given. */
export function answerList(sessions: readonly Session[], query: URLSearchParams) {
  const wanted = sessions.filter((session) => matches(session, query))
  const sort = query.get('sort') ?? '-startedAt'
  const field = sort.replace(/^-/, '') as 'startedAt' | 'clicks' | 'stalls'
  const sorted = wanted.toSorted((one, other) => (one[field] - other[field]) * (sort.startsWith('-') ? -1 : 1))
  const start = Number(query.get('cursor') ?? 0)
  const end = start + Number(query.get('limit') ?? 50)
  return { items: sorted.slice(start, end), next: end < sorted.length ? String(end) : null }
}

function matches(session: Session, query: URLSearchParams): boolean {
  const from = Number(query.get('from') ?? 0)
  const to = Number(query.get('to') ?? Infinity)
  const device = query.get('device')
  return session.startedAt >= from && session.startedAt < to && (!device || session.device === device) && query.getAll('where').every((where) => fits(session, where))
}

function fits(session: Session, where: string): boolean {
  const [field, op, value] = /^([a-z]+):([a-z-]+):(.*)$/.exec(where)!.slice(1) as [string, string, string]
  const values: Record<string, string | number | boolean | null> = {
    page: `${session.entryPage} ${session.exitPage}`, entry: session.entryPage, exit: session.exitPage, browser: session.browser, os: session.os,
    visitor: session.visitorId, clicks: session.clicks, pages: session.pageViews, duration: session.durationMs, engaged: session.engagedMs, stalls: session.stalls, recorded: session.hasRecording,
  }
  const actual = values[field] ?? ''
  if (op === 'contains') return String(actual).includes(value)
  if (op === 'at-least') return Number(actual) >= Number(value)
  if (op === 'at-most') return Number(actual) <= Number(value)
  if (field === 'page') return String(actual).split(' ').includes(value) === (op === 'is')
  return (String(actual) === value) === (op === 'is')
}

/** Everything that passes, whatever a page of the list holds. */
export function withLimit(query: URLSearchParams): URLSearchParams {
  const all = new URLSearchParams(query)
  all.set('limit', '100000')
  return all
}

/** How a list divides by browser. */
export function countsOf(sessions: readonly Session[]) {
  const browsers = new Map<string, number>()
  for (const { browser } of sessions) browsers.set(browser, (browsers.get(browser) ?? 0) + 1)
  const browser = [...browsers].map(([value, count]) => ({ value, sessions: count })).toSorted((one, other) => other.sessions - one.sessions)
  return { sessions: sessions.length, by: { browser } }
}
