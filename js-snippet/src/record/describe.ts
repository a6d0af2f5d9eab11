import { isElement } from '../element/tree.ts'
import { textRule } from '../privacy/rules.ts'
import { maskUrl } from '../privacy/url.ts'
import { Op, Tree } from '../wire/domops-writer.ts'
import { recordedAttribute } from './attributes.ts'
import { boxState, scrollState, stateOf } from './state.ts'
import type { State } from './state.ts'
import type { Take } from './take.ts'
import type { Told } from './told.ts'

const NAMESPACES: Record<string, number> = {
  'http://www.w3.org/2000/svg': Tree.SVG,
  'http://www.w3.org/1998/Math/MathML': Tree.MATHML,
}
// Deeper trees are told in several goes: each level costs stack.
const DEEPEST = 200
const OPAQUE = 'script,noscript,style,textarea,iframe,frame,object,[data-sojourn=block]'
// A form's own is hidden by a field in it that is named so.
const attributeList: () => NamedNodeMap = Object.getOwnPropertyDescriptor(Element.prototype, 'attributes')!.get!
const BLOCKED_KEEP = /^(id|class|style|data-sojourn)$/

/** Element, text, comment, document, doctype; the rest is not seen. */
export function isTellable({ nodeType }: Node): boolean {
  return [1, 3, 8, 9, 10].includes(nodeType)
}

/** Elements whose children stay out: they are code, or shown by other means, or private. */
export function isOpaque(node: Node): boolean {
  return isElement(node) && node.matches(OPAQUE)
}

export function isBlocked(element: Element): boolean {
  return element.getAttribute('data-sojourn') === 'block'
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
  const attributes = attributesOf(take, element)
  ops.put(attributes.length)
  for (const [name, value] of attributes) {
    ops.string(name)
    ops.string(value)
  }
  const inner = innerOf(element)
  if (inner) describe(take, take.tree.addInner(ops.nextId(), inner, told), depth + 1)
  describeChildren(take, told, depth)
}

function describeChildren(take: Take, told: Told, depth: number) {
  const { ops, tree } = take
  let previous: Told | null = null
  for (let child = isOpaque(told.node) ? null : told.node.firstChild; child; child = child.nextSibling) {
    if (!isTellable(child)) continue
    if (take.isFull() || depth > DEEPEST) {
      take.later(told)
      break
    }
    // What the recording already has somewhere else is moved here afterwards.
    if (tree.of(child)) take.again(told)
    else describe(take, (previous = tree.add(ops.nextId(), child, told, previous)), depth + 1)
  }
  ops.put(Tree.END)
}

function attributesOf(take: Take, element: Element): [string, string][] {
  if (element.localName === 'script') return []
  const { privacy } = take.host
  const blocked = isBlocked(element)
  const written: State = [...attributeList.call(element)]
    .filter(({ name }) => !blocked || BLOCKED_KEEP.test(name))
    .map(({ name, value }) => [name, recordedAttribute(element, name, value, privacy)])
  const state = blocked ? [['=blocked', '1'] as State[0], ...boxState(element)] : shownState(take, element)
  return [...written, ...state].filter((pair): pair is [string, string] => pair[1] !== null)
}

function shownState(take: Take, element: Element): State {
  take.watch(element)
  return [
    ...stateOf(element, take.host.privacy),
    ...take.sheetState(element),
    ...gapState(element),
    ...scrollState(element),
  ]
}

/** Why something is missing that a visitor saw: pictures drawn by code, and documents of other sites. */
export function gapState(element: Element): State {
  if (element.localName === 'canvas') return [['=gap', 'canvas']]
  return element.matches('iframe,frame,object,embed') ? [['=gap', innerOf(element) ? null : 'frame']] : []
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

export function recordedText({ host: { privacy } }: Take, node: Node): string {
  const text = node.nodeValue ?? ''
  const parent = node.parentElement ?? (node.parentNode as Partial<ShadowRoot> | null)?.host
  return privacy.text(text, parent ? textRule(parent) : 'page')
}
