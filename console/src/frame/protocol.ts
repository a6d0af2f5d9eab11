// What the console and the opaque frame say to each other, over one MessagePort. Both sides are ours; the document rebuilt
// between them is not, and has no script to listen with.

/** The wire's Element in camel case; what is not known is absent. */
export interface Fingerprint {
  tag: string
  testId?: string
  id?: string
  role?: string
  label?: string
  name?: string
  type?: string
  href?: string
  landmark?: string
  classPath?: string
  nthPath?: string
}

/** CSS px of the recorded document, from its top left corner; for a fixed or sticky element, as it stands now. */
export interface ElementBox {
  x: number
  y: number
  width: number
  height: number
  fixed: boolean
}

/** What the visitor's pointer did, in CSS px of the viewport, `at` on the document's clock. */
export interface PointerMoment {
  at: number
  x: number
  y: number
  press: boolean
  touch: boolean
}

/** The picture that stands in the frame. Times are ms on the document's own clock. */
export interface PageState {
  at: number
  /** Of the last event known so far. */
  knownUntil: number
  /** The visitor's viewport in CSS px; 0 while unknown. */
  width: number
  height: number
  /** Pointer moments since the state before; after a load, those of the last second and a half. */
  pointer: PointerMoment[]
  /** Operations on nodes that were gone already. Normal in small numbers. */
  skipped: number
  /** Why a part could not be read, for people; absent when all of it was. */
  damage?: string
}

export interface Size {
  width: number
  height: number
}

/** The calls the frame answers. */
export interface FrameCalls {
  /** `over`: a snapshot of the document that stands there already, whatever the moment. */
  load(events: ArrayBuffer, at: number, over: boolean): PageState
  append(events: ArrayBuffer): void
  advance(at: number): PageState
  /** Waits until the frame has this size, then puts the scroll positions right. */
  settle(size: Size): Promise<void>
  /** Fixes lengths that depend on the viewport's height, then answers the document's size. */
  measure(): Size
  boxes(fingerprints: Fingerprint[]): (ElementBox | null)[]
}

export type Call = keyof FrameCalls

export interface Request {
  id: number
  call: Call
  parameters: unknown[]
}

export interface Answer {
  /** HELLO is no answer, but the frame's word that it listens. */
  id: number
  result?: unknown
  error?: string
}

export const HELLO = 0

/** The one message sent to the frame's window; the port comes with it. */
export const CONNECT = 'sojourn-frame'
