import type { Page, Stop } from '../page/page.ts'

/** How long one task of ours may hold up the page, in ms. */
export const SLICE = 10

/** Runs `work` soon, in a task of its own, behind what the page has to do. Asking again before it ran changes nothing. */
export function createSlices(page: Page, work: () => void): { ask(): void; stop: Stop } {
  const scheduler = (globalThis as { scheduler?: { postTask?(run: () => void): Promise<unknown> } }).scheduler
  const channel = new MessageChannel()
  let asked = false
  let stopped = false
  const run = page.guard(() => {
    asked = false
    if (!stopped) work()
  })
  channel.port1.onmessage = run
  return {
    ask() {
      if (asked || stopped) return
      asked = true
      if (scheduler?.postTask) void scheduler.postTask(run)
      else channel.port2.postMessage(0)
    },
    stop() {
      stopped = true
      channel.port1.close()
    },
  }
}
