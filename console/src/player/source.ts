// Where recordings come from. Everything rejects with a Failure, whose message is for the person in front of the screen.
import type { Recording } from './recording.ts'
import { text } from './text.ts'

export interface Source {
  /** Asked for with the token of a link rather than by somebody logged in. */
  readonly shared: boolean
  contents(signal: AbortSignal): Promise<Recording>
  /** What happened in a document from `fromMs` to `toMs`, beginning with a snapshot at or before `fromMs`. */
  events(document: string, fromMs: number, toMs: number): Promise<ArrayBuffer>
  /** What happened after `afterMs`, without a snapshot: for a picture that stands there. */
  later(document: string, afterMs: number, toMs: number): Promise<ArrayBuffer>
}

export class Failure extends Error {
  /** Status 0: the server could not be reached. */
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message)
  }
}

/** The recording of a session, for somebody who is logged in. */
export const addressOf = (site: string, session: string): string => `/api/sites/${encodeURIComponent(site)}/sessions/${encodeURIComponent(session)}/recording`

/** The recording that a link shares, for anybody who has the link. */
export const sharedAddress = (token: string): string => `/api/shared/${encodeURIComponent(token)}/recording`

export function createSource(address: string, fetch: typeof globalThis.fetch = globalThis.fetch.bind(globalThis)): Source {

  async function get(path: string, init: RequestInit): Promise<Response> {
    const answer = await fetch(path, { credentials: 'same-origin', ...init }).catch((failure: unknown) => {
      if (init.signal?.aborted) throw failure
      throw new Failure(0, text.unreachable)
    })
    if (answer.ok) return answer
    throw new Failure(answer.status, answer.status === 401 ? text.loggedOut : await detailOf(answer))
  }

  const bytes = async (document: string, stretch: string): Promise<ArrayBuffer> => (await get(`${address}/${encodeURIComponent(document)}?${stretch}`, {})).arrayBuffer()

  return {
    shared: address.startsWith('/api/shared/'),
    contents: async (signal) => (await get(address, { signal, headers: { Accept: 'application/json' } })).json(),
    events: (document, fromMs, toMs) => bytes(document, `at=${Math.floor(fromMs)}&until=${Math.ceil(toMs)}`),
    later: (document, afterMs, toMs) => bytes(document, `after=${Math.ceil(afterMs)}&until=${Math.ceil(toMs)}`),
  }
}

export async function detailOf(answer: Response): Promise<string> {
  const problem: unknown = await answer.json().catch(() => null)
  const detail = typeof problem === 'object' && problem !== null && 'detail' in problem ? problem.detail : null
  return typeof detail === 'string' && detail ? detail : text.refused(answer.status)
}
