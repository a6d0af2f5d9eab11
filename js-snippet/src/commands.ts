import { hearConsent } from './consent-signals.ts'
import { createPage } from './page/page.ts'
import type { Stop } from './page/page.ts'
import { addMark, setRules } from './privacy/rules.ts'
import { allowQuery } from './privacy/url.ts'
import { sayings } from './sayings.ts'
import { createSlot, inTab, tabSlot, visitorSlot } from './session/storage.ts'
import type { Settings } from './settings.ts'
import { startVisit } from './visit.ts'
import type { Given, Visit } from './visit.ts'

type Command = (...args: any[]) => unknown
type Entrance = Command & { q?: ArrayLike<unknown>[]; e?: Event[]; loaded?: boolean }

/** Puts `window.sojourn` in place, runs the commands that waited for it, and begins as soon as it may. */
export function install(settings: Settings, script: HTMLScriptElement | null): void {
  const owner = window as { sojourn?: Entrance }
  const before = owner.sojourn
  if (!settings.key || before?.loaded) return
  let faults = 0
  let lastFault = ''
  const page = createPage((fault) => {
    faults++
    lastFault = String(fault)
  })
  const waiting = [...(before?.q ?? [])].map((args) => Array.from(args))
  const given: Given = { name: '', early: before?.e, domain: script?.dataset.domain, openedAt: 0 }
  const closed = (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl
    ? 'global-privacy-control'
    : settings.off
      ? 'switched-off'
      : ''
  const asks = settings.consent !== 'not-required'
  let visit: Visit | undefined
  let allowed = !asks
  let state = closed || (asks ? 'consent-required' : 'starting')
  let hearing: Stop | undefined

  const begin = page.guard(() => {
    if (closed || visit || !allowed) return
    if ((document as { prerendering?: boolean }).prerendering) return
    visit = startVisit(settings, page, script, given, end)
    state = 'running'
  })

  function end(reason: string, forget = false) {
    visit?.stop(forget)
    visit = undefined
    if (forget)
      for (const slot of [
        visitorSlot(settings.key, given.domain),
        tabSlot(),
        ...['kept', 'form', 'same'].map((name) => createSlot(inTab, 'sojourn.' + name)),
      ])
        slot.clear()
    allowed = false
    if (!closed) state = reason
  }

  function decide(yes: boolean) {
    if (!yes)
      return state === 'consent-withdrawn' || (state === 'consent-required' && !visit) || end('consent-withdrawn', true)
    if (visit) return
    given.openedAt = performance.now()
    allowed = true
    begin()
  }

  // Quoted: these names, and those in a status, are the page's, so the build must leave them alone.
  const commands: Record<string, Command> = {
    'consent': (yes: unknown) => (yes === true ? decide(true) : end('consent-withdrawn', true)),
    'identify': (key) => visit?.identify(String(key)),
    'reset': () => visit?.reset(),
    'page'(name) {
      given.name = String(name)
      visit?.page()
    },
    'mask': (selector) => addMark('mask', selector),
    'record': (what, reason) => visit?.record(what !== 'stop', reason && String(reason)),
    'flush': () => visit?.flush() ?? Promise.resolve(),
    'stop': () => {
      end('stopped')
      hearing?.()
    },
    'sessionUrl': () => (visit && settings.sessions ? settings.sessions + visit.sessionId() : ''),
    'status': () => ({
      'version': settings.version,
      'state': state,
      'faults': faults,
      'lastFault': lastFault,
      ...visit?.status(),
    }),
  }

  function run([name, ...args]: unknown[]): unknown {
    let result: unknown
    page.guard(() => {
      const command = String(name)
      result = Object.hasOwn(sayings, command) ? visit?.say(command, args) : commands[command]?.(...args)
    })()
    return result
  }

  const entrance: Entrance = (...args) => run(args)
  entrance.loaded = true
  owner.sojourn = entrance
  setRules(settings)
  allowQuery(settings.query)
  // What names the page and what must be hidden is wanted before anything is looked at.
  const first = ([name]: unknown[]) => name === 'page' || name === 'mask'
  waiting.filter(first).forEach(run)
  begin()
  if (asks && !closed) hearing = hearConsent(page, decide)
  if (!visit) page.listen(document, 'prerenderingchange', begin)
  for (const command of waiting) if (!first(command)) run(command)
}
