// Reads what the agent sends by the schema itself, with a library that knows nothing of our writer.
import { inflateSync } from 'node:zlib'
import protobuf from 'protobufjs'

const PROTO = new URL('../../event-log/src/main/protobuf/sojourn.proto', import.meta.url).pathname
const root = protobuf.loadSync(PROTO)
const Batch = root.lookupType('sojourn.Batch')
const EventList = root.lookupType('sojourn.EventList')
const readable = { longs: Number, enums: String, bytes: String, defaults: true }

export interface ReadEvent {
  at: number
  kind: string
  [body: string]: any
}

export interface ReadBatch {
  siteKey: string
  visitorId: string
  sessionId: string
  tabId: string
  documentId: string
  lane: 'ANALYSIS' | 'PLAYBACK'
  sequence: number
  sentAt: number
  pageStartedAt: number
  codec: 'RAW' | 'DEFLATE'
  agentVersion: string
  events: ReadEvent[]
}

export function readBatch(body: Uint8Array): ReadBatch {
  const batch = Batch.decode(body) as any
  const payload = batch.codec === 1 ? inflateSync(batch.payload) : batch.payload
  const { events } = EventList.toObject(EventList.decode(payload), {
    longs: Number,
    enums: String,
    oneofs: true,
  }) as any
  const { payload: _, ...header } = Batch.toObject(batch, readable) as any
  return { ...header, events: (events ?? []).map((event: any) => ({ at: 0, ...event })) }
}

export { root }
