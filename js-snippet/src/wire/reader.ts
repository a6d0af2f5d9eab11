// Reads an EventList (sojourn.proto), PLAYBACK kinds only. Strict about what it knows, silent about what it does not: fields
// and kinds of a newer server are skipped. Everything is bounded by the bytes given; nothing is trusted beyond them.

/** The bytes do not follow sojourn.proto or docs/playback.md. `reason` is a word for counting, the message is for people. */
export class Unreadable extends Error {
  constructor(
    readonly reason: UnreadableReason,
    detail: string,
  ) {
    super(`unreadable recording (${reason}): ${detail}`)
    this.name = 'Unreadable'
  }
}

export type UnreadableReason = 'truncated' | 'malformed' | 'too-large' | 'unknown-operation' | 'out-of-step'

/** `at` is in ms since the document's own clock started; places are CSS px. */
export type PlaybackEvent =
  | { readonly kind: 'dom'; readonly at: number; readonly code: readonly number[]; readonly text: readonly string[] }
  | { readonly kind: 'pointer'; readonly at: number; readonly points: readonly Point[] }
  | { readonly kind: 'scroll'; readonly at: number; readonly node: number; readonly x: number; readonly y: number }
  | { readonly kind: 'viewport'; readonly at: number; readonly width: number; readonly height: number }
  | { readonly kind: 'press'; readonly at: number; readonly node: number; readonly x: number; readonly y: number; readonly pointer: number }

/** Where the pointer was, in CSS px of the viewport, `at` on the document's clock. */
export interface Point {
  readonly at: number
  readonly x: number
  readonly y: number
}

/** Throws Unreadable. Events of kinds unknown here are left out. */
export function readEventList(bytes: Uint8Array): PlaybackEvent[] {
  const events: PlaybackEvent[] = []
  eachField(bytes, (field, value) => {
    const event = field === 1 ? readEvent(asBytes(value)) : undefined
    if (event) events.push(event)
  })
  return events
}

function readEvent(bytes: Uint8Array): PlaybackEvent | undefined {
  let at = 0
  let read: ((at: number) => PlaybackEvent) | undefined
  eachField(bytes, (field, value) => {
    if (field === 1) at = asNumber(value)
    else if (kinds[field]) read = kinds[field](asBytes(value))
  })
  return read?.(at)
}

/** By field number in Event. Each answers a function of `at`, because `at` may stand behind it in the bytes. */
const kinds: Record<number, (bytes: Uint8Array) => (at: number) => PlaybackEvent> = {
  32: (bytes) => {
    const code: number[] = []
    const text: string[] = []
    eachField(bytes, (field, value) => {
      if (field === 1) addNumbers(code, value)
      else if (field === 2) text.push(asText(value))
    })
    return (at) => ({ kind: 'dom', at, code, text })
  },
  33: (bytes) => {
    const lists: number[][] = [[], [], [], []]
    eachField(bytes, (field, value) => {
      if (field >= 1 && field <= 3) addNumbers(lists[field]!, value)
    })
    const [, dx, dy, dt] = lists as [number[], number[], number[], number[]]
    if (dx.length !== dy.length || dx.length !== dt.length) throw new Unreadable('malformed', 'a pointer path of uneven lists')
    return (at) => ({ kind: 'pointer', at, points: walk(at, dx.map(signed), dy.map(signed), dt) })
  },
  34: (bytes) => {
    const [, node, x, y] = numbers(bytes, 3)
    return (at) => ({ kind: 'scroll', at, node: node!, x: signed(x!), y: signed(y!) })
  },
  35: (bytes) => {
    const [, width, height] = numbers(bytes, 2)
    return (at) => ({ kind: 'viewport', at, width: width!, height: height! })
  },
  36: (bytes) => {
    const [, node, x, y, pointer] = numbers(bytes, 4)
    return (at) => ({ kind: 'press', at, node: node!, x: signed(x!), y: signed(y!), pointer: pointer! })
  },
}

function walk(at: number, dx: number[], dy: number[], dt: number[]): Point[] {
  let x = 0
  let y = 0
  let when = at
  return dx.map((step, i) => ({ at: (when += dt[i]!), x: (x += step), y: (y += dy[i]!) }))
}

// ------------------------------------------------------------------------------------------------------ protocol buffers

type Value = number | Uint8Array

/** Calls `visit` with every varint and length-delimited field. Values of 64 bits are skipped: no playback field has them. */
function eachField(bytes: Uint8Array, visit: (field: number, value: Value) => void): void {
  const cursor = { bytes, at: 0 }
  while (cursor.at < bytes.length) {
    const tag = varint(cursor)
    const field = tag >>> 3
    if (field === 0) throw new Unreadable('malformed', 'field number 0')
    switch (tag & 7) {
      case 0:
        visit(field, varint(cursor))
        break
      case 1:
        take(cursor, 8)
        break
      case 2:
        visit(field, take(cursor, varint(cursor)))
        break
      case 5:
        take(cursor, 4)
        break
      default:
        throw new Unreadable('malformed', `wire type ${tag & 7}`)
    }
  }
}

interface Cursor {
  readonly bytes: Uint8Array
  at: number
}

/** The low 32 bits, unsigned, as protobuf reads a uint32. */
function varint(cursor: Cursor): number {
  let value = 0
  for (let shift = 0; shift < 70; shift += 7) {
    const byte = cursor.bytes[cursor.at++]
    if (byte === undefined) throw new Unreadable('truncated', 'a number is cut short')
    if (shift < 32) value |= (byte & 0x7f) << shift
    if (byte < 0x80) return value >>> 0
  }
  throw new Unreadable('malformed', 'a number of more than ten bytes')
}

function take(cursor: Cursor, length: number): Uint8Array {
  const end = cursor.at + length
  if (end > cursor.bytes.length) throw new Unreadable('truncated', `${length} bytes promised, ${cursor.bytes.length - cursor.at} there`)
  const part = cursor.bytes.subarray(cursor.at, end)
  cursor.at = end
  return part
}

/** The fields 1..count of a message of plain numbers, absent ones as 0, at their own index. */
function numbers(bytes: Uint8Array, count: number): number[] {
  const found = new Array<number>(count + 1).fill(0)
  eachField(bytes, (field, value) => {
    if (field <= count) found[field] = asNumber(value)
  })
  return found
}

/** Repeated numbers may come packed or one by one; both are valid on the wire. */
function addNumbers(list: number[], value: Value): void {
  if (typeof value === 'number') {
    list.push(value)
    return
  }
  const cursor = { bytes: value, at: 0 }
  while (cursor.at < value.length) {
    const byte = value[cursor.at]!
    if (byte < 0x80) cursor.at++
    list.push(byte < 0x80 ? byte : varint(cursor))
  }
}

const signed = (zigzag: number): number => (zigzag >>> 1) ^ -(zigzag & 1)

function asNumber(value: Value): number {
  if (typeof value !== 'number') throw new Unreadable('malformed', 'bytes where a number belongs')
  return value
}

function asBytes(value: Value): Uint8Array {
  if (typeof value === 'number') throw new Unreadable('malformed', 'a number where bytes belong')
  return value
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
/** Most texts are a few plain letters, for which a decoder's call costs more than its work. */
const SHORT = 24

function asText(value: Value): string {
  const bytes = asBytes(value)
  if (bytes.length > SHORT) return utf8.decode(bytes)
  let text = ''
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!
    if (byte > 127) return utf8.decode(bytes)
    text += String.fromCharCode(byte)
  }
  return text
}
