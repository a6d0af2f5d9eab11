import type { Page, Stop } from '../page/page.ts'

/** How long one task of ours may hold up the page, in ms. */
export const SLICE = 10

/** When the recorder works: in tasks of its own, behind what the page has to do. Asking again changes nothing. */
export interface Slices {
  /** After the next frame: until then more may happen that is told in one go. */
  ask(): void
  /** The slice was too short: go on soon. */
  again(): void
  stop: Stop
}

export function createSlices(page: Page, work: () => void): Slices {
  const scheduler = (globalThis as { scheduler?: { postTask?(run: () => void): Promise<unknown> } }).scheduler
  const channel = new MessageChannel()
  let waiting = false
  let asked = false
  let stopped = false
  const run = page.guard(() => {
    asked = waiting = false
    if (!stopped) work()
  })
  channel.port1.onmessage = run

  function again() {
    if (asked || stopped) return
    asked = true
    if (scheduler?.postTask) void scheduler.postTask(run)
    else channel.port2.postMessage(0)
  }

  return {
    ask() {
      if (waiting || stopped) return
      waiting = true
      // A page nobody sees draws no frames; the next time it is seen it does.
      requestAnimationFrame(again)
    },
    again,
    stop() {
      stopped = true
      channel.port1.close()
    },
  }
}
