// A recorded page may name a form or an image `createElementNS`, and an input `insertBefore`: browsers then answer that element
// instead of the method. So the DOM is reached through its prototypes only, taken before anything recorded exists.

type Method<T, A extends unknown[], R> = (this: T, ...parameters: A) => R

const call = Function.prototype.call

/** The method with its `this` as the first parameter. A bound call is what engines make fastest. */
const bare = <T, A extends unknown[], R>(method: Method<T, A, R>): ((self: T, ...parameters: A) => R) =>
  call.bind(method as never) as never

function getter<T, K extends keyof T>(prototype: T, name: K): (self: T) => T[K] {
  return bare(Object.getOwnPropertyDescriptor(prototype, name)?.get as (this: T) => T[K])
}

function setter<T, K extends keyof T>(prototype: T, name: K): (self: T, value: T[K]) => void {
  return bare(Object.getOwnPropertyDescriptor(prototype, name)?.set as (this: T, value: T[K]) => void)
}

export const createElementNS = bare(Document.prototype.createElementNS as Method<Document, [string, string], Element>)
export const createTextNode = bare(Document.prototype.createTextNode)
export const createComment = bare(Document.prototype.createComment)
export const implementationOf = getter(Document.prototype, 'implementation')
export const documentElementOf = getter(Document.prototype, 'documentElement') as (self: Document) => HTMLElement | null
export const fontsOf = getter(Document.prototype, 'fonts' as keyof Document) as (self: Document) => FontFaceSet

export const insertBefore = bare(Node.prototype.insertBefore as Method<Node, [Node, Node | null], Node>)
export const removeChild = bare(Node.prototype.removeChild as Method<Node, [Node], Node>)
export const parentOf = getter(Node.prototype, 'parentNode')
export const firstChildOf = getter(Node.prototype, 'firstChild')
export const nextSiblingOf = getter(Node.prototype, 'nextSibling')
export const isConnected = getter(Node.prototype, 'isConnected')
export const setTextContent = setter(Node.prototype, 'textContent')

export const setAttribute = bare(Element.prototype.setAttribute)
export const setAttributeNS = bare(Element.prototype.setAttributeNS)
export const getAttribute = bare(Element.prototype.getAttribute)
export const hasAttribute = bare(Element.prototype.hasAttribute)
export const removeAttribute = bare(Element.prototype.removeAttribute)
export const attributeNames = bare(Element.prototype.getAttributeNames)
export const localNameOf = getter(Element.prototype, 'localName')
export const namespaceOf = getter(Element.prototype, 'namespaceURI')
export const shadowRootOf = getter(Element.prototype, 'shadowRoot')
export const attachShadow = bare(Element.prototype.attachShadow)
export const scrollElement = bare(Element.prototype.scrollTo as Method<Element, [ScrollToOptions], void>)
export const elementsWithin = bare(Element.prototype.querySelectorAll as Method<Element, [string], NodeListOf<Element>>)

const adoptIntoDocument = setter(Document.prototype, 'adoptedStyleSheets')
const adoptIntoShadow = setter(ShadowRoot.prototype, 'adoptedStyleSheets')

/** In place of those adopted so far. */
export function adoptSheets(root: Document | ShadowRoot, sheets: CSSStyleSheet[]): void {
  if (root instanceof Document) adoptIntoDocument(root, sheets)
  else adoptIntoShadow(root, sheets)
}

export const styleSheetsOf = (root: Document | ShadowRoot): CSSStyleSheet[] =>
  root instanceof Document ? [...documentSheets(root), ...documentAdopted(root)] : [...root.styleSheets, ...root.adoptedStyleSheets]

const documentSheets = getter(Document.prototype, 'styleSheets')
const documentAdopted = getter(Document.prototype, 'adoptedStyleSheets')

const animationsOf = bare(Document.prototype.getAnimations)

/** A picture gone to at once is where its transitions would have led; animations go on as they do in the page. */
export function finishTransitions(root: Document): void {
  for (const animation of animationsOf(root)) if (animation instanceof CSSTransition) animation.finish()
}
