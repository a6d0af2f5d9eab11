// Where nodes stand among their siblings.
import * as native from './native.ts'
import { idOf } from './standing.ts'

/** False for what a document does not take, such as text beside its element. */
export function attach(node: Node, parent: Node, before: Node | null = null): boolean {
  try {
    native.insertBefore(parent, node, before)
    return true
  } catch {
    return false
  }
}

export function detach(node: Node): void {
  const parent = native.parentOf(node)
  if (parent) native.removeChild(parent, node)
}

/** How far ahead a node is looked for among its siblings before it is moved. */
const NEAR = 64

/** Puts the node behind `previous` with as few changes as can be: one that stands there already costs nothing. */
export function settleBehind(node: Node, parent: Node, previous: Node | null): boolean {
  const next = previous ? native.nextSiblingOf(previous) : native.firstChildOf(parent)
  if (next === node) return true
  if (native.parentOf(node) !== parent || !isNear(next, node)) return attach(node, parent, next)
  // What stands between is described later, and comes back where it belongs then.
  for (let between = next; between && between !== node; ) {
    const following = native.nextSiblingOf(between)
    native.removeChild(parent, between)
    between = following
  }
  return true
}

function isNear(from: Node | null, node: Node): boolean {
  let sibling = from
  for (let step = 0; sibling && step < NEAR; step++, sibling = native.nextSiblingOf(sibling)) {
    if (sibling === node) return true
    if (idOf(sibling) === 0) return false
  }
  return false
}
