import type { Page, Stop } from './page/page.ts'

const ASKED_EVERY = 500
const STORE = 1
const MEASURE = 8

interface TcData {
  gdprApplies?: boolean
  eventStatus?: string
  purpose?: { consents?: Record<number, boolean> }
}

interface Signals {
  dataLayer?: ArrayLike<unknown>
  __tcfapi?(command: string, version: number, hear: (data: TcData, ok: boolean) => void): void
}

/**
 * Hears what a consent platform says: Google's consent signals (`analytics_storage`), or the TCF (purposes 1 and 8). Looks only
 * at what the page itself has laid out; nothing of the page is changed, nothing is stored.
 */
export function hearConsent(page: Page, decide: (given: boolean) => void): Stop {
  const signals = window as Signals
  let read = 0
  let asked = false

  function tcf({ gdprApplies, eventStatus = '', purpose }: TcData, ok: boolean) {
    if (gdprApplies === false) decide(true)
    else if (ok && /tcloaded|useractioncomplete/.test(eventStatus))
      decide([STORE, MEASURE].every((number) => purpose?.consents?.[number]))
  }

  function look() {
    const layer = signals.dataLayer ?? []
    for (; read < layer.length; read++) {
      const [what, how, states] = Array.from((layer[read] ?? []) as ArrayLike<any>)
      const state = what === 'consent' && states?.analytics_storage
      // A default that grants asks nobody; only an answer is one.
      if (state && how === 'update') decide(state === 'granted')
    }
    if (!asked && signals.__tcfapi) {
      asked = true
      signals.__tcfapi('addEventListener', 2, page.guard(tcf))
    }
  }

  const stop = page.every(ASKED_EVERY, look)
  page.guard(look)()
  return stop
}
