import type { Page, Stop } from '../page/page.ts'
import type { Signal } from '../page/signal.ts'
import type { Discretion } from '../element/fingerprint.ts'
import type { Privacy } from '../privacy/privacy.ts'
import type { EventKind } from '../wire/messages.ts'

/** What is about to end: the page view, what the visitor sees of it for now, or the whole page. */
export type Closing = 'view' | 'hidden' | 'left'

/** All that a tracker may know and do. */
export interface Scope {
  readonly page: Page
  /** When the first page view began, in ms since the page started. */
  readonly openedAt: number
  readonly privacy: Privacy
  readonly discretion: Discretion
  /** Reports an event; `at` in ms since the page started, now if left out. */
  emit<T>(kind: EventKind<T>, body: T, at?: number): void
  /** Ms since the page started. */
  now(): number
  /** The time of a browser event on the same clock. */
  timeOf(event: Event): number
  /** When the visitor last did something, in ms since the page started. */
  lastActive(): number
  /** The last moment to say what has not been said. */
  readonly closing: Signal<Closing>
  /** The page has changed its address, or has begun to go elsewhere. */
  readonly address: Signal<void>
  /** The recorder's id of a node, 0 when it has none. */
  nodeId(node: Node): number
  /** Whether a recording is wanted. */
  recorded(): boolean
}

export type Tracker = (scope: Scope) => Stop

/** Stops several trackers at once. */
export function together(...stops: Stop[]): Stop {
  return () => stops.forEach((stop) => stop())
}
