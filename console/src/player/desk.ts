// What can be done with a recording besides watching it. Everything rejects with a Failure, whose message is for people.
import { Failure, detailOf } from './source.ts'
import { text } from './text.ts'

export interface Share {
  id: string
  /** Told only when the link is made. */
  url?: string
  atMs: number
  createdAt: number
  createdBy: string
  expiresAt: number
}

export interface Desk {
  share(atMs: number, expiresInMs: number): Promise<Share>
  shares(): Promise<Share[]>
  revoke(share: string): Promise<void>
  /** Deletes the session, with all that is known of it. */
  erase(): Promise<void>
  /** Where the recording is answered as rrweb JSON. */
  readonly exportAddress: string
  /** The player alone, at a moment. */
  alone(atMs: number): string
}

export function createDesk(site: string, session: string, fetch: typeof globalThis.fetch = globalThis.fetch.bind(globalThis)): Desk {
  const ofSite = `/api/sites/${encodeURIComponent(site)}`
  const ofSession = `${ofSite}/sessions/${encodeURIComponent(session)}`

  async function ask(method: string, path: string, body?: unknown): Promise<Response> {
    const init: RequestInit = { method, credentials: 'same-origin', headers: { 'Content-Type': 'application/json' } }
    if (body !== undefined) init.body = JSON.stringify(body)
    const answer = await fetch(path, init).catch(() => {
      throw new Failure(0, text.unreachable)
    })
    if (answer.ok) return answer
    throw new Failure(answer.status, answer.status === 401 ? text.loggedOut : await detailOf(answer))
  }

  return {
    share: async (atMs, expiresInMs) => (await ask('POST', `${ofSession}/shares`, { atMs: Math.round(atMs), expiresInMs })).json(),
    shares: async () => (await (await ask('GET', `${ofSession}/shares`)).json()).items,
    revoke: async (share) => void (await ask('DELETE', `${ofSite}/shares/${encodeURIComponent(share)}`, {})),
    erase: async () => void (await ask('DELETE', ofSession, {})),
    exportAddress: `${ofSession}/rrweb`,
    alone: (atMs) => `/player?site=${encodeURIComponent(site)}&session=${encodeURIComponent(session)}&at=${Math.round(atMs)}`,
  }
}
