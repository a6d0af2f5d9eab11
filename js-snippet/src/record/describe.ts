import { isElement } from '../element/tree.ts'
import { isBlocked, marksOf } from '../privacy/rules.ts'
import { maskUrl } from '../privacy/url.ts'
import { Op, Tree } from '../wire/domops-writer.ts'
import { recordedAttribute } from './attributes.ts'
import { isBoxed, isStateful, stateOf } from './state.ts'
import type { State } from './state.ts'
import type { Take } from './take.ts'
import type { Told } from './told.ts'
import { compare } from './work.ts'

const NAMESPACES: Record<string, number> = {
  'http://www.w3.org/2000/svg': Tree.SVG,
  'http://www.w3.org/1998/Math/MathML': Tree.MATHML,
}
// Deeper trees are told in several goes: each level costs stack.
const DEEPEST = 200
// More than this of one text nobody reads in a replay, and it must not cost all else.
const LONGEST_TEXT = 500_000
const OPAQUE = /^(script|noscript|style|textarea|iframe|frame|object)$/
// A form's own is hidden by a field in it that is named so.
const { getAttribute, getAttributeNames } = Element.prototype
const BLOCKED_KEEP = /^(id|class|style|data-sojourn)$/

/** Element, text, comment, document, doctype; the rest is not seen. */
export function isTellable({ nodeType }: Node): boolean {
  return [1, 3, 8, 9, 10].includes(nodeType)
}

/** Elements whose children stay out: they are code, or shown by other means, or private. */
export function isOpaque(node: Node): boolean {
  return isElement(node) && (OPAQUE.test(node.localName) || isBlocked(node))
}

/** Puts a subtree the recording does not know yet into it, as far as this slice allows. */
export function insert(take: Take, node: Node, parent: Told | null, previous: Told | null): Told {
  take.ops.put(Op.INSERT, parent?.id ?? 0, previous?.id ?? 0)
  const told = take.tree.add(take.ops.nextId(), node, parent, previous)
  describe(take, told, 0)
  return told
}

/** The same for what hangs inside an element without being a child of it. */
export function insertInner(take: Take, node: Node, parent: Told): void {
  take.ops.put(Op.INSERT, parent.id, 0)
  describe(take, take.tree.addInner(take.ops.nextId(), node, parent), 0)
}

function describe(take: Take, told: Told, depth: number): void {
  const { ops } = take
  const { node } = told
  switch (node.nodeType) {
    case Node.ELEMENT_NODE:
      return describeElement(take, told, node as Element, depth)
    case Node.TEXT_NODE:
      ops.put(Tree.TEXT)
      return ops.string(recordedText(take, node))
    case Node.COMMENT_NODE:
      ops.put(Tree.COMMENT)
      return ops.string(recordedText(take, node))
    case Node.DOCUMENT_TYPE_NODE: {
      const { name, publicId, systemId } = node as DocumentType
      ops.put(Tree.DOCTYPE)
      return [name, publicId, systemId].forEach(ops.string)
    }
    case Node.DOCUMENT_NODE:
      ops.put(Tree.DOCUMENT)
      ops.string(take.host.privacy.address(maskUrl(node.baseURI)))
      break
    default:
      ops.put((node as ShadowRoot).host ? Tree.SHADOW : Tree.TEMPLATE)
  }
  take.enter(node)
  describeChildren(take, told, depth)
}

function describeElement(take: Take, told: Told, element: Element, depth: number) {
  const { ops } = take
  ops.put(NAMESPACES[element.namespaceURI ?? ''] ?? Tree.HTML)
  ops.string(element.localName)
  const pairs = attributesOf(take, told, element)
  ops.put(pairs.length / 2)
  for (const each of pairs) ops.string(each)
  const inner = innerOf(element)
  if (inner) describe(take, take.tree.addInner(ops.nextId(), inner, told), depth + 1)
  describeChildren(take, told, depth)
}

function describeChildren(take: Take, told: Told, depth: number) {
  const { ops, tree, work } = take
  let previous: Told | null = null
  for (let child = isOpaque(told.node) ? null : told.node.firstChild; child; child = child.nextSibling) {
    if (!isTellable(child)) continue
    if (take.isFull() || depth > DEEPEST) {
      work.children.set(told, previous)
      break
    }
    // What the recording already has somewhere else is moved here afterwards.
    if (tree.of(child)) {
      compare(work, told)
      break
    }
    describe(take, (previous = tree.add(ops.nextId(), child, told, previous)), depth + 1)
  }
  ops.put(Tree.END)
}

/** Names and values in turn. */
function attributesOf(take: Take, told: Told, element: Element): string[] {
  const pairs: string[] = []
  const add = ([name, value]: State[0]) => value !== null && pairs.push(name, value)
  if (element.localName === 'script') return pairs
  const { privacy } = take.host
  const names = getAttributeNames.call(element)
  const blocked = isBlocked(element)
  told.marks = marksOf(element)
  for (const name of names) {
    if (blocked && !BLOCKED_KEEP.test(name)) continue
    add([name, recordedAttribute(element, name, getAttribute.call(element, name)!, privacy)])
  }
  // Reading a box makes the browser lay the page out: that waits until it has done so anyway.
  if (take.isEarly() || blocked || isBoxed(element)) take.work.boxes.add(told)
  if (blocked) {
    add(['=blocked', '1'])
    return pairs
  }
  stateOf(element, privacy).forEach(add)
  if (isStateful(element)) take.watch(element)
  take.sheetState(element).forEach(add)
  gapState(element).forEach(add)
  return pairs
}

/** Why something is missing that a visitor saw: pictures drawn by code, and documents of other sites. */
export function gapState(element: Element): State {
  if (element.localName === 'canvas') return [['=gap', 'canvas']]
  return /^(iframe|frame|object|embed)$/.test(element.localName) ? [['=gap', innerOf(element) ? null : 'frame']] : []
}

export function innerOf(element: Element): Node | null {
  if (isBlocked(element)) return null
  if (element.shadowRoot) return element.shadowRoot
  if (element.localName === 'template') return (element as HTMLTemplateElement).content ?? null
  return element.localName === 'iframe' ? frameDocument(element as HTMLIFrameElement) : null
}

function frameDocument(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument
  } catch {
    return null
  }
}

export function recordedText(take: Take, node: Node): string {
  const text = (node.nodeValue ?? '').slice(0, LONGEST_TEXT)
  // Blanks between elements: in many pages half of all texts.
  if (text.length < 9 && !text.trim()) return text
  const parent = node.parentElement ?? (node.parentNode as Partial<ShadowRoot> | null)?.host
  return take.host.privacy.text(text, parent ? take.ruleOf(parent) : 'page')
}
