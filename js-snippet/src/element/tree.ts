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
    const found = at.closest(selector)
    if (found) return found
  }
  return null
}

/** Elements are recognized without `instanceof`: those of a frame come from another realm. */
export function isElement(node: unknown): node is Element {
  return (node as Node | null)?.nodeType === 1
}

export function isField(element: Element): element is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  return element.matches('input,textarea,select')
}

/** Whether a field takes typing, rather than being ticked, dragged or pressed. */
export function isTypedInto(element: Element): boolean {
  return element.matches(
    'textarea,[contenteditable]:not([contenteditable=false]),input:not([type=checkbox]):not([type=radio]):not([type=button])' +
      ':not([type=submit]):not([type=reset]):not([type=image]):not([type=range]):not([type=color]):not([type=file]):not([type=hidden])',
  )
}
