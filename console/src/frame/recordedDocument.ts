// The recorded document, rebuilt in this one. It replaces everything in `document` but the document itself, which is why the
// script lives on: a realm does not end with its markup.
import { Unreadable } from '../../../js-snippet/src/wire/reader.ts'
import type { DomOp, Tree } from '../../../js-snippet/src/wire/reader-domops.ts'
import { makeElement, setAttribute } from './markup.ts'
import * as native from './native.ts'
import { hostFrameDocument } from './frameHost.ts'
import { createScrollKeeper } from './scrollKeeper.ts'
import { adopt, deleteRule, hasSheetText, insertRule, sheetOf } from './sheets.ts'
import { createStateSetter } from './shownState.ts'

export interface RecordedDocument {
  /** Runs one program. Throws Unreadable when it contradicts what stands; what follows is of no use until a reset. */
  apply(operations: readonly DomOp[]): void
  /** Takes effect with the next settle. */
  scroll(node: number, x: number, y: number): void
  /** Puts pending scroll positions right; all of them when the frame's size changed. Costs a layout. */
  settle(all: boolean): void
  /** Operations on nodes that were gone. */
  skipped(): number
}

const DOCUMENT_ID = 1

export function createRecordedDocument(): RecordedDocument {
  const nodes = new Map<number, Node>()
  let ids = new WeakMap<Node, number>()
  let sheets = new Map<number, CSSStyleSheet>()
  let pending: (() => void)[] = []
  let skipped = 0
  const scrolls = createScrollKeeper()
  const setState = createStateSetter((work) => pending.push(work), scrolls.axis)

  function run(operation: DomOp): boolean {
    switch (operation.op) {
      case 'reset':
        return reset()
      case 'insert':
        return insert(operation.parent, operation.previous, operation.tree)
      case 'remove':
        return remove(operation.node)
      case 'move':
        return place(nodes.get(operation.node), operation.parent, operation.previous)
      case 'attribute':
        return attribute(nodes.get(operation.node), operation.name, operation.value)
      case 'text':
        return text(nodes.get(operation.node), operation.value)
      case 'insert-rule':
        return insertRule(sheet(operation), operation.text, operation.index)
      case 'delete-rule':
        return deleteRule(sheet(operation), operation.index)
      case 'sheet':
        sheets.set(operation.sheet, sheets.get(operation.sheet) ?? new CSSStyleSheet())
        sheets.get(operation.sheet)?.replaceSync(operation.text)
        return true
      case 'adopt':
        return adoptNumbered(nodes.get(operation.root), operation.sheets)
    }
  }

  function reset(): true {
    for (let child = native.firstChildOf(document); child; child = native.firstChildOf(document)) native.removeChild(document, child)
    adopt(document, [])
    nodes.clear()
    ids = new WeakMap()
    sheets = new Map()
    pending = []
    skipped = 0
    scrolls.clear()
    return true
  }

  function insert(parentId: number, previousId: number, tree: Tree): boolean {
    if (parentId === 0) {
      if (tree.kind !== 'document') throw new Unreadable('malformed', 'a root that is not a document')
      know(tree, document)
      tree.children.forEach((child) => attach(build(child, document), document))
      return true
    }
    const parent = nodes.get(parentId)
    if (!parent) return false
    const node = build(tree, parent)
    return isOwnRoot(tree) || place(node, parentId, previousId)
  }

  /** The node with all that is in it, not yet in its place. Whatever hangs beside the children is in place at once. */
  function build(tree: Tree, parent: Node): Node {
    const node = make(tree, parent)
    know(tree, node)
    if (node instanceof Element) tree.attributes.forEach(([name, value]) => name.startsWith('=') || setAttribute(node, name, value))
    for (const child of tree.children) {
      const part = build(child, nodes.get(tree.id) ?? node)
      if (!isOwnRoot(child)) attach(part, node)
    }
    // After the children: a select takes its choice from its options, a scroll position needs something to scroll.
    const standing = nodes.get(tree.id) ?? node
    if (standing instanceof Element) tree.attributes.forEach(([name, value]) => name.startsWith('=') && setState(standing, name, value))
    return standing
  }

  function make(tree: Tree, parent: Node): Node {
    switch (tree.kind) {
      case 'html':
      case 'svg':
      case 'mathml':
        return makeElement(tree.kind, tree.name)
      case 'text':
        return native.createTextNode(document, hasSheetText(parent) ? '' : tree.value)
      case 'comment':
        return native.createComment(document, tree.value)
      case 'doctype':
        return doctype(tree)
      case 'shadow':
        return ownRoot(parent, openShadow)
      case 'template':
        return parent instanceof HTMLTemplateElement ? parent.content : new DocumentFragment()
      case 'document':
        return ownRoot(parent, (frame) => hostFrameDocument(frame, (host) => replace(frame, host)))
    }
  }

  function replace(old: Node, by: Node): void {
    const id = ids.get(old)
    if (id === undefined) return
    nodes.set(id, by)
    ids.set(by, id)
  }

  function know(tree: Tree, node: Node): void {
    if (nodes.has(tree.id)) throw new Unreadable('out-of-step', `node ${tree.id} stands already`)
    nodes.set(tree.id, node)
    ids.set(node, tree.id)
  }

  function place(node: Node | undefined, parentId: number, previousId: number): boolean {
    const parent = nodes.get(parentId)
    const previous = previousId === 0 ? undefined : nodes.get(previousId)
    if (!node || !parent || (previousId !== 0 && (!previous || native.parentOf(previous) !== parent))) return false
    return attach(node, parent, previous ? native.nextSiblingOf(previous) : native.firstChildOf(parent))
  }

  function remove(id: number): boolean {
    const node = nodes.get(id)
    if (!node || id === DOCUMENT_ID) return false
    forget(node)
    const parent = native.parentOf(node)
    if (parent) native.removeChild(parent, node)
    return true
  }

  function forget(root: Node): void {
    const open: Node[] = [root]
    for (let node = open.pop(); node; node = open.pop()) {
      nodes.delete(ids.get(node) ?? 0)
      for (let child = native.firstChildOf(node); child; child = native.nextSiblingOf(child)) open.push(child)
      if (!(node instanceof Element)) continue
      const shadow = native.shadowRootOf(node)
      if (shadow) open.push(shadow)
      if (node instanceof HTMLTemplateElement) open.push(node.content)
    }
  }

  function attribute(node: Node | undefined, name: string, value: string | null): boolean {
    if (!(node instanceof Element)) return false
    if (name.startsWith('=')) setState(node, name, value)
    else setAttribute(node, name, value)
    return true
  }

  function text(node: Node | undefined, value: string): boolean {
    if (!(node instanceof CharacterData)) return false
    if (!hasSheetText(native.parentOf(node))) native.setTextContent(node, value)
    return true
  }

  const sheet = (operation: { node: number; sheet: number }): CSSStyleSheet | null | undefined =>
    operation.node === 0 ? sheets.get(operation.sheet) : sheetOf(nodes.get(operation.node))

  function adoptNumbered(root: Node | undefined, numbers: readonly number[]): boolean {
    if (!(root instanceof Document || root instanceof ShadowRoot)) return false
    adopt(root, numbers.flatMap((number) => sheets.get(number) ?? []))
    return true
  }

  function finishPending(): void {
    const works = pending
    pending = []
    works.forEach((work) => work())
  }

  return {
    apply(operations) {
      operations.forEach((operation) => run(operation) || skipped++)
      finishPending()
    },
    scroll(id, x, y) {
      const node = nodes.get(id)
      if (node) scrolls.both(node, x, y)
    },
    settle: scrolls.settle,
    skipped: () => skipped,
  }
}

const isOwnRoot = (tree: Tree): boolean => tree.kind === 'shadow' || tree.kind === 'template' || tree.kind === 'document'

/** False for what a document does not take, such as text beside its element. */
function attach(node: Node, parent: Node, before: Node | null = null): boolean {
  try {
    native.insertBefore(parent, node, before)
    return true
  } catch {
    return false
  }
}

function openShadow(host: Element): ShadowRoot {
  const root = native.shadowRootOf(host) ?? native.attachShadow(host, { mode: 'open' })
  adopt(root, [])
  return root
}

/** Not every element can have a shadow root, and what has none in the replay still has to be read to its end. */
function ownRoot(parent: Node, open: (host: Element) => Node): Node {
  try {
    return parent instanceof Element ? open(parent) : new DocumentFragment()
  } catch {
    return new DocumentFragment()
  }
}

/** Known loss: a page without a doctype is shown in standards mode, because the frame's own markup has decided that. */
function doctype({ name, publicId, systemId }: Tree): Node {
  try {
    return native.implementationOf(document).createDocumentType(name || 'html', publicId, systemId)
  } catch {
    return native.createComment(document, 'doctype')
  }
}
