import type { Device } from '../api/types.ts'
import { DAY, HOUR, dayStart, nextDay } from '../text/format.ts'

/** What a report is narrowed to. It lives in the address, so that a link or a bookmark shows the same. */
export interface Filters {
  readonly range: Range
  /** Local days as yyyy-mm-dd, both included; used only when the range is 'days'. */
  readonly from: string
  readonly to: string
  readonly device: Device | null
  readonly where: readonly Condition[]
}

export type Range = '24h' | '7d' | '30d' | '90d' | 'days'
export const RANGES: readonly Range[] = ['24h', '7d', '30d', '90d', 'days']
export const DEVICES: readonly Device[] = ['desktop', 'mobile', 'tablet']

/** One condition as the API writes it: field:op:value. */
export interface Condition {
  readonly field: string
  readonly op: string
  readonly value: string
}

const REACH_MS: Record<Exclude<Range, 'days'>, number> = { '24h': 24 * HOUR, '7d': 7 * DAY, '30d': 30 * DAY, '90d': 90 * DAY }
const MOST_CONDITIONS = 20

export const noFilters: Filters = { range: '30d', from: '', to: '', device: null, where: [] }

export function filtersOf(search: URLSearchParams): Filters {
  const range = RANGES.find((known) => known === search.get('range')) ?? noFilters.range
  const device = DEVICES.find((known) => known === search.get('device')) ?? null
  const where = search.getAll('where').slice(0, MOST_CONDITIONS).flatMap(conditionOf)
  return { range, from: search.get('from') ?? '', to: search.get('to') ?? '', device, where }
}

/** The filters for the address; what is as usual stays out of it. */
export function searchOf(filters: Filters): URLSearchParams {
  const search = new URLSearchParams()
  if (filters.range !== noFilters.range) search.set('range', filters.range)
  if (filters.range === 'days') {
    search.set('from', filters.from)
    search.set('to', filters.to)
  }
  if (filters.device) search.set('device', filters.device)
  for (const condition of filters.where) search.append('where', written(condition))
  return search
}

/** The filters for the API at the moment `now` (epoch ms). */
export function queryOf(filters: Filters, now: number): URLSearchParams {
  const query = new URLSearchParams()
  if (filters.range === 'days') {
    const from = dayStart(filters.from)
    const to = dayStart(filters.to)
    if (from !== null) query.set('from', String(from))
    if (to !== null) query.set('to', String(nextDay(to)))
  } else {
    query.set('from', String(now - REACH_MS[filters.range]))
  }
  if (filters.device) query.set('device', filters.device)
  for (const condition of filters.where) query.append('where', written(condition))
  return query
}

export const written = ({ field, op, value }: Condition): string => `${field}:${op}:${value}`

export function withCondition(filters: Filters, added: Condition): Filters {
  const others = filters.where.filter((condition) => written(condition) !== written(added))
  return { ...filters, where: [...others, added] }
}

export const withoutCondition = (filters: Filters, gone: Condition): Filters => ({
  ...filters,
  where: filters.where.filter((condition) => written(condition) !== written(gone)),
})

export const isNarrowed = (filters: Filters): boolean => filters.device !== null || filters.where.length > 0 || filters.range !== noFilters.range

/** A value may itself hold colons: only the first two divide. */
function conditionOf(entry: string): Condition[] {
  const match = /^([a-z]+):([a-z-]+):(.+)$/s.exec(entry)
  return match ? [{ field: match[1]!, op: match[2]!, value: match[3]! }] : []
}
