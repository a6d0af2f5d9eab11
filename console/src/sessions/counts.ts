import { text } from '../text/en.ts'
import { type Condition, type Filters, written } from './filters.ts'

/** How many visits pass, and how they divide by what else could be asked; most frequent first. */
export interface Counts {
  sessions: number
  by: Partial<Record<string, { value: string; sessions: number }[]>>
}

export interface Suggestion {
  condition: Condition
  field: string
  value: string
  sessions: number
}

/** Which fields are offered, and how many values of each. */
const OFFERED: readonly [field: string, most: number][] = [['signal', 3], ['goal', 3], ['channel', 3], ['class', 2], ['browser', 2], ['country', 2]]

/** Conditions that would divide the list: those that all visits fulfil, or that are set already, say nothing. */
export function suggestionsOf(counts: Counts, filters: Filters): Suggestion[] {
  const asked = new Set(filters.where.map(({ field }) => field))
  const set = new Set(filters.where.map(written))
  return OFFERED.flatMap(([field, most]) => {
    if (asked.has(field)) return []
    const values = counts.by[field] ?? []
    return values
      .filter(({ sessions }) => sessions > 0 && sessions < counts.sessions)
      .slice(0, most)
      .map(({ value, sessions }) => ({ condition: { field, op: 'is', value }, field: text.counts.fields[field] ?? field, value: text.counts.values[value] ?? value, sessions }))
      .filter(({ condition }) => !set.has(written(condition)))
  })
}
