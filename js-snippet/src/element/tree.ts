// The page's elements, asked by the platform's own methods: a form's field may be named like one of them, and a custom
// element may answer for itself.
const { getAttribute, matches: nativeMatches, closest } = Element.prototype

export function attribute(element: Element, name: string): string {
  return getAttribute.call(element, name) ?? ''
}

export function matches(element: Element, selector: string): boolean {
  return nativeMatches.call(element, selector)
}

/** The element above, through shadow roots and same-origin frames. */
export function parentOf(element: Element): Element | null {
  return element.parentElement ?? hostOf(element)
}

/** The host of the shadow root, or the frame of the document, that an element stands in. */
export function hostOf(node: Node): Element | null {
  const root = node.getRootNode() as { host?: Element; defaultView?: Window | null }
  return root.host ?? root.defaultView?.frameElement ?? null
}

/** `closest`, through shadow roots and same-origin frames. */
export function nearest(element: Element, selector: string): Element | null {
  for (let at: Element | null = element; at; at = hostOf(at)) {
    const found = closest.call(at, selector)
    if (found) return found
  }
  return null
}

/** Elements are recognized without `instanceof`: those of a frame come from another realm. */
export function isElement(node: unknown): node is Element {
  return (node as Node | null)?.nodeType === 1
}

export function isField(element: Element): element is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  return matches(element, 'input,textarea,select')
}

/** Text areas and whatever is edited in place. */
export const TYPED_INTO = 'textarea,[contenteditable]:not([contenteditable=false])'
const NOT_TYPED = /checkbox|radio|range|color|file|hidden/

/** Whether it is a button by any name. */
export function isPressed(element: Element): boolean {
  return (
    matches(element, 'button,[role=button]') ||
    (matches(element, 'input') && /button|submit|reset|image/.test(typeOf(element)))
  )
}

export function typeOf(element: Element): string {
  return (element as Partial<HTMLInputElement>).type ?? element.localName
}

/** Whether a field takes typing, rather than being ticked, dragged or pressed. */
export function isTypedInto(element: Element): boolean {
  return (
    matches(element, TYPED_INTO) ||
    (matches(element, 'input') && !isPressed(element) && !NOT_TYPED.test(typeOf(element)))
  )
}
