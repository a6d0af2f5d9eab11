/** Bytes that grow. */
export interface Sink {
  bytes: Uint8Array
  length: number
}

/** Writes `value` as field number `field`, or nothing when it is the default, which proto3 leaves out. */
export type Kind<T> = (out: Sink, field: number, value: T) => void

/** The fields of a message by name, in the order of their numbers: the order in which protobuf-java writes them. */
export type Schema = Record<string, readonly [number, Kind<any>]>

/** What may be written by a schema. A field left out has its default. */
export type Shape<S extends Schema> = {
  [K in keyof S]?: (S[K][1] extends Kind<infer T> ? T : never) | undefined
}

const VARINT = 0
const LENGTH = 2
const FIXED32 = 5
const FIXED64 = 1
const utf8 = new TextEncoder()

function createSink(): Sink {
  return { bytes: new Uint8Array(64), length: 0 }
}

function reserve(out: Sink, extra: number): void {
  const wanted = out.length + extra
  if (wanted <= out.bytes.length) return
  const grown = new Uint8Array(Math.max(wanted, out.bytes.length * 2))
  grown.set(out.bytes)
  out.bytes = grown
}

/** Whole numbers up to 2^53, so no bit operators, which end at 2^31. */
function varint(out: Sink, value: number): void {
  reserve(out, 8)
  while (value > 127) {
    out.bytes[out.length++] = (value % 128) | 128
    value = Math.floor(value / 128)
  }
  out.bytes[out.length++] = value
}

function raw(out: Sink, field: number, value: Uint8Array): void {
  varint(out, field * 8 + LENGTH)
  varint(out, value.length)
  reserve(out, value.length)
  out.bytes.set(value, out.length)
  out.length += value.length
}

const zigzag = (value: number) => ((value << 1) ^ (value >> 31)) >>> 0

export const uint: Kind<number> = (out, field, value) => {
  const whole = Math.round(value)
  if (!(whole > 0)) return
  varint(out, field * 8 + VARINT)
  varint(out, whole)
}

export const sint: Kind<number> = (out, field, value) => uint(out, field, zigzag(Math.round(value)))

export const flag: Kind<boolean> = (out, field, value) => uint(out, field, +value)

export const float: Kind<number> = (out, field, value) => {
  if (!value) return
  varint(out, field * 8 + FIXED32)
  reserve(out, 4)
  new DataView(out.bytes.buffer).setFloat32(out.length, value, true)
  out.length += 4
}

export const double: Kind<number> = (out, field, value) => {
  if (!value) return
  varint(out, field * 8 + FIXED64)
  reserve(out, 8)
  new DataView(out.bytes.buffer).setFloat64(out.length, value, true)
  out.length += 8
}

export const bytes: Kind<Uint8Array> = (out, field, value) => {
  if (value.length) raw(out, field, value)
}

export const text: Kind<string> = (out, field, value) => bytes(out, field, utf8.encode(value))

export const texts: Kind<string[]> = (out, field, values) => {
  for (const value of values) raw(out, field, utf8.encode(value))
}

const packed =
  (form: (value: number) => number): Kind<number[]> =>
  (out, field, values) => {
    const inner = createSink()
    for (const value of values) varint(inner, form(value))
    bytes(out, field, finish(inner))
  }

export const packedUints = packed((value) => value)
export const packedSints = packed(zigzag)

/** A map of strings: on the wire a repeated message of key 1 and value 2, both always written. */
export const textMap: Kind<Record<string, string>> = (out, field, values) => {
  for (const key in values) {
    const entry = createSink()
    raw(entry, 1, utf8.encode(key))
    raw(entry, 2, utf8.encode(values[key]!))
    raw(out, field, finish(entry))
  }
}

/* @__NO_SIDE_EFFECTS__ */
export function message<S extends Schema>(schema: S): Kind<Shape<S>> {
  return (out, field, value) => raw(out, field, encode(schema, value))
}

/* @__NO_SIDE_EFFECTS__ */
export function messages<S extends Schema>(schema: S): Kind<readonly Shape<S>[]> {
  return (out, field, values) => values.forEach((value) => raw(out, field, encode(schema, value)))
}

export function encode<S extends Schema>(schema: S, value: Shape<S>): Uint8Array {
  const out = createSink()
  for (const name in schema) {
    const [field, write] = schema[name]!
    const given = value[name]
    if (given !== undefined) write(out, field, given)
  }
  return finish(out)
}

/** Joins byte strings, in order. */
export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function finish(out: Sink): Uint8Array {
  return out.bytes.subarray(0, out.length)
}
