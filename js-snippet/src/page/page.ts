/** Ends what a tracker began. Calling it twice does no harm. */
export type Stop = () => void

/** The agent's only door to the page's events and timers. Whatever goes wrong behind it never reaches the page. */
export interface Page {
  /** Listens in the capture phase, before the page's own handlers. `types` are separated by blanks. */
  listen<E extends Event = Event>(target: EventTarget, types: string, handler: (event: E) => void): Stop
  /** Once, after so many ms. */
  after(ms: number, run: () => void): Stop
  every(ms: number, run: () => void): Stop
  guard<A extends unknown[]>(run: (...args: A) => void): (...args: A) => void
  /** The main-thread time spent behind this door so far, in ms. */
  spent(): number
}

// Called by name: a form named `addEventListener` stands in the way of the document's own.
const { addEventListener, removeEventListener } = EventTarget.prototype

export function createPage(onFault: (fault: unknown) => void): Page {
  let spent = 0
  const guard: Page['guard'] =
    (run) =>
    (...args) => {
      const from = performance.now()
      try {
        run(...args)
      } catch (fault) {
        onFault(fault)
      }
      spent += performance.now() - from
    }
  return {
    guard,
    spent: () => spent,
    listen(target, types, handler) {
      const safe = guard(handler) as EventListener
      const names = types.split(' ')
      const options = { capture: true, passive: true }
      for (const name of names) addEventListener.call(target, name, safe, options)
      return () => names.forEach((name) => removeEventListener.call(target, name, safe, options))
    },
    after(ms, run) {
      const timer = setTimeout(guard(run), ms)
      return () => clearTimeout(timer)
    },
    every(ms, run) {
      const timer = setInterval(guard(run), ms)
      return () => clearInterval(timer)
    },
  }
}

export function stopAll(stops: Stop[]): void {
  for (const stop of stops.splice(0)) stop()
}
