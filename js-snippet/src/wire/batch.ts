import { encode, Kind } from './writer.ts'
import type { Shape } from './writer.ts'

export { encodeEvent } from './writer.ts'

export const enum Lane {
  ANALYSIS = 1,
  PLAYBACK = 2,
}

export const enum Codec {
  RAW = 0,
  DEFLATE = 1,
}

const batchFields = {
  siteKey: Kind.TEXT,
  visitorId: Kind.BYTES,
  sessionId: Kind.BYTES,
  tabId: Kind.BYTES,
  documentId: Kind.BYTES,
  lane: Kind.UINT,
  sequence: Kind.UINT,
  sentAt: Kind.UINT,
  pageStartedAt: Kind.UINT,
  codec: Kind.UINT,
  assetHashes: Kind.BYTES_LIST,
  agentVersion: Kind.TEXT,
  serverSide: Kind.FLAG,
  // No field has this number; the payload stands last.
  unused: Kind.FLAG,
  payload: Kind.BYTES,
} as const

export type Batch = Shape<typeof batchFields>

export function encodeBatch(batch: Batch): Uint8Array {
  return encode(batchFields, batch)
}
