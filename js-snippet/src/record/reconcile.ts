import { Op } from '../wire/domops-writer.ts'
import { insert, isOpaque, isTellable } from './describe.ts'
import type { Take } from './take.ts'
import type { Told } from './told.ts'

/** The recording and the page disagree in a way that only a new snapshot mends. */
export class OutOfStep extends Error {}

/**
 * Makes the recorded children of the parents at work what they are in the page. It looks at the page as it is now, not at each
 * step that led there, so it does not matter how much has happened, nor whether a snapshot is still under way. Stops when the
 * slice is full, between any two children; then it answers false and goes on from there the next time.
 */
export function reconcile(take: Take): boolean {
  const { tree, work } = take
  const { children, parted } = work
  for (;;) {
    for (const parent of parted) setAdrift(take, parent)
    parted.clear()
    // From the top down: what is moved then never moves into itself.
    const ready = [...children.keys()].filter(tree.isAttached)
    if (!ready.length) break
    const byDepth = ready.length < 2 ? ready : sortedByDepth(ready)
    for (const parent of byDepth) if (children.has(parent) && !align(take, parent)) return false
  }
  removeAdrift(take)
  // What is left hung in what has just gone.
  children.clear()
  return true
}

function sortedByDepth(parents: Told[]): Told[] {
  return parents
    .map((told) => ({ told, depth: depthOf(told.node) }))
    .sort((one, other) => one.depth - other.depth)
    .map(({ told }) => told)
}

function setAdrift({ tree, work }: Take, parent: Told) {
  for (let child = parent.first, next; child; child = next) {
    next = child.next
    if (child.node.parentNode === parent.node) continue
    tree.take(child)
    work.adrift.set(child, parent)
  }
}

/** What is adrift in the end is nowhere any more, and nothing in it needs to be compared. */
function removeAdrift({ ops, tree, work: { adrift } }: Take): void {
  const goesWithAnother = (told: Told) => {
    let above = adrift.get(told)
    while (above && !adrift.has(above)) above = above.parent ?? undefined
    return !!above
  }
  const gone = [...adrift.keys()]
  for (const told of gone) if (!goesWithAnother(told)) ops.put(Op.REMOVE, told.id)
  for (const told of gone) tree.forget(told)
  adrift.clear()
}

function align(take: Take, parent: Told): boolean {
  const { tree, work } = take
  let last = work.children.get(parent) ?? null
  work.children.delete(parent)
  if (isOpaque(parent.node)) return true
  for (let child = last ? last.node.nextSibling : parent.node.firstChild; child; child = child.nextSibling) {
    const told = tree.of(child)
    const expected: Told | null = last ? last.next : parent.first
    if (told && told === expected) {
      last = told
      continue
    }
    if (!told && !isTellable(child)) continue
    if (take.isFull()) {
      work.children.set(parent, last)
      return false
    }
    if (!told) {
      last = insert(take, child, parent, last)
      continue
    }
    if (told.parent === parent && expected?.next === told) {
      // Not all others moved forward: the one that is expected here moved away.
      tree.take(expected)
      work.adrift.set(expected, parent)
    } else move(take, told, parent, last)
    last = told
  }
  return true
}

function move({ ops, tree, work }: Take, told: Told, parent: Told, previous: Told | null) {
  for (let above: Told | null = parent; above; above = above.parent) if (above === told) throw new OutOfStep()
  tree.take(told)
  work.adrift.delete(told)
  tree.put(told, parent, previous)
  ops.put(Op.MOVE, told.id, parent.id, previous?.id ?? 0)
}

function depthOf(node: Node): number {
  let depth = 0
  for (let at: Node | null = node; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null) depth++
  return depth
}
