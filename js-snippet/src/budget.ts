import type { Page, Stop } from './page/page.ts'

const LOOKED_EVERY = 10_000
// A twentieth of the main thread, and that twice in a row: opening a large page may cost once.
const SHARE = 0.05
const STRIKES = 2
const MINUTE = 60_000

/** Keeps an eye on what the agent costs the page. */
export function createMeter(page: Page, now: () => number, onOver: () => void): { perMinute(): number; stop: Stop } {
  const from = now()
  let before = page.spent()
  let lookedAt = from
  let strikes = 0
  return {
    perMinute: () => (page.spent() / Math.max(now() - from, 1)) * MINUTE,
    stop: page.every(LOOKED_EVERY, () => {
      const share = (page.spent() - before) / (now() - lookedAt)
      before = page.spent()
      lookedAt = now()
      strikes = share > SHARE ? strikes + 1 : 0
      if (strikes < STRIKES) return
      strikes = 0
      onOver()
    }),
  }
}
