// Writes recordings for tests: an EventList of sojourn.proto with programs of docs/playback.md, said aloud.

export interface NodeSpec {
  kind: number
  words: (string | null)[]
  attributes: [string, string][]
  children: NodeSpec[]
}

type Child = NodeSpec | string
type Attributes = Record<string, string>

const element = (kind: number) => (tag: string, attributes: Attributes = {}, ...children: Child[]): NodeSpec => ({
  kind, words: [tag], attributes: Object.entries(attributes), children: children.map(toNode),
})
const container = (kind: number) => (...children: Child[]): NodeSpec => ({ kind, words: [], attributes: [], children: children.map(toNode) })

export const html = element(1)
export const svg = element(2)
export const mathml = element(3)
export const textNode = (value: string): NodeSpec => ({ kind: 4, words: [value], attributes: [], children: [] })
export const comment = (value: string): NodeSpec => ({ kind: 5, words: [value], attributes: [], children: [] })
export const doctype: NodeSpec = { kind: 6, words: ['html', '', ''], attributes: [], children: [] }
export const page = (...children: Child[]): NodeSpec => ({ ...container(7)(...children), words: ['https://shop.example/'] })
export const shadow = container(8)
export const content = container(9)
const toNode = (child: Child): NodeSpec => (typeof child === 'string' ? textNode(child) : child)

/** A program under construction. Short strings are numbered, as the agent does it. */
export interface Program {
  reset(): Program
  insert(parent: number, previous: number, tree: NodeSpec): Program
  remove(node: number): Program
  move(node: number, parent: number, previous: number): Program
  attribute(node: number, name: string, value: string | null): Program
  text(node: number, value: string): Program
  numbers(...numbers: number[]): Program
  string(value: string | null): Program
  readonly code: number[]
  readonly words: string[]
}

/** `dictionary` is what earlier programs of the same answer have numbered; without one, nothing is. */
export function program(dictionary?: string[]): Program {
  const code: number[] = []
  const words: string[] = []
  const string = (value: string | null): void => {
    const known = value === null ? -1 : (dictionary?.indexOf(value) ?? -1)
    if (value === null) code.push(0)
    else if (known >= 0) code.push(known + 3)
    else {
      const numbered = dictionary !== undefined && value.length <= 12
      code.push(numbered ? 2 : 1)
      words.push(value)
      if (numbered) dictionary.push(value)
    }
  }
  const tree = ({ kind, words: strings, attributes, children }: NodeSpec): void => {
    code.push(kind)
    strings.forEach(string)
    if (kind <= 3) code.push(attributes.length)
    attributes.forEach(([name, value]) => (string(name), string(value)))
    if (kind <= 3 || kind >= 7) {
      children.forEach(tree)
      code.push(0)
    }
  }
  const chained = (write: () => void): Program => (write(), self)
  const self: Program = {
    code,
    words,
    reset: () => chained(() => (code.push(1), dictionary?.splice(0))),
    insert: (parent, previous, node) => chained(() => (code.push(2, parent, previous), tree(node))),
    remove: (node) => chained(() => code.push(3, node)),
    move: (node, parent, previous) => chained(() => code.push(4, node, parent, previous)),
    attribute: (node, name, value) => chained(() => (code.push(5, node), string(name), string(value))),
    text: (node, value) => chained(() => (code.push(6, node), string(value))),
    numbers: (...numbers) => chained(() => code.push(...numbers)),
    string: (value) => chained(() => string(value)),
  }
  return self
}

type Bytes = number[]

const varint = (value: number): Bytes => {
  const bytes: Bytes = []
  for (let rest = value >>> 0; ; rest >>>= 7) {
    if (rest < 0x80) return [...bytes, rest]
    bytes.push((rest & 0x7f) | 0x80)
  }
}
const zigzag = (value: number): number => ((value << 1) ^ (value >> 31)) >>> 0
const number = (field: number, value: number): Bytes => [...varint(field << 3), ...varint(value)]
const bytes = (field: number, value: Bytes): Bytes => [...varint((field << 3) | 2), ...varint(value.length), ...value]
const packed = (field: number, values: number[]): Bytes => bytes(field, values.flatMap(varint))
const utf8 = (text: string): Bytes => [...new TextEncoder().encode(text)]

const event = (at: number, field: number, body: Bytes): Bytes => bytes(1, [...number(1, at), ...bytes(field, body)])

export const dom = (at: number, { code, words }: Program): Bytes => event(at, 32, [...packed(1, code), ...words.flatMap((word) => bytes(2, utf8(word)))])
export const viewport = (at: number, width: number, height: number): Bytes => event(at, 35, [...number(1, width), ...number(2, height)])
export const scroll = (at: number, node: number, x: number, y: number): Bytes => event(at, 34, [...number(1, node), ...number(2, zigzag(x)), ...number(3, zigzag(y))])
export const press = (at: number, x: number, y: number): Bytes => event(at, 36, [...number(2, zigzag(x)), ...number(3, zigzag(y)), ...number(4, 1)])

/** Points in viewport CSS px, each some ms after the one before. */
export function pointer(at: number, points: [x: number, y: number, afterMs: number][]): Bytes {
  const steps = (axis: 0 | 1): number[] => points.map((point, i) => zigzag(point[axis] - (points[i - 1]?.[axis] ?? 0)))
  return event(at, 33, [...packed(1, steps(0)), ...packed(2, steps(1)), ...packed(3, points.map(([, , after]) => after))])
}

export const eventList = (...events: Bytes[]): Uint8Array => Uint8Array.from(events.flat())

/** The id a node of a snapshot gets: its place in the order described. */
export function idIn(tree: NodeSpec, wanted: NodeSpec): number {
  const order: NodeSpec[] = []
  const visit = (node: NodeSpec): void => (order.push(node), node.children.forEach(visit))
  visit(tree)
  const place = order.indexOf(wanted)
  if (place < 0) throw new Error('not a node of this tree')
  return place + 1
}
