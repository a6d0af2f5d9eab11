import { Op } from '../wire/domops-writer.ts'
import { insert, isOpaque, isTellable } from './describe.ts'
import type { Take } from './take.ts'
import type { Told } from './told.ts'

/** The recording and the page disagree in a way that only a new snapshot mends. */
export class OutOfStep extends Error {}

/**
 * Makes the recorded children of the given nodes what they are in the page. It looks at the page as it is now, not at each
 * step that led there, so it does not matter how much has happened, nor whether a snapshot is still under way.
 */
export function reconcile(take: Take, dirty: Iterable<Told>): void {
  const adrift: Adrift = new Map()
  for (let round = new Set(dirty); round.size;) {
    const waiting = alignAll(take, [...round], adrift)
    round = take.takeAgain()
    if (round.size) waiting.forEach((told) => round.add(told))
  }
  removeAdrift(take, adrift)
}

/** What is taken out and not yet put elsewhere, with where a reader still sees it. */
type Adrift = Map<Told, Told>

/** Answers those that do not hang in the document, or not yet. */
function alignAll(take: Take, parents: Told[], adrift: Adrift): Told[] {
  for (const parent of parents) setAdrift(take, parent, adrift)
  // From the top down: what is moved then never moves into itself.
  const byDepth = parents
    .map((told) => ({ told, depth: depthOf(told.node) }))
    .sort((one, other) => one.depth - other.depth)
  const waiting: Told[] = []
  for (const { told } of byDepth) {
    if (take.tree.isAttached(told)) align(take, told, adrift)
    else waiting.push(told)
  }
  return waiting
}

function setAdrift({ tree }: Take, parent: Told, adrift: Adrift) {
  for (let child = parent.first, next; child; child = next) {
    next = child.next
    if (child.node.parentNode === parent.node) continue
    tree.take(child)
    adrift.set(child, parent)
  }
}

/** What is adrift in the end is nowhere any more. */
function removeAdrift({ ops, tree }: Take, adrift: Adrift): void {
  const goesWithAnother = (told: Told) => {
    let above = adrift.get(told)
    while (above && !adrift.has(above)) above = above.parent ?? undefined
    return !!above
  }
  for (const told of adrift.keys()) {
    if (!goesWithAnother(told)) ops.put(Op.REMOVE, told.id)
    tree.forget(told)
  }
}

function align(take: Take, parent: Told, adrift: Adrift) {
  const { tree } = take
  if (isOpaque(parent.node)) return
  let last: Told | null = null
  for (let child = parent.node.firstChild; child; child = child.nextSibling) {
    const told = tree.of(child)
    const expected: Told | null = last ? last.next : parent.first
    if (!told) {
      if (!isTellable(child)) continue
      if (take.isFull()) return take.later(parent)
      last = insert(take, child, parent, last)
      continue
    }
    if (told !== expected && told.parent === parent && expected?.next === told) {
      // Not all others moved forward: the one that is expected here moved away.
      tree.take(expected)
      adrift.set(expected, parent)
    } else if (told !== expected) move(take, told, parent, last, adrift)
    last = told
  }
}

function move({ ops, tree }: Take, told: Told, parent: Told, previous: Told | null, adrift: Adrift) {
  for (let above: Told | null = parent; above; above = above.parent) if (above === told) throw new OutOfStep()
  tree.take(told)
  adrift.delete(told)
  tree.put(told, parent, previous)
  ops.put(Op.MOVE, told.id, parent.id, previous?.id ?? 0)
}

function depthOf(node: Node): number {
  let depth = 0
  for (let at: Node | null = node; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null) depth++
  return depth
}
