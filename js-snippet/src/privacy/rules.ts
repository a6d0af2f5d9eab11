import { nearest } from '../element/tree.ts'

/** How text is treated: as any page text, hidden altogether, or as its owner allowed. */
export type TextRule = 'page' | 'mask' | 'allow'

const TYPED = 'textarea,[contenteditable]:not([contenteditable=false])'
// These stay hidden whatever the page's owner allows.
const SENSITIVE =
  'input[type=password],input[type=email],input[type=tel],input[type=hidden],[autocomplete^=cc-],' +
  '[autocomplete$=-password],[autocomplete=one-time-code],[autocomplete=email],[autocomplete^=tel]'

export function textRule(element: Element): TextRule {
  const ruling = nearest(element, '[data-sojourn=mask],[data-sojourn=allow],' + TYPED)
  if (!ruling) return 'page'
  return ruling.getAttribute('data-sojourn') === 'allow' ? 'allow' : 'mask'
}

/** The outermost-reaching promise: nothing inside such an element leaves the browser. */
export function blockedBy(element: Element): Element | null {
  return nearest(element, '[data-sojourn=block]')
}

/** Whether the element's owner wants no events from it. */
export function isIgnored(element: Element): boolean {
  return !!nearest(element, '[data-sojourn=ignore],[data-ignore-activity]')
}

export function isSensitive(field: Element): boolean {
  return field.matches(SENSITIVE)
}
