import { text } from './en.ts'

/** Numbers, times and durations as people read them, in the language of the text file and the region of the browser. */
const locale = globalThis.navigator?.languages?.find((language) => language.startsWith(text.language)) ?? text.language

const wholeNumbers = new Intl.NumberFormat(locale)
const shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' })
const daysWithYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' })
const clocks = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' })
const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' })
const agoes = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'narrow' })

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export const number = (value: number): string => wholeNumbers.format(value)
export const share = (part: number, whole: number): string => shares.format(whole > 0 ? part / whole : 0)
/** Date and time to the second. */
export const moment = (at: number): string => moments.format(at)

/** "3m ago" within the last hour, then the clock time, with the day when it was not today. */
export function when(at: number, now: number): string {
  const ago = Math.max(0, now - at)
  if (ago < MINUTE) return text.justNow
  if (ago < HOUR) return agoes.format(-Math.floor(ago / MINUTE), 'minute')
  const today = new Date(now).toDateString() === new Date(at).toDateString()
  return today ? clocks.format(at) : `${day(at, now)}, ${clocks.format(at)}`
}

/** The day, with the year only when it is not this one. */
export const day = (at: number, now: number): string =>
  (new Date(at).getFullYear() === new Date(now).getFullYear() ? days : daysWithYear).format(at)

/** "48s", "3m 05s", "1h 12m". */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / SECOND))
  if (seconds < 60) return `${seconds}${text.units.second}`
  const padded = (value: number) => String(value).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes}${text.units.minute} ${padded(seconds % 60)}${text.units.second}`
  return `${Math.floor(minutes / 60)}${text.units.hour} ${padded(minutes % 60)}${text.units.minute}`
}

/** Epoch ms of the start of a local day written as yyyy-mm-dd, or null when it is none. */
export function dayStart(written: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return null
  const at = new Date(`${written}T00:00:00`).getTime()
  return Number.isNaN(at) ? null : at
}

/** The following local midnight; a day is not always 24 hours long. */
export function nextDay(start: number): number {
  const date = new Date(start)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime()
}

export { DAY, HOUR }
