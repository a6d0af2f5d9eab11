import { install } from './commands.ts'
import type { Settings } from './settings.ts'

type Sojourn = (command: string, ...args: unknown[]) => unknown

/** For sites that bundle their scripts: what the pasted line does. Asks the server for the site's settings first. */
export async function start({ key, endpoint }: Pick<Settings, 'key' | 'endpoint'>): Promise<void> {
  if ((navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl) return
  try {
    const answer = await fetch(`${endpoint}/s/${key}.json`, { credentials: 'omit' })
    install(await answer.json(), null)
  } catch {
    // Without its settings the agent does not know what it may do.
  }
}

/** The same as `window.sojourn`; what is said before the agent is there waits for it. */
export function sojourn(command: string, ...args: unknown[]): unknown {
  const page = window as { sojourn?: Sojourn & { q?: unknown[] } }
  page.sojourn ??= Object.assign((...said: unknown[]) => void page.sojourn!.q!.push(said), { q: [] })
  return page.sojourn(command, ...args)
}
