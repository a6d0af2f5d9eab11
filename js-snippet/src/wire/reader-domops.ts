// Reads the programs of docs/playback.md. A program is read as a whole before anything is done with it, so that one that
// breaks the grammar changes nothing.
import { Unreadable } from './reader.ts'

/** No page a person can use is deeper; a browser's own parser stops at 512. */
const MAX_DEPTH = 1024

export type TreeKind = 'html' | 'svg' | 'mathml' | 'text' | 'comment' | 'doctype' | 'document' | 'shadow' | 'template'

/** One described node. `name` is a tag, a doctype's name or a document's base address; `value` is character data. */
export interface Tree {
  readonly id: number
  readonly kind: TreeKind
  readonly name: string
  readonly value: string
  readonly publicId: string
  readonly systemId: string
  readonly attributes: readonly (readonly [name: string, value: string])[]
  readonly children: Tree[]
}

export type DomOp =
  | { readonly op: 'reset' }
  | { readonly op: 'insert'; readonly parent: number; readonly previous: number; readonly tree: Tree }
  | { readonly op: 'remove'; readonly node: number }
  | { readonly op: 'move'; readonly node: number; readonly parent: number; readonly previous: number }
  | { readonly op: 'attribute'; readonly node: number; readonly name: string; readonly value: string | null }
  | { readonly op: 'text'; readonly node: number; readonly value: string }
  | { readonly op: 'insert-rule'; readonly node: number; readonly sheet: number; readonly index: number; readonly text: string }
  | { readonly op: 'delete-rule'; readonly node: number; readonly sheet: number; readonly index: number }
  | { readonly op: 'sheet'; readonly sheet: number; readonly text: string }
  | { readonly op: 'adopt'; readonly root: number; readonly sheets: readonly number[] }

export interface DomOpsReader {
  /** The program's operations. Throws Unreadable; from then on every program is refused until one starts with RESET. */
  read(code: readonly number[], text: readonly string[]): DomOp[]
}

/**
 * One per document stream: it counts node ids and dictionary entries along with the writer. `standing`: the stream goes on with a
 * document that is there already, and says by NEXT_ID where counting does; without, it must begin with a RESET.
 */
export function createDomOpsReader(standing = false): DomOpsReader {
  let counters: Counters | undefined = standing ? { nextId: 1, dictionary: [] } : undefined
  return {
    read(code, text) {
      const before = code[0] === RESET ? { nextId: 1, dictionary: [] } : counters
      counters = undefined
      if (!before) throw new Unreadable('out-of-step', 'operations without the snapshot they build on')
      const program = new Program(code, text, before)
      const operations = program.operations()
      counters = program.counters
      return operations
    },
  }
}

interface Counters {
  nextId: number
  dictionary: string[]
}

const RESET = 1
const TREE_KINDS: readonly (TreeKind | undefined)[] = [undefined, 'html', 'svg', 'mathml', 'text', 'comment', 'doctype', 'document', 'shadow', 'template']
const HAS_CHILDREN = new Set<TreeKind>(['html', 'svg', 'mathml', 'document', 'shadow', 'template'])

class Program {
  private place = 0
  private textPlace = 0

  constructor(
    private readonly code: readonly number[],
    private readonly text: readonly string[],
    readonly counters: Counters,
  ) {}

  operations(): DomOp[] {
    const operations: DomOp[] = []
    while (this.place < this.code.length) {
      const operation = this.operation()
      if (operation) operations.push(operation)
    }
    if (this.textPlace !== this.text.length) throw new Unreadable('malformed', 'text left over')
    return operations
  }

  /** Nothing for NEXT_ID, which only concerns the counting. */
  private operation(): DomOp | undefined {
    const number = this.number()
    switch (number) {
      case RESET:
        this.counters.nextId = 1
        this.counters.dictionary = []
        return { op: 'reset' }
      case 2:
        return { op: 'insert', parent: this.number(), previous: this.number(), tree: this.tree() }
      case 3:
        return { op: 'remove', node: this.number() }
      case 4:
        return { op: 'move', node: this.number(), parent: this.number(), previous: this.number() }
      case 5:
        return { op: 'attribute', node: this.number(), name: this.needed('attribute name'), value: this.string() }
      case 6:
        return { op: 'text', node: this.number(), value: this.string() ?? '' }
      case 7:
        return { op: 'insert-rule', ...this.sheetOwner(), index: this.number(), text: this.string() ?? '' }
      case 8:
        return { op: 'delete-rule', ...this.sheetOwner(), index: this.number() }
      case 9:
        return { op: 'sheet', sheet: this.number(), text: this.string() ?? '' }
      case 10:
        return { op: 'adopt', root: this.number(), sheets: this.numbers() }
      case 11:
        this.counters.nextId = this.nodeId()
        return undefined
      default:
        throw new Unreadable('unknown-operation', `operation ${number}`)
    }
  }

  private tree(): Tree {
    const root = this.node()
    const open = HAS_CHILDREN.has(root.kind) ? [root] : []
    while (open.length > 0) {
      if (this.code[this.place] === 0) {
        this.place++
        open.pop()
        continue
      }
      const child = this.node()
      open.at(-1)!.children.push(child)
      if (HAS_CHILDREN.has(child.kind) && open.push(child) > MAX_DEPTH) throw new Unreadable('too-large', `more than ${MAX_DEPTH} levels`)
    }
    return root
  }

  private node(): Tree {
    const number = this.number()
    const kind = TREE_KINDS[number]
    if (!kind) throw new Unreadable('malformed', `node kind ${number}`)
    const id = this.counters.nextId++
    switch (kind) {
      case 'html':
      case 'svg':
      case 'mathml':
        return { id, kind, name: this.needed('tag'), value: '', publicId: '', systemId: '', attributes: this.attributes(), children: [] }
      case 'text':
      case 'comment':
        return { id, kind, name: '', value: this.string() ?? '', publicId: '', systemId: '', attributes: NONE, children: NO_CHILDREN }
      case 'doctype':
        return { id, kind, name: this.string() ?? '', value: '', publicId: this.string() ?? '', systemId: this.string() ?? '', attributes: NONE, children: NO_CHILDREN }
      default:
        return { id, kind, name: kind === 'document' ? (this.string() ?? '') : '', value: '', publicId: '', systemId: '', attributes: NONE, children: [] }
    }
  }

  private attributes(): readonly (readonly [string, string])[] {
    const count = this.count(2)
    if (count === 0) return NONE
    const attributes: [string, string][] = []
    for (let i = 0; i < count; i++) attributes.push([this.needed('attribute name'), this.string() ?? ''])
    return attributes
  }

  private sheetOwner(): { node: number; sheet: number } {
    const node = this.number()
    return { node, sheet: node === 0 ? this.number() : 0 }
  }

  private numbers(): number[] {
    return Array.from({ length: this.count(1) }, () => this.number())
  }

  /** A count of things that each take at least `size` numbers: one that cannot be true is not allocated for. */
  private count(size: number): number {
    const count = this.number()
    if (count * size > this.code.length - this.place) throw new Unreadable('truncated', `${count} things promised`)
    return count
  }

  private nodeId(): number {
    const id = this.number()
    if (id === 0) throw new Unreadable('malformed', 'node id 0')
    return id
  }

  private number(): number {
    const number = this.code[this.place++]
    if (number === undefined) throw new Unreadable('truncated', 'the program is cut short')
    return number
  }

  private needed(what: string): string {
    const string = this.string()
    if (string === null) throw new Unreadable('malformed', `no ${what}`)
    return string
  }

  private string(): string | null {
    const reference = this.number()
    if (reference === 0) return null
    if (reference >= 3) return this.entry(reference - 3)
    const string = this.text[this.textPlace++]
    if (string === undefined) throw new Unreadable('truncated', 'a string is missing')
    if (reference === 2) this.counters.dictionary.push(string)
    return string
  }

  private entry(index: number): string {
    const entry = this.counters.dictionary[index]
    if (entry === undefined) throw new Unreadable('malformed', `dictionary entry ${index} of ${this.counters.dictionary.length}`)
    return entry
  }
}

const NONE: readonly (readonly [string, string])[] = []
const NO_CHILDREN: Tree[] = []
Object.freeze(NO_CHILDREN)
