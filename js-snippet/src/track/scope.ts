import type { Page, Stop } from '../page/page.ts'
import type { Signal } from '../page/signal.ts'
import type { Discretion } from '../element/fingerprint.ts'
import type { Privacy } from '../privacy/privacy.ts'
import type { Slot } from '../session/storage.ts'
import type { EventKind, Fingerprint } from '../wire/messages.ts'
import type { Schema, Shape } from '../wire/writer.ts'

/** What is about to end: the page view, what the visitor sees of it for now, or the whole page. */
export type Closing = 'view' | 'hidden' | 'left'

/** A request of the page, told of when it starts and again when it has ended. Times in ms since the page started. */
export interface Requested {
  readonly from: number
  /** 0 while it runs. */
  to: number
  readonly method: string
  readonly address: string
  /** 0 when there was no answer. */
  status: number
  /** Whether the page itself gave up on it. */
  aborted: boolean
  /** Whether time ran out. */
  late: boolean
}

/** An act of the visitor that something should follow. Times in ms since the page started. */
export interface Act {
  readonly event: Event
  readonly element: Element
  readonly at: number
  /** When it began, if earlier than `at`. */
  readonly from?: number
  /** 'spare': nothing need follow. 'unobservable': what follows cannot be seen. */
  readonly judgement: Judgement
}

/** Whether "nothing happened" may be said of an act. */
export type Judgement = 'judge' | 'unobservable' | 'spare'

/** What one tracker knows and others ask. Each fills in its own; until it runs, nobody knows. */
export interface Known {
  /** How long somebody was there in this page view, in ms. */
  engaged(): number
  /** Watches what follows an act; answers the number by which its ClickOutcome names it. */
  act(act: Act): number
  /** The number of the last click of the last 300 ms before `at`, else 0. */
  clickBefore(at: number): number
  /** The site says that a page of its own has begun. */
  page(): void
  /** How long the pointer was over an element before `at`, in ms; 0 unknown. */
  hoveredMs(element: Element, at: number): number
  /** How long before `at` a layout shift moved the element, in ms; 0 not lately. */
  shiftedMs(element: Element, at: number): number
}

/** All that a tracker may know and do. */
export interface Scope {
  readonly page: Page
  /** Errors the stub caught before the agent was there. */
  readonly early: Event[]
  /** When the first page view began, in ms since the page started. */
  readonly openedAt: number
  readonly privacy: Privacy
  readonly discretion: Discretion
  /** Says what an element is, as far as that may be said. */
  describe(element: Element, interactive?: boolean): Fingerprint
  /** Says where a page or a link leads, without what names one thing among many. */
  path(address: string): string
  /** Reports an event; `at` in ms since the page started, now if left out. */
  emit<S extends Schema>(kind: EventKind<S>, body: Shape<S>, at?: number): void
  /** Ms since the page started. */
  now(): number
  /** The time of a browser event on the same clock. */
  timeOf(event: Event): number
  /** When the visitor last did something, in ms since the page started. */
  lastActive(): number
  /** The last moment to say what has not been said. */
  readonly closing: Signal<Closing>
  /** Closes the page view as of a moment that has passed: its last words must stand before the page view that began then. */
  endView(at: number): void
  /** The page has changed its address, or has begun to go elsewhere. */
  readonly address: Signal<void>
  readonly requests: Signal<Requested>
  /** Something in the page has changed. */
  readonly changes: Signal<MutationRecord[]>
  readonly known: Known
  /** Sends all there is at once: to be called last when a page closes. */
  leave(): void
  /** Whether requests may be looked at. */
  readonly requested: boolean
  /** Whether the visitor may be watched closely: not where only statistics are wanted. */
  readonly closely: boolean
  /** A place that outlives the document in this tab, as far as anything may be kept. */
  slot(name: string): Slot
  /** The recorder's id of a node, 0 when it has none. */
  nodeId(node: Node): number
  /** Whether a recording is wanted. */
  recorded(): boolean
  /** What the next page view is called by its own site. */
  pageName(): string
  /** How a session came to be recorded: the reason, and the probability of it. */
  readonly kept: { reason: string; share: number; stub: boolean }
}

export type Tracker = (scope: Scope) => Stop

/** Stops several trackers at once. */
export function together(...stops: Stop[]): Stop {
  return () => stops.forEach((stop) => stop())
}
