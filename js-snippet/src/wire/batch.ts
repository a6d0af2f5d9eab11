import type { EventKind } from './messages.ts'
import { bytes, encode, message, text, uint } from './writer.ts'
import type { Shape } from './writer.ts'

export const enum Lane {
  ANALYSIS = 1,
  PLAYBACK = 2,
}

export const enum Codec {
  RAW = 0,
  DEFLATE = 1,
}

const batchFields = {
  siteKey: [1, text],
  visitorId: [2, bytes],
  sessionId: [3, bytes],
  tabId: [4, bytes],
  documentId: [5, bytes],
  lane: [6, uint],
  sequence: [7, uint],
  sentAt: [8, uint],
  pageStartedAt: [9, uint],
  codec: [10, uint],
  agentVersion: [12, text],
  payload: [15, bytes],
} as const

export type Batch = Shape<typeof batchFields>

export function encodeBatch(batch: Batch): Uint8Array {
  return encode(batchFields, batch)
}

/** One entry of an EventList; entries put one after another are the list. `at` is in ms since the page started. */
export function encodeEvent<T>(at: number, kind: EventKind<T>, body: T): Uint8Array {
  return encode({ events: [1, message({ at: [1, uint], kind })] }, { events: { at, kind: body } })
}
