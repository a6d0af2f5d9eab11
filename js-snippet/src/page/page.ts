/** Ends what a tracker began. Calling it twice does no harm. */
export type Stop = () => void

/** The agent's only door to the page's events and timers. Whatever goes wrong behind it never reaches the page. */
export interface Page {
  /** Listens in the capture phase, before the page's own handlers. `types` are separated by blanks. */
  listen<E extends Event = Event>(target: EventTarget, types: string, handler: (event: E) => void): Stop
  /** The same at the window and in all frames of the same origin that have no agent of their own, now and later. */
  hear<E extends Event = Event>(types: string, handler: (event: E) => void): Stop
  /** Listens again where a page has removed all listeners (`document.open`) or has loaded a frame. */
  rehook(): void
  /** Once, after so many ms. */
  after(ms: number, run: () => void): Stop
  every(ms: number, run: () => void): Stop
  guard<A extends unknown[]>(run: (...args: A) => void): (...args: A) => void
  /** The main-thread time spent behind this door so far, in ms. */
  spent(): number
  /** The longest single stay behind it, in ms. */
  longest(): number
}

// Called by name: a form named `addEventListener` stands in the way of the document's own.
const { addEventListener, removeEventListener } = EventTarget.prototype
const OPTIONS = { capture: true, passive: true }

interface Hook {
  readonly target: EventTarget
  readonly type: string
  readonly safe: EventListener
  readonly deep: boolean
}

export function createPage(onFault: (fault: unknown) => void): Page {
  const hooks = new Set<Hook>()
  let spent = 0
  let longest = 0
  let depth = 0
  const guard: Page['guard'] =
    (run) =>
    (...args) => {
      const from = performance.now()
      depth++
      try {
        run(...args)
      } catch (fault) {
        onFault(fault)
      }
      if (--depth) return
      const took = performance.now() - from
      spent += took
      longest = Math.max(longest, took)
    }

  function hook(target: EventTarget, types: string, handler: (event: any) => void, deep: boolean): Stop {
    const safe = guard(handler) as EventListener
    const mine = types.split(' ').map((type) => ({ target, type, safe, deep }))
    for (const one of mine) {
      hooks.add(one)
      reach(one, addEventListener)
    }
    return () => {
      for (const one of mine) if (hooks.delete(one)) reach(one, removeEventListener)
    }
  }

  const rehook = () => hooks.forEach((one) => reach(one, addEventListener))
  const page: Page = {
    guard,
    spent: () => spent,
    longest: () => longest,
    listen: (target, types, handler) => hook(target, types, handler, false),
    hear: (types, handler) => hook(window, types, handler, true),
    rehook,
    after(ms, run) {
      const timer = setTimeout(guard(run), ms)
      return () => clearTimeout(timer)
    },
    every(ms, run) {
      const timer = setInterval(guard(run), ms)
      return () => clearInterval(timer)
    },
  }
  return page
}

/** Adding a listener that is there already changes nothing. */
function reach({ target, type, safe, deep }: Hook, act: typeof addEventListener) {
  for (const each of deep ? windowsIn(window) : [target]) act.call(each, type, safe, OPTIONS)
}

function windowsIn(owner: Window): Window[] {
  const found = [owner]
  for (let i = 0; i < owner.length; i++) {
    try {
      const frame = owner[i]!
      // Reading the document of another origin throws, or there is none.
      if (frame.document && !(frame as { sojourn?: { loaded?: boolean } }).sojourn?.loaded)
        found.push(...windowsIn(frame))
    } catch {
      // Another origin's.
    }
  }
  return found
}

export function stopAll(stops: Stop[]): void {
  for (const stop of stops.splice(0)) stop()
}
