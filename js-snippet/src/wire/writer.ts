/** How a field is written. A schema in the place of a kind is a message, a schema in brackets any number of them. */
export const enum Kind {
  UINT = 1,
  FLAG,
  SINT,
  FLOAT,
  DOUBLE,
  BYTES,
  TEXT,
  BYTES_LIST,
  TEXTS,
  /** A map of strings: on the wire a repeated message of key 1 and value 2, both always written. */
  TEXT_MAP,
  UINTS,
  SINTS,
}

export type FieldKind = Kind | Schema | readonly [Schema]

/** The fields of a message, in the order of their numbers: the first is 1, and none is left out. */
export interface Schema {
  readonly [name: string]: FieldKind
}

interface Written {
  [Kind.UINT]: number
  [Kind.FLAG]: boolean
  [Kind.SINT]: number
  [Kind.FLOAT]: number
  [Kind.DOUBLE]: number
  [Kind.BYTES]: Uint8Array
  [Kind.TEXT]: string
  [Kind.BYTES_LIST]: readonly Uint8Array[]
  [Kind.TEXTS]: readonly string[]
  [Kind.TEXT_MAP]: Record<string, string>
  [Kind.UINTS]: readonly number[]
  [Kind.SINTS]: readonly number[]
}

type Value<F> = F extends Kind
  ? Written[F]
  : F extends readonly [infer S extends Schema]
    ? readonly Shape<S>[]
    : F extends Schema
      ? Shape<F>
      : never

/** What may be written by a schema. A field left out has its default. */
export type Shape<S> = { [K in keyof S]?: Value<S[K]> | undefined }

/** Bytes that grow. */
interface Sink {
  bytes: Uint8Array
  length: number
}

const utf8 = /* @__PURE__ */ new TextEncoder()

function put(out: Sink, value: Uint8Array): void {
  const wanted = out.length + value.length
  if (wanted > out.bytes.length) {
    const grown = new Uint8Array(wanted * 2)
    grown.set(out.bytes)
    out.bytes = grown
  }
  out.bytes.set(value, out.length)
  out.length = wanted
}

/** Whole numbers up to 2^53, so no bit operators, which end at 2^31. */
function varint(out: Sink, value: number): void {
  if (out.bytes.length < out.length + 8) (put(out, new Uint8Array(8)), (out.length -= 8))
  for (; value > 127; value = Math.floor(value / 128)) out.bytes[out.length++] = (value % 128) | 128
  out.bytes[out.length++] = value
}

const zigzag = (value: number) => ((value << 1) ^ (value >> 31)) >>> 0

function raw(out: Sink, field: number, value: Uint8Array): void {
  varint(out, field * 8 + 2)
  varint(out, value.length)
  put(out, value)
}

function whole(out: Sink, field: number, value: number): void {
  if (!(value > 0)) return
  varint(out, field * 8)
  varint(out, value)
}

/** Writes `value` as field number `field`, or nothing when it is the default, which proto3 leaves out. */
function write(out: Sink, field: number, kind: FieldKind, value: any): void {
  if (typeof kind === 'object') {
    const one = (kind as Partial<readonly [Schema]>)[0]
    for (const each of one ? value : [value]) raw(out, field, encode(one ?? (kind as Schema), each))
  } else if (kind < Kind.FLOAT) {
    const rounded = Math.round(value)
    whole(out, field, kind === Kind.SINT ? zigzag(rounded) : rounded)
  } else if (kind < Kind.BYTES) {
    if (!value) return
    const double = kind === Kind.DOUBLE
    varint(out, field * 8 + (double ? 1 : 5))
    put(out, new Uint8Array((double ? new Float64Array([value]) : new Float32Array([value])).buffer))
  } else if (kind < Kind.BYTES_LIST) {
    if (value.length) raw(out, field, bytesOf(value))
  } else if (kind < Kind.TEXT_MAP) {
    for (const each of value) raw(out, field, bytesOf(each))
  } else if (kind === Kind.TEXT_MAP) {
    for (const entry of Object.entries<string>(value))
      raw(
        out,
        field,
        written((inner) => entry.forEach((text, before) => raw(inner, before + 1, bytesOf(text)))),
      )
  } else if (value.length) {
    raw(
      out,
      field,
      written((inner) => {
        for (const each of value) varint(inner, kind === Kind.SINTS ? zigzag(each) : each)
      }),
    )
  }
}

const bytesOf = (value: string | Uint8Array) => (typeof value === 'string' ? utf8.encode(value) : value)

function written(write: (out: Sink) => void): Uint8Array {
  const out: Sink = { bytes: new Uint8Array(64), length: 0 }
  write(out)
  return out.bytes.subarray(0, out.length)
}

export function encode<S extends Schema>(schema: S, value: Shape<S>): Uint8Array {
  return written((out) =>
    Object.keys(schema).forEach((name, before) => {
      const given = value[name]
      if (given != null) write(out, before + 1, schema[name]!, given)
    }),
  )
}

/** One entry of an EventList; entries put one after another are the list. `at` is in ms since the page started. */
export function encodeEvent<S extends Schema>(
  at: number,
  [number, schema]: readonly [number, S],
  body: Shape<S>,
): Uint8Array {
  return written((out) =>
    raw(
      out,
      1,
      written((inner) => {
        whole(inner, 1, Math.round(at))
        raw(inner, number, encode(schema, body))
      }),
    ),
  )
}

/** Joins byte strings, in order. */
export function concat(parts: readonly Uint8Array[]): Uint8Array {
  return written((out) => parts.forEach((part) => put(out, part)))
}
