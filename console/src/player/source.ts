// Where recordings come from. Everything rejects with a Failure, whose message is for the person in front of the screen.
import type { Recording } from './recording.ts'
import { text } from './text.ts'

export interface Source {
  contents(signal: AbortSignal): Promise<Recording>
  /** What happened in a document from `fromMs` to `toMs`, beginning with a snapshot at or before `fromMs`. */
  events(document: string, fromMs: number, toMs: number): Promise<ArrayBuffer>
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

export function createSource(site: string, session: string, fetch: typeof globalThis.fetch = globalThis.fetch.bind(globalThis)): Source {
  const address = `/api/sites/${encodeURIComponent(site)}/sessions/${encodeURIComponent(session)}/recording`

  async function get(path: string, init: RequestInit): Promise<Response> {
    const answer = await fetch(path, { credentials: 'same-origin', ...init }).catch((failure: unknown) => {
      if (init.signal?.aborted) throw failure
      throw new Failure(0, text.unreachable)
    })
    if (answer.ok) return answer
    throw new Failure(answer.status, answer.status === 401 ? text.loggedOut : await detailOf(answer))
  }

  return {
    contents: async (signal) => (await get(address, { signal, headers: { Accept: 'application/json' } })).json(),
    events: async (document, fromMs, toMs) =>
      (await get(`${address}/${encodeURIComponent(document)}?at=${Math.floor(fromMs)}&until=${Math.ceil(toMs)}`, {})).arrayBuffer(),
  }
}

async function detailOf(answer: Response): Promise<string> {
  const problem: unknown = await answer.json().catch(() => null)
  const detail = typeof problem === 'object' && problem !== null && 'detail' in problem ? problem.detail : null
  return typeof detail === 'string' && detail ? detail : text.refused(answer.status)
}
