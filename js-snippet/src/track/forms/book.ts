import type { Scope } from '../scope.ts'
import { fieldKey, formKey, formOf } from './field-keys.ts'

/** A field, whatever element shows it just now: pages draw their forms anew. */
export interface FieldNotes {
  readonly form: string
  readonly key: string
  /** The visitor has filled it, by hand or by the browser's help, and has not emptied it since. */
  filled: boolean
  /** It was filled and became empty without the visitor. */
  emptied: boolean
  /** It was left with something in it. */
  left: boolean
  editedAt: number
}

/** What the form trackers tell each other. */
export interface Book {
  notes(field: Element): FieldNotes
  /** When a field was last left or a form was sent. */
  checkedAt: number
  /** The field that was visited last. */
  lastField: Element | undefined
  /** An error was shown in this form. `key` is empty when it concerns the whole form. */
  onError(form: string, at: number): void
  /** Whether the result of an attempt to send the form is still open. */
  awaiting(form: string): boolean
}

export function createBook(scope: Scope): Book {
  const known = new Map<string, FieldNotes>()
  // What names a field is read once: it takes all fields of its form.
  const byElement = new WeakMap<Element, FieldNotes>()
  return {
    notes(field) {
      const before = byElement.get(field)
      if (before) return before
      const area = formOf(field)
      const [form, key] = [formKey(area, scope), fieldKey(field, area, scope)]
      const name = form + ' ' + key
      let notes = known.get(name)
      if (!notes) known.set(name, (notes = { form, key, filled: false, emptied: false, left: false, editedAt: 0 }))
      byElement.set(field, notes)
      return notes
    },
    checkedAt: 0,
    lastField: undefined,
    onError() {},
    awaiting: () => false,
  }
}
