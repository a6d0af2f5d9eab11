import { together } from '../scope.ts'
import type { Tracker } from '../scope.ts'
import { createBook } from './book.ts'
import { createDuplicates } from './duplicates.ts'
import { trackFieldErrors } from './errors.ts'
import { fieldOf } from './field-keys.ts'
import { trackFields } from './fields.ts'
import { trackFormsSeen } from './seen.ts'
import { trackSubmits } from './submits.ts'

/** Everything about forms (SIGNALS 6): how they are filled, what they complain about, what becomes of them. */
export const trackForms: Tracker = (scope) => {
  const book = createBook(scope)
  const compare = createDuplicates(scope, scope.slot('same'))
  const typed = new WeakSet<Element>()
  return together(
    trackFields(scope, book, (field) => typed.add(field)),
    scope.page.hear('focusout', (event) => {
      const field = fieldOf(event)
      if (field && typed.delete(field)) compare(field, book.notes(field))
    }),
    trackFieldErrors(scope, book),
    trackSubmits(scope, book, scope.slot('form')),
    trackFormsSeen(scope),
  )
}
