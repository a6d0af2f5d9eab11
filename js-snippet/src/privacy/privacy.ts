import { isElement, isField, isTypedInto } from '../element/tree.ts'
import { createMirror } from './mirror.ts'
import { isSensitive, textRule } from './rules.ts'
import type { TextRule } from './rules.ts'
import { decode, HIDDEN } from './url.ts'
import { maskAll, maskCards, maskPageText, maskValue } from './text.ts'

const LONGEST_LABEL = 60
// Where a style sheet holds words of the page: strings, addresses, properties of its own.
const WORDS_IN_STYLE = /"[^"]*"|'[^']*'|url\([^)]*\)|--[^:]+:[^;}]*/g
const ADDRESS_PARTS = /^\w+:\/\/[^/]*|[^/?&=#]+/g

/** Everything that leaves the browser as text goes through here first. */
export interface Privacy {
  /** Page text, by the rule of the element it stands in. */
  text(text: string, rule?: TextRule): string
  /** A name or a number of the page's own, unless it repeats what was typed. */
  unrepeated(value: string): string
  /** Style text, in which a page may repeat what was typed. */
  css(text: string): string
  /** An address that was masked already, without what in its path was typed. */
  address(masked: string): string
  /** A description of an element, or undefined when any part of it may not be read. */
  label(text: string, element: Element): string | undefined
  /** What a field shows, masked; null when not even its length may be known. */
  value(field: HTMLInputElement | HTMLTextAreaElement): string | null
  /** To be called when a field's value may have changed. */
  note(field: Element): void
}

export function createPrivacy(): Privacy {
  const mirror = createMirror()
  const everSensitive = new WeakSet<Element>()

  function text(text: string, rule: TextRule = 'page'): string {
    if (rule === 'mask' || (text.length > 3 && mirror.repeats(text))) return maskAll(text)
    return rule === 'allow' ? maskCards(text) : maskPageText(text)
  }

  return {
    text,
    unrepeated: (value) => (mirror.repeats(value) ? maskAll(value) : value),
    css: (text) => text.replace(WORDS_IN_STYLE, mirror.without),
    address: (masked) =>
      masked.startsWith('data:')
        ? masked
        : masked.replace(ADDRESS_PARTS, (part) =>
            !part.includes('://') && mirror.begins(decode(part)) ? HIDDEN : part,
          ),
    label(given, element) {
      const tidy = given.replace(/\s+/g, ' ').trim()
      // What names a field stands around it; only what stands in it was typed.
      const rule = textRule((isField(element) && element.parentElement) || element)
      return tidy && tidy.length <= LONGEST_LABEL && text(tidy, rule) === tidy ? tidy : undefined
    },
    value(field) {
      // A password field that turns into a text field to show what was typed stays a password field for us.
      if (isSensitive(field)) everSensitive.add(field)
      if (field.type === 'hidden') return null
      return textRule(field) === 'allow' && !everSensitive.has(field)
        ? text(field.value, 'allow')
        : maskValue(field.value)
    },
    note(field) {
      if (
        isElement(field) &&
        (isField(field) || isTypedInto(field)) &&
        (textRule(field) !== 'allow' || isSensitive(field))
      )
        mirror.note(field)
    },
  }
}
