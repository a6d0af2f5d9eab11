import { isOurs } from '../privacy/url.ts'
import { slowRequest } from '../wire/messages.ts'
import { wrapCall } from '../page/wrap.ts'
import { together } from './scope.ts'
import type { Requested, Tracker } from './scope.ts'

const SLOW = 3000
const MOST = 50
const LATE = 30_000

export const enum End {
  ANSWERED = 0,
  BROKEN = 1,
  TIMED_OUT = 2,
  STILL_RUNNING = 3,
}

/** Reports requests of the page that fail or take long, and tells other trackers of all of them. Never what is in them. */
export const trackRequests: Tracker = (scope) => {
  const { page, now, requests, closing, known } = scope
  const running = new Set<Requested>()
  let said = 0

  function begin(method: unknown, address: unknown): Requested {
    const request: Requested = {
      from: now(),
      to: 0,
      method: String(method ?? 'GET').toUpperCase(),
      address: String(address),
      status: 0,
      aborted: false,
      late: false,
    }
    running.add(request)
    requests.fire(request)
    return request
  }

  const end = page.guard((request: Requested, status: number, aborted = false, late = false) => {
    if (!running.delete(request)) return
    Object.assign(request, { to: now(), status, aborted, late })
    if (!aborted) {
      const failed = !status || status >= 500 || (status >= 400 && request.method !== 'GET')
      if (failed || request.to - request.from >= SLOW)
        say(request, status ? End.ANSWERED : late || request.to - request.from >= LATE ? End.TIMED_OUT : End.BROKEN)
    }
    requests.fire(request)
  })

  function say({ from, method, address, status }: Requested, end: End) {
    if (said++ >= MOST) return
    const firstParty = isOurs(address)
    scope.emit(
      slowRequest,
      {
        method,
        path: scope.path(address),
        status,
        durationMs: now() - from,
        end,
        firstParty,
        click: known.clickBefore(from),
      },
      from,
    )
  }

  const begun = new WeakMap<XMLHttpRequest, { method: unknown; address: unknown }>()
  return together(
    wrapCall(window, 'fetch', ([input, init], call) => {
      const given = typeof input === 'object' && input && 'method' in input ? (input as Request) : undefined
      const asText = typeof input === 'string' ? input : (given?.url ?? (input as URL | undefined)?.href)
      const request = quietly(() => begin(init?.method ?? given?.method, asText))
      const answer = call() as Promise<Response>
      if (!request) return answer
      // What the page gets is a promise of the same: were ours another branch, its rejection would count as handled.
      return answer.then(
        (response) => (end(request, response.status || 200), response),
        (fault) => {
          const name = (fault as Error | null)?.name
          end(request, 0, name === 'AbortError', name === 'TimeoutError')
          throw fault
        },
      )
    }),
    wrapCall(XMLHttpRequest.prototype, 'open', ([method, address], call, self) => {
      begun.set(self as XMLHttpRequest, { method, address: (address as URL)?.href ?? address })
      return call()
    }),
    wrapCall(XMLHttpRequest.prototype, 'send', (_, call, self) => {
      const xhr = self as XMLHttpRequest
      const about = begun.get(xhr)
      if (about)
        quietly(() => {
          const request = begin(about.method, about.address)
          const stops = ['load', 'error', 'abort', 'timeout'].map((type) =>
            page.listen(xhr, type, () => {
              end(request, xhr.status, type === 'abort', type === 'timeout')
              stops.forEach((stop) => stop())
            }),
          )
        })
      return call()
    }),
    closing.on((what) => {
      if (what === 'left')
        for (const request of running) if (now() - request.from >= SLOW) say(request, End.STILL_RUNNING)
      if (what === 'view') said = 0
    }),
  )
}

function quietly<T>(run: () => T): T | undefined {
  try {
    return run()
  } catch {
    return
  }
}
