import { stopAll } from '../page/page.ts'
import type { Page, Stop } from '../page/page.ts'
import { randomBytes, toHex } from './ids.ts'
import type { Slot } from './storage.ts'

/**
 * The id of this browser tab, in hex. It is taken out of session storage while the page lives and put back when it goes: a
 * duplicated tab starts with a copy of that storage and must not find it there.
 */
export function takeTabId(slot: Slot, page: Page): { id: string; stop: Stop } {
  const found = slot.read()
  const id = found && /^[\da-f]{16}$/.test(found) ? found : toHex(randomBytes(8))
  slot.clear()
  const stops = [
    page.listen(window, 'pagehide', () => slot.write(id)),
    page.listen(window, 'pageshow', () => slot.clear()),
  ]
  return {
    id,
    stop() {
      stopAll(stops)
      slot.write(id)
    },
  }
}
