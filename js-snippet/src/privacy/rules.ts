import { attribute, matches, nearest, TYPED_INTO } from '../element/tree.ts'
import type { Settings } from '../settings.ts'

/** How text is treated: as any page text, hidden altogether, or as its owner allowed. */
export type TextRule = 'page' | 'mask' | 'allow'

/** What may be marked: by an attribute, by a selector of the site's settings, or by `sojourn('mask', …)`. */
type Mark = 'mask' | 'allow' | 'block' | 'ignore'

// These stay hidden whatever the page's owner allows.
const SENSITIVE_TYPE = /password|email|tel|hidden/
const SENSITIVE_CONTENT = /\bcc-|-password|one-time-code|email|\btel/

// One agent runs in a document, and one set of rules.
const marked: Record<Mark, string> = {
  'mask': '[data-sojourn=mask]',
  'allow': '[data-sojourn=allow]',
  'block': '[data-sojourn=block]',
  'ignore': '[data-sojourn=ignore],[data-ignore-activity]',
}
let unmarked: TextRule = 'page'
// As long as nothing but attributes marks elements, nobody needs to be asked whether another class changes what they are.
let bySelector = false

/** Takes over the site's rules. */
export function setRules(settings: Settings): void {
  unmarked = ({ 'strict': 'mask', 'relaxed': 'allow' } as const)[settings.masking as string] ?? 'page'
  for (const mark of Object.keys(marked) as Mark[]) settings[mark]?.forEach((selector) => addMark(mark, selector))
}

/** Adds a selector to a rule; one the browser does not understand changes nothing. */
export function addMark(mark: Mark, selector: unknown): void {
  if (!selector) return
  try {
    document.querySelector(String(selector))
    marked[mark] += ',' + selector
    bySelector = true
  } catch {
    // Not a selector.
  }
}

export function textRule(element: Element): TextRule {
  const ruling = nearest(element, marked['mask'] + ',' + marked['allow'] + ',' + TYPED_INTO)
  if (!ruling) return unmarked
  return matches(ruling, marked['allow']) && !matches(ruling, marked['mask']) ? 'allow' : 'mask'
}

/** Whether it is shown as an empty box. */
export function isBlocked(element: Element): boolean {
  return matches(element, marked['block'])
}

/** What selectors make of the element itself, to compare with what they made of it before. */
export function marksOf(element: Element): string {
  return bySelector ? String((['mask', 'allow', 'block'] as const).filter((mark) => matches(element, marked[mark]))) : ''
}

/** The outermost-reaching promise: nothing inside such an element leaves the browser. */
export function blockedBy(element: Element): Element | null {
  return nearest(element, marked['block'])
}

/** Whether the element's owner wants no events from it. */
export function isIgnored(element: Element): boolean {
  return !!nearest(element, marked['ignore'])
}

export function isSensitive(field: Element): boolean {
  return (
    SENSITIVE_CONTENT.test(attribute(field, 'autocomplete')) ||
    (field.localName === 'input' && SENSITIVE_TYPE.test((field as HTMLInputElement).type))
  )
}
