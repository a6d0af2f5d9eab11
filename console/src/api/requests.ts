import { text } from '../text/en.ts'
import { Problem } from './problem.ts'

export interface Requests {
  get<T>(path: string, signal?: AbortSignal): Promise<T>
  bytes(path: string, signal?: AbortSignal): Promise<ArrayBuffer>
  post<T>(path: string, body: object): Promise<T>
  put<T>(path: string, body: object): Promise<T>
  remove(path: string): Promise<void>
}

/** Talks to our own server only, by cookie. `signedOut` is called whenever an answer says that nobody is logged in. */
export function createRequests(fetch: typeof globalThis.fetch, signedOut: () => void): Requests {
  async function send(path: string, init: RequestInit): Promise<Response> {
    const answer = await fetch(path, { credentials: 'same-origin', ...init }).catch((failure: unknown) => {
      if (init.signal?.aborted) throw failure
      throw new Problem(0, text.errors.offline)
    })
    if (answer.ok) return answer
    // A wrong password is an answer to the log-in page, not the end of somebody's session.
    if (answer.status === 401 && path !== '/api/login') signedOut()
    throw await Problem.from(answer)
  }

  const json = async (answer: Response) => (answer.status === 204 ? undefined : answer.json())
  return {
    get: (path, signal) => send(path, withSignal({ headers: { Accept: 'application/json' } }, signal)).then(json),
    bytes: (path, signal) => send(path, withSignal({}, signal)).then((answer) => answer.arrayBuffer()),
    post: (path, body) => send(path, withBody('POST', body)).then(json),
    put: (path, body) => send(path, withBody('PUT', body)).then(json),
    remove: (path) => send(path, withBody('DELETE', {})).then(json),
  }
}

const withBody = (method: string, body: object): RequestInit => ({ method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
const withSignal = (init: RequestInit, signal?: AbortSignal): RequestInit => (signal ? { ...init, signal } : init)
