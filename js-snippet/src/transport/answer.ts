/** What a collector's answer means for the batch it answers. */
export type Verdict = 'kept' | 'refused' | 'later'

const FIRST_WAIT = 2000
const LONGEST_WAIT = 5 * 60_000

/** 2xx: the collector has it. Most 4xx: it never will. All else, and no answer at all, is weather. */
export function verdictOf(status: number): Verdict {
  if (status >= 200 && status < 300) return 'kept'
  return status >= 400 && status < 500 && status !== 408 && status !== 429 ? 'refused' : 'later'
}

/** How many ms to wait before the next try: twice as long each time, spread out, and never shorter than was asked for. */
export function waitBefore(failures: number, retryAfter: string | null, now: number, random: number): number {
  const backoff = Math.min(FIRST_WAIT * 2 ** (failures - 1), LONGEST_WAIT) * (0.5 + random)
  const asked = retryAfter ? Number(retryAfter) * 1000 || Date.parse(retryAfter) - now : 0
  return Math.max(backoff, Math.min(asked || 0, LONGEST_WAIT * 2))
}
