import { nearest, TYPED_INTO } from '../element/tree.ts'

/** How text is treated: as any page text, hidden altogether, or as its owner allowed. */
export type TextRule = 'page' | 'mask' | 'allow'

// These stay hidden whatever the page's owner allows.
const SENSITIVE_TYPE = /password|email|tel|hidden/
const SENSITIVE_CONTENT = /\bcc-|-password|one-time-code|email|\btel/

export function textRule(element: Element): TextRule {
  const ruling = nearest(element, '[data-sojourn=mask],[data-sojourn=allow],' + TYPED_INTO)
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
  const content = field.getAttribute('autocomplete') ?? ''
  return (
    SENSITIVE_CONTENT.test(content) ||
    (field.localName === 'input' && SENSITIVE_TYPE.test((field as HTMLInputElement).type))
  )
}
