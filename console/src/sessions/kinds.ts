import { text } from '../text/en.ts'
import { duration, number } from '../text/format.ts'
import type { Condition } from './filters.ts'

/** A condition people can add by hand. One more kind is one more line here and its words in the text file. */
export interface Kind {
  readonly id: keyof typeof text.filters.kinds
  readonly field: string
  readonly op: string
  readonly input: 'text' | 'number' | 'seconds'
}

export const KINDS: readonly Kind[] = [
  { id: 'page', field: 'page', op: 'contains', input: 'text' },
  { id: 'entry', field: 'entry', op: 'contains', input: 'text' },
  { id: 'exit', field: 'exit', op: 'contains', input: 'text' },
  { id: 'clicks', field: 'clicks', op: 'at-least', input: 'number' },
  { id: 'pages', field: 'pages', op: 'at-least', input: 'number' },
  { id: 'stalls', field: 'stalls', op: 'at-least', input: 'number' },
  { id: 'engaged', field: 'engaged', op: 'at-least', input: 'seconds' },
  { id: 'browser', field: 'browser', op: 'is', input: 'text' },
  { id: 'os', field: 'os', op: 'is', input: 'text' },
]

export const RECORDED: Condition = { field: 'recorded', op: 'is', value: 'true' }

/** The condition a filled-in kind stands for, or null while it is not filled in properly. */
export function conditionFor(kind: Kind, typed: string): Condition | null {
  const value = typed.trim()
  if (value === '') return null
  if (kind.input === 'text') return { field: kind.field, op: kind.op, value }
  const amount = Number(value)
  if (!Number.isFinite(amount) || amount < 0) return null
  return { field: kind.field, op: kind.op, value: String(Math.round(kind.input === 'seconds' ? amount * 1_000 : amount)) }
}

/** The words on a chip. A condition that only the API knows is shown as it is written. */
export function spoken({ field, op, value }: Condition): string {
  if (field === RECORDED.field) return value === 'true' ? text.filters.recorded : text.filters.notRecorded
  if (field === 'visitor') return text.filters.visitor(value.slice(0, 8))
  const kind = KINDS.find((known) => known.field === field && known.op === op)
  if (!kind && op === 'is' && text.counts.fields[field]) return `${text.counts.fields[field]}: ${text.counts.values[value] ?? value}`
  if (!kind) return `${field} ${op} ${value}`
  const amount = kind.input === 'seconds' ? duration(Number(value)) : kind.input === 'number' ? number(Number(value)) : value
  return text.filters.kinds[kind.id].chip(amount)
}
