// The recorded document, rebuilt in this one. It replaces everything in `document` but the document itself, which is why the
// script lives on: a realm does not end with its markup.
import { Unreadable } from '../../../js-snippet/src/wire/reader.ts'
import type { DomOp, Tree } from '../../../js-snippet/src/wire/reader-domops.ts'
import { createAdoptions } from './adoptions.ts'
import { setAttribute } from './markup.ts'
import * as native from './native.ts'
import { belongsTo, isOwnRoot, makeNode } from './nodeMaker.ts'
import { attach, detach, settleBehind } from './places.ts'
import { createScrollKeeper } from './scrollKeeper.ts'
import { adopt, deleteRule, hasSheetText, insertRule, sheetOf } from './sheets.ts'
import { createStateSetter } from './shownState.ts'
import { canBecome, giveId, idOf, idsIn, sameAttributes, standingOf, withAttribute, type Standing } from './standing.ts'

export interface RecordedDocument {
  /**
   * Runs one program. Throws Unreadable when it contradicts what stands; what follows is of no use until a reset. With `over`, a
   * snapshot of the same document is laid over what stands: the same picture, but only what differs is touched.
   */
  apply(operations: readonly DomOp[], over?: boolean): void
  /** Takes effect with the next settle. */
  scroll(node: number, x: number, y: number): void
  /** Puts pending scroll positions right; all of them when the frame's size changed. Costs a layout. */
  settle(all: boolean): void
  /** Operations on nodes that were gone. */
  skipped(): number
  /** What stands was changed from elsewhere: the next snapshot starts from nothing. */
  distrust(): void
}

const DOCUMENT_ID = 1

export function createRecordedDocument(): RecordedDocument {
  let nodes = new Map<number, Standing>()
  /** What stood before a snapshot was laid over it, while that is going on. */
  let before: Map<number, Standing> | undefined
  let pending: (() => void)[] = []
  let skipped = 0
  let trusted = false
  const adoptions = createAdoptions()
  const scrolls = createScrollKeeper()
  const setState = createStateSetter((work) => pending.push(work), scrolls.axis)
  const nodeOf = (id: number): Node | undefined => nodes.get(id)?.node

  function run(operation: DomOp): boolean {
    switch (operation.op) {
      case 'reset':
        return reset()
      case 'insert':
        return insert(operation.parent, operation.previous, operation.tree)
      case 'remove':
        return remove(operation.node)
      case 'move':
        return place(nodeOf(operation.node), operation.parent, operation.previous)
      case 'attribute':
        return attribute(nodes.get(operation.node), operation.name, operation.value)
      case 'text':
        return text(nodes.get(operation.node), operation.value)
      case 'insert-rule':
        return insertRule(sheet(operation), operation.text, operation.index)
      case 'delete-rule':
        return deleteRule(sheet(operation), operation.index)
      case 'sheet':
        adoptions.define(operation.sheet, operation.text)
        return true
      case 'adopt':
        return adoptNumbered(nodeOf(operation.root), operation.sheets)
    }
  }

  function reset(): true {
    for (let child = native.firstChildOf(document); child; child = native.firstChildOf(document)) native.removeChild(document, child)
    adopt(document, [])
    nodes = new Map()
    before = undefined
    pending = []
    skipped = 0
    trusted = true
    adoptions.clear()
    scrolls.clear()
    return true
  }

  /** A snapshot of a later or earlier moment. What does not come again goes first, so that the rest is found in its place. */
  function layOver(operations: readonly DomOp[]): void {
    const coming = new Set<number>()
    for (const operation of operations) if (operation.op === 'insert') idsIn(operation.tree, coming)
    before = nodes
    nodes = new Map()
    pending = []
    skipped = 0
    adoptions.begin()
    scrolls.begin()
    before.forEach(({ node }, id) => {
      const parent = coming.has(id) ? null : native.parentOf(node)
      if (parent && coming.has(idOf(parent))) native.removeChild(parent, node)
    })
    for (let i = 1; i < operations.length; i++) run(operations[i]!) || skipped++
    before = undefined
    adoptions.end()
  }

  function insert(parentId: number, previousId: number, tree: Tree): boolean {
    if (parentId === 0) {
      if (tree.kind !== 'document') throw new Unreadable('malformed', 'a root that is not a document')
      know(tree, document)
      fill(tree, document, before !== undefined)
      return true
    }
    const parent = nodeOf(parentId)
    if (!parent) return false
    const node = build(tree, parent)
    return isOwnRoot(tree) || place(node, parentId, previousId)
  }

  /** The node with all that is in it, not yet in its place. Whatever hangs beside the children is in place at once. */
  function build(tree: Tree, parent: Node): Node {
    const standing = before?.get(tree.id)
    const kept = standing && canBecome(standing, tree) && (!isOwnRoot(tree) || belongsTo(standing.node, tree, parent)) ? standing : undefined
    if (standing && !kept && !isOwnRoot(tree)) detach(standing.node)
    const node = kept?.node ?? makeNode(tree, parent, replace)
    know(tree, node)
    if (kept) dress(kept, tree, parent, false)
    else if (node instanceof Element) for (const [name, value] of tree.attributes) name.startsWith('=') || setAttribute(node, name, value)
    fill(tree, node, kept !== undefined)
    // After the children: a select takes its choice from its options, a scroll position needs something to scroll.
    const now = nodeOf(tree.id) ?? node
    if (kept) dress(kept, tree, parent, true)
    else if (now instanceof Element) for (const [name, value] of tree.attributes) name.startsWith('=') && setState(now, name, value)
    return now
  }

  function fill(tree: Tree, node: Node, kept: boolean): void {
    let previous: Node | null = null
    for (const child of tree.children) {
      const part = build(child, nodeOf(tree.id) ?? node)
      if (isOwnRoot(child)) continue
      const there = kept ? settleBehind(part, node, previous) : attach(part, node)
      if (there) previous = part
    }
  }

  /** Makes what is kept look as described: its text, its attributes (or, after its children, its state), where they differ. */
  function dress({ node, attributes }: Standing, tree: Tree, parent: Node, state: boolean): void {
    if (!(node instanceof Element)) {
      const value = hasSheetText(parent) ? '' : tree.value
      if (node instanceof CharacterData && node.data !== value) native.setTextContent(node, value)
      return
    }
    if (state) for (const [name, value] of tree.attributes) if (name === '=x' || name === '=y') setState(node, name, value)
    if (sameAttributes(attributes, tree.attributes)) return
    const [old, now] = [new Map(attributes), new Map(tree.attributes)]
    for (const name of new Set([...old.keys(), ...now.keys()])) {
      const value = now.get(name) ?? null
      if (name.startsWith('=') !== state || (old.get(name) ?? null) === value) continue
      if (state) setState(node, name, value)
      else setAttribute(node, name, value)
    }
  }

  function replace(old: Node, by: Node): void {
    const standing = nodes.get(idOf(old))
    if (!standing) return
    standing.node = by
    giveId(by, idOf(old))
  }

  function know(tree: Tree, node: Node): void {
    if (nodes.has(tree.id)) throw new Unreadable('out-of-step', `node ${tree.id} stands already`)
    nodes.set(tree.id, standingOf(tree, node))
    giveId(node, tree.id)
  }

  function place(node: Node | undefined, parentId: number, previousId: number): boolean {
    const parent = nodeOf(parentId)
    const previous = previousId === 0 ? null : nodeOf(previousId)
    if (!node || !parent || previous === undefined || (previous && native.parentOf(previous) !== parent)) return false
    if (before) return settleBehind(node, parent, previous)
    return attach(node, parent, previous ? native.nextSiblingOf(previous) : native.firstChildOf(parent))
  }

  function remove(id: number): boolean {
    const node = nodeOf(id)
    if (!node || id === DOCUMENT_ID) return false
    forget(node)
    detach(node)
    return true
  }

  function forget(root: Node): void {
    const open: Node[] = [root]
    for (let node = open.pop(); node; node = open.pop()) {
      nodes.delete(idOf(node))
      for (let child = native.firstChildOf(node); child; child = native.nextSiblingOf(child)) open.push(child)
      if (!(node instanceof Element)) continue
      const shadow = native.shadowRootOf(node)
      if (shadow) open.push(shadow)
      if (node instanceof HTMLTemplateElement) open.push(node.content)
    }
  }

  function attribute(standing: Standing | undefined, name: string, value: string | null): boolean {
    if (!(standing?.node instanceof Element)) return false
    standing.attributes = withAttribute(standing.attributes, name, value)
    if (name.startsWith('=')) setState(standing.node, name, value)
    else setAttribute(standing.node, name, value)
    return true
  }

  function text(standing: Standing | undefined, value: string): boolean {
    if (!(standing?.node instanceof CharacterData)) return false
    standing.value = value
    if (!hasSheetText(native.parentOf(standing.node))) native.setTextContent(standing.node, value)
    return true
  }

  /** The sheet whose rules are about to change. */
  function sheet({ node, sheet: number }: { node: number; sheet: number }): CSSStyleSheet | null | undefined {
    if (node === 0) {
      adoptions.touched(number)
      return adoptions.sheet(number)
    }
    const owner = nodes.get(node)
    if (owner) owner.touched = true
    return sheetOf(owner?.node)
  }

  function adoptNumbered(root: Node | undefined, numbers: readonly number[]): boolean {
    if (!(root instanceof Document || root instanceof ShadowRoot)) return false
    adoptions.adopt(root, numbers)
    return true
  }

  function finishPending(): void {
    const works = pending
    pending = []
    works.forEach((work) => work())
  }

  /** False when it must be built from nothing after all. */
  function laidOver(operations: readonly DomOp[]): boolean {
    try {
      layOver(operations)
      return true
    } catch {
      return false
    }
  }

  return {
    apply(operations, over = false) {
      const done = over && trusted && operations[0]?.op === 'reset' && laidOver(operations)
      if (!done) operations.forEach((operation) => run(operation) || skipped++)
      finishPending()
    },
    scroll(id, x, y) {
      const node = nodeOf(id)
      if (node) scrolls.both(node, x, y)
    },
    settle: scrolls.settle,
    skipped: () => skipped,
    distrust: () => void (trusted = false),
  }
}
