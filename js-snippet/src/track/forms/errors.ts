import { attribute, isElement, nearest } from '../../element/tree.ts'
import type { Stop } from '../../page/page.ts'
import { isIgnored } from '../../privacy/rules.ts'
import { ErrorKind, fieldError } from '../../wire/messages.ts'
import { together } from '../scope.ts'
import type { Scope } from '../scope.ts'
import type { Book } from './book.ts'
import { fieldOf, fieldsOf, formKey, formOf } from './field-keys.ts'

const ALERT = '[role=alert],[aria-live=assertive]'
const SPOKEN_WITHIN = 2000
const ONE_ERROR = 1000
const MOST_CLIMBED = 4
const WORDS = /\p{L}{3}/u

/** Reports that a form complains, and where; never what it says. */
export function trackFieldErrors(scope: Scope, book: Book): Stop {
  const { page, emit, now } = scope
  const said = new Map<string, number>()

  function say(form: string, key: string, kind: ErrorKind) {
    const name = form + ' ' + key
    const at = now()
    if (at - (said.get(name) ?? -ONE_ERROR) < ONE_ERROR) return
    said.set(name, at)
    emit(fieldError, { form, key, kind, afterSubmit: book.awaiting(form) })
    book.onError(form, at)
  }

  function ofField(field: Element, kind: ErrorKind) {
    if (isIgnored(field)) return
    const { form, key } = book.notes(field)
    say(form, key, kind)
  }

  /** The only field of the smallest area around a text. */
  function besideField(text: Element): Element | undefined {
    for (let at: Element | null = text, climbed = 0; at && climbed < MOST_CLIMBED; at = at.parentElement, climbed++) {
      const [field, other] = fieldsOf(at)
      if (field) return other || at.localName === 'form' || at === text ? undefined : field
    }
    return
  }

  function appeared(element: Element) {
    if (!WORDS.test(element.textContent ?? '') || !element.getClientRects().length) return
    const alert = nearest(element, ALERT)
    const field = besideField(alert ?? element)
    if (field) return ofField(field, alert ? ErrorKind.ALERT : ErrorKind.TEXT)
    if (alert && book.lastField) say(formKey(formOf(book.lastField), scope), '', ErrorKind.ALERT)
  }

  function changed(records: MutationRecord[]) {
    const heeded = now() - book.checkedAt < SPOKEN_WITHIN || book.awaiting('')
    for (const { type, target, attributeName, addedNodes } of records) {
      if (attributeName === 'aria-invalid') {
        if (isElement(target) && attribute(target, attributeName) === 'true') ofField(target, ErrorKind.ARIA)
      } else if (!heeded) continue
      else if (type === 'childList') {
        for (const node of addedNodes) {
          const element = isElement(node) ? node : isElement(target) && node.nodeType === 3 ? target : undefined
          if (element && !fieldsOf(element).length) appeared(element)
        }
      } else {
        const element = isElement(target) ? target : target.parentElement
        if (
          element &&
          (type !== 'attributes' || /^(class|style|hidden)$/.test(attributeName!)) &&
          !fieldsOf(element).length
        )
          appeared(element)
      }
    }
  }

  return together(
    scope.changes.on(changed),
    page.hear('invalid', (event) => {
      const field = fieldOf(event)
      if (field) ofField(field, ErrorKind.INVALID)
    }),
  )
}
