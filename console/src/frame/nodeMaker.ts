// Makes the node that a recording describes, and the roots that hang beside a node's children.
import type { Tree } from '../../../js-snippet/src/wire/reader-domops.ts'
import { hostFrameDocument } from './frameHost.ts'
import { makeElement } from './markup.ts'
import * as native from './native.ts'
import { adopt, hasSheetText } from './sheets.ts'

/** `replaced` hears of the element that stands for a frame from now on. */
export function makeNode(tree: Tree, parent: Node, replaced: (frame: Element, host: Element) => void): Node {
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
      return ownRoot(parent, (frame) => hostFrameDocument(frame, (host) => replaced(frame, host)))
  }
}

/** Whether it hangs beside the children of its parent rather than among them. */
export const isOwnRoot = (tree: Tree): boolean => tree.kind === 'shadow' || tree.kind === 'template' || tree.kind === 'document'

/** Whether the root is the one that its parent has. */
export function belongsTo(root: Node, tree: Tree, parent: Node): boolean {
  if (tree.kind === 'template') return parent instanceof HTMLTemplateElement && parent.content === root
  return parent instanceof Element && native.shadowRootOf(parent) === root
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
