// What stands in the replay, and as what it was recorded. The DOM alone cannot tell: links lose their addresses, elements their
// names. Going elsewhere in the same recording compares with this and touches only what differs.
import type { Tree } from '../../../js-snippet/src/wire/reader-domops.ts'

export type Attributes = readonly (readonly [name: string, value: string])[]

export interface Standing {
  node: Node
  readonly kind: Tree['kind']
  readonly name: string
  value: string
  attributes: Attributes
  /** A rule of its sheet was changed by itself: its text no longer says what it holds. */
  touched?: boolean
}

const ID = Symbol('recorded id')

type Numbered = Node & { [ID]?: number }

/** The number under which the recording knows a node; 0 for one it does not know. */
export const idOf = (node: Node): number => (node as Numbered)[ID] ?? 0
export const giveId = (node: Node, id: number): void => void ((node as Numbered)[ID] = id)

export const standingOf = (tree: Tree, node: Node): Standing => ({ node, kind: tree.kind, name: tree.name, value: tree.value, attributes: tree.attributes })

export function withAttribute(attributes: Attributes, name: string, value: string | null): Attributes {
  const others = attributes.filter(([other]) => other !== name)
  return value === null ? others : [...others, [name, value]]
}

/** In any order: the browser does not care, and neither does the picture. */
export function sameAttributes(one: Attributes, other: Attributes): boolean {
  if (one === other) return true
  if (one.length !== other.length) return false
  return one.every(([name, value], i) => {
    const there = other[i]!
    return there[0] === name ? there[1] === value : other.some((each) => each[0] === name && each[1] === value)
  })
}

/** What a field shows depends on more than its attributes, and a frame is replaced by another element: these are made anew. */
const OWN_MIND = /^(input|textarea|select|option|optgroup|iframe|dialog|details|audio|video)$/
const SHEET = /^(style|link)$/
const hasCss = (attributes: Attributes): boolean => attributes.some(([name]) => name === '=css')
const FIELD = /^(input|textarea)$/

/** Whether the node that stands can become what is described, by setting its attributes or its text. */
export function canBecome(standing: Standing, tree: Tree): boolean {
  if (standing.kind !== tree.kind || standing.name !== tree.name || standing.touched) return false
  if (SHEET.test(tree.name) && hasCss(standing.attributes) !== hasCss(tree.attributes)) return false
  if (!OWN_MIND.test(tree.name) || tree.kind !== 'html') return true
  return FIELD.test(tree.name) && sameAttributes(standing.attributes, tree.attributes)
}

/** Every number that a snapshot describes. */
export function idsIn(tree: Tree, into: Set<number>): void {
  into.add(tree.id)
  for (const child of tree.children) idsIn(child, into)
}
