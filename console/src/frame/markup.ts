// Makes elements and sets their attributes, within what allowed.ts lets pass.
import { isAddress, isAllowedAttribute, safeAddress, safeTag, type Markup } from './allowed.ts'
import { lookMissing, setRecordedStyle } from './boxStyle.ts'
import * as native from './native.ts'

const NAMESPACES: Record<Markup, string> = {
  html: 'http://www.w3.org/1999/xhtml',
  svg: 'http://www.w3.org/2000/svg',
  mathml: 'http://www.w3.org/1998/Math/MathML',
}

/** What the server makes of a link's address; one that comes as `href` all the same is treated alike. */
const LINK = 'data-sojourn-link'
/** Leads nowhere. Without it a link would not look like one: neither `:any-link` nor the browser's own blue would apply. */
const NOWHERE = '#-'

export function makeElement(markup: Markup, tag: string): Element {
  const element = native.createElementNS(document, NAMESPACES[markup], safeTag(markup, tag))
  // Neither runs nor loads anything, and no attribute that could change that is ever set.
  if (element instanceof HTMLScriptElement) native.setAttribute(element, 'type', 'application/json')
  if (element instanceof HTMLIFrameElement) native.setAttribute(element, 'sandbox', '')
  return element
}

/** An absent value removes the attribute. What may not be set is left out without a word. */
export function setAttribute(element: Element, name: string, value: string | null): void {
  const markup = markupOf(element)
  if (name === LINK && isLink(element)) return setAddress(element, markup, 'href', value)
  if (isAddress(name.toLowerCase())) return setAddress(element, markup, name.toLowerCase(), value)
  if (!isAllowedAttribute(markup, native.localNameOf(element), name, value) || isFixed(element, name)) return
  if (name.toLowerCase() === 'style') return setRecordedStyle(element, value)
  if (value === null) return native.removeAttribute(element, name)
  try {
    native.setAttribute(element, name, value)
  } catch {
    // A name that a parser takes and setAttribute does not, such as `"`. It shows nothing.
  }
}

function setAddress(element: Element, markup: Markup, name: string, value: string | null): void {
  const tag = native.localNameOf(element)
  const address = value === null ? null : name === 'href' && isLink(element) ? NOWHERE : safeAddress(markup, tag, name, value)
  const attribute = name === 'xlink:href' ? 'href' : name
  if (address === null) return native.removeAttribute(element, attribute)
  if (name === 'src') lookMissing(element, null)
  native.setAttribute(element, attribute, address)
}

const isLink = (element: Element): boolean => element instanceof HTMLAnchorElement || element instanceof HTMLAreaElement

const isFixed = (element: Element, name: string): boolean =>
  (element instanceof HTMLScriptElement && /^type$/i.test(name)) ||
  (element instanceof HTMLIFrameElement && /^(sandbox|name)$/i.test(name)) ||
  (element instanceof HTMLMetaElement && /^http-equiv$/i.test(name))

function markupOf(element: Element): Markup {
  const namespace = native.namespaceOf(element)
  return namespace === NAMESPACES.svg ? 'svg' : namespace === NAMESPACES.mathml ? 'mathml' : 'html'
}
