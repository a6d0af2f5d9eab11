// Forms and fields by keys that carry no content (SIGNALS 6.1).
import { nameOf } from '../../element/label.ts'
import { isStableName } from '../../element/names.ts'
import {
  attribute,
  isElement,
  isField,
  isPressed,
  isTypedInto,
  matches,
  nearest,
  parentOf,
} from '../../element/tree.ts'
import { hash } from '../../session/ids.ts'
import type { Field } from '../../wire/messages.ts'
import type { Scope } from '../scope.ts'

const SUBMIT = 'button:not([type=button]):not([type=reset]),input[type=submit],input[type=image],[role=button]'
const MOST_CLIMBED = 8
const MOST_FIELDS = 200

export type FormField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

export function isSubmitLike(element: Element): boolean {
  return matches(element, SUBMIT)
}

/** The field an event happened in, if it is one we report on. */
export function fieldOf(event: Event): Element | undefined {
  const target = event.composedPath()[0]
  return isElement(target) && (isFormField(target) || isTypedInto(target)) ? target : undefined
}

/** The form of a field; without one, the smallest area around it that has two fields and something to submit them with. */
export function formOf(field: Element): Element {
  const form = nearest(field, 'form')
  if (form) return form
  for (let at = parentOf(field), climbed = 0; at && climbed < MOST_CLIMBED; at = parentOf(at), climbed++) {
    if (fieldsOf(at).length >= 2 && at.querySelector(SUBMIT)) return at
  }
  return field.ownerDocument.body
}

/** The fields in an area, those in open shadow roots included, in the order of the document. */
export function fieldsOf(area: Element | ShadowRoot): FormField[] {
  const found: FormField[] = []
  for (const element of area.querySelectorAll('*')) {
    if (found.length >= MOST_FIELDS) break
    if (isFormField(element)) found.push(element)
    else if (element.shadowRoot) found.push(...fieldsOf(element.shadowRoot))
  }
  return found
}

function isFormField(element: Element): element is FormField {
  return isField(element) && !isPressed(element) && element.type !== 'hidden'
}

export function fieldKey(field: Element, form: Element, scope: Scope): string {
  const { type = field.localName } = field as FormField
  const autocomplete = attribute(field, 'autocomplete')
  if (autocomplete && !/^(on|off)$/.test(autocomplete)) return autocomplete.slice(0, 60)
  const name = ['name', 'id'].map((name) => attribute(field, name)).find(isStableName)
  if (name) return name
  const label = isField(field) && scope.discretion.label(nameOf(field, false), field)
  if (label) return 'label-' + hash(label)
  const alike = fieldsOf(form).filter((other) => other.type === type)
  return `${type}-${alike.indexOf(field as FormField) + 1}`
}

/** The same form on every visit: its fields in order and what its button says. */
export function formKey(form: Element, scope: Scope): string {
  const button = form.querySelector(SUBMIT)
  const label = button && scope.discretion.label(nameOf(button, true), button)
  const fields = form.localName === 'body' ? [] : fieldsOf(form)
  return hash([...fields.map((field) => fieldKey(field, form, scope)), label ?? ''].join('\n'))
}

export function describeField(field: Element, form: string, key: string, scope: Scope): Field {
  const { type = field.localName, required = false } = field as FormField
  return { form, key, type, required, element: scope.describe(field, true) }
}

export function isEmpty(field: Element): boolean {
  const { type, checked, value } = field as HTMLInputElement
  return type === 'checkbox' || type === 'radio' ? !checked : !(value ?? field.textContent)
}

export function isAutofilled(field: Element): boolean {
  return [':autofill', ':-webkit-autofill'].some((selector) => {
    try {
      return matches(field, selector)
    } catch {
      return false
    }
  })
}
