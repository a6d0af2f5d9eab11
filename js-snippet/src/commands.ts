import { createPage } from './page/page.ts'
import { tabSlot, visitorSlot } from './session/storage.ts'
import type { Settings } from './settings.ts'
import { startVisit } from './visit.ts'
import type { Visit } from './visit.ts'

type Command = (...args: any[]) => unknown
type Entrance = Command & { q?: ArrayLike<unknown>[]; loaded?: boolean }

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
  const refused = !!(navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl
  let visit: Visit | undefined
  let allowed = settings.consent === 'not-required'
  let state = refused ? 'global-privacy-control' : allowed ? 'starting' : 'consent-required'
  let openedAt = 0

  const begin = page.guard(() => {
    if (refused || visit || !allowed) return
    if ((document as { prerendering?: boolean }).prerendering) return
    visit = startVisit(settings, page, script, openedAt, end)
    state = 'running'
  })

  function end(reason: string, forget = false) {
    visit?.stop(forget)
    visit = undefined
    if (forget) [visitorSlot(settings.key), tabSlot()].forEach((slot) => slot.clear())
    allowed = false
    state = reason
  }

  // Quoted: these names, and those in a status, are the page's, so the build must leave them alone.
  const commands: Record<string, Command> = {
    'consent'(given: unknown) {
      if (given !== true) return end('consent-withdrawn', true)
      openedAt = performance.now()
      allowed = true
      begin()
    },
    'track': (name, properties) => visit?.name(name, properties, false),
    'goal': (name, properties) => visit?.name(name, properties, true),
    'identify': (key) => visit?.identify(String(key)),
    'reset': () => visit?.reset(),
    'record': (what) => visit?.record(what !== 'stop'),
    'flush': () => visit?.flush() ?? Promise.resolve(),
    'stop': () => end('stopped'),
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
    page.guard(() => (result = commands[name as string]?.(...args)))()
    return result
  }

  const entrance: Entrance = (...args) => run(args)
  entrance.loaded = true
  owner.sojourn = entrance
  begin()
  if (!visit) page.listen(document, 'prerenderingchange', begin)
  for (const waiting of [...(before?.q ?? [])]) run(Array.from(waiting))
}
