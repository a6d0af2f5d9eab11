import type { Check, Diagnosis } from '../api/doctor.ts'
import { text } from '../text/en.ts'

const CLOCK_MS = 5_000

/** What only a browser can find out: whether the script can be had from another site, and whether the clocks agree. */
export async function lookFromHere({ script, now: serverNow }: Diagnosis, now: number, fetch: typeof globalThis.fetch): Promise<Check[]> {
  const words = text.owners.doctor
  const reached = await fetch(script, { mode: 'cors', credentials: 'omit', cache: 'no-store' }).then(({ ok }) => ok, () => false)
  const apart = Math.abs(serverNow - now)
  return [
    reached
      ? { key: 'script', state: 'good', sentence: words.scriptGood, mend: null }
      : { key: 'script', state: 'bad', sentence: words.scriptBad(script), mend: words.scriptMend },
    apart <= CLOCK_MS
      ? { key: 'clock', state: 'good', sentence: words.clockGood, mend: null }
      : { key: 'clock', state: 'attention', sentence: words.clockBad(Math.round(apart / 1_000)), mend: words.clockMend },
  ]
}
