import { fieldState } from './state.ts'
import { putState } from './take.ts'
import type { Take } from './take.ts'

const MOST_LOOKED_AT = 1000

/** The state of form fields. Scripts change it without a trace, so all are looked at now and then. */
export interface Fields {
  add(element: Element): void
  remove(node: Node): void
  /** Looks at one field, or at all. */
  check(only?: Element): void
}

export function createFields(take: Take): Fields {
  const { privacy } = take.host
  const told = new Map<Element, string>()

  function checkOne(field: Element) {
    const node = take.tree.of(field)
    if (!node) return
    if (field.localName !== 'option') privacy.note(field)
    const state = fieldState(field, privacy)
    const before = told.get(field)
    const now = JSON.stringify(state)
    if (before === now) return
    told.set(field, now)
    putState(take, node, state)
    take.commit()
  }

  return {
    add(element) {
      if (!element.matches('input,textarea,option')) return
      if (element.localName !== 'option') privacy.note(element)
      told.set(element, JSON.stringify(fieldState(element, privacy)))
    },
    remove: (node) => told.delete(node as Element),
    check(only) {
      // A radio button ticked unticks another, an option chosen leaves another.
      const alone = only?.matches('textarea,input:not([type=radio])')
      const fields = alone ? [only!] : [...told.keys()].slice(0, MOST_LOOKED_AT)
      for (const field of fields) if (told.has(field)) checkOne(field)
    },
  }
}
