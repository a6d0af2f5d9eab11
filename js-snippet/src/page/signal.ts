import type { Stop } from './page.ts'

/** Tells those who asked, in the order in which they asked. */
export interface Signal<T> {
  on(hear: (value: T) => void): Stop
  fire(value: T): void
}

export function createSignal<T>(): Signal<T> {
  const hearers = new Set<(value: T) => void>()
  return {
    on(hear) {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
    fire(value) {
      for (const hear of [...hearers]) hear(value)
    },
  }
}
