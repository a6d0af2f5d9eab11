// Forms and fields by keys that carry no content (SIGNALS 6.1).
import { nameOf } from '../element/label.ts'
import { isStableName } from '../element/names.ts'
import { isElement, isField, isPressed, isTypedInto, parentOf } from '../element/tree.ts'
import { hash } from '../session/ids.ts'
import type { Scope } from './scope.ts'

const SUBMIT = 'button:not([type=button]):not([type=reset]),input[type=submit],input[type=image],[role=button]'
const MOST_CLIMBED = 8
const MOST_FIELDS = 200

export type FormField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

export function isSubmitLike(element: Element): boolean {
  return element.matches(SUBMIT)
}

/** The field an event happened in, if it is one we report on. */
export function fieldOf(event: Event): Element | undefined {
  const target = event.composedPath()[0]
  return isElement(target) && (isFormField(target) || isTypedInto(target)) ? target : undefined
}

/** The form of a field; without one, the smallest area around it that has two fields and something to submit them with. */
export function formOf(field: Element): Element {
  const form = (field as FormField).form ?? field.closest('form')
  if (form) return form
  for (let at = parentOf(field), climbed = 0; at && climbed < MOST_CLIMBED; at = parentOf(at), climbed++) {
    if (fieldsOf(at).length >= 2 && at.querySelector(SUBMIT)) return at
  }
  return document.body
}

export function fieldsOf(form: Element): FormField[] {
  return [...form.querySelectorAll<FormField>('input,select,textarea')].filter(isFormField).slice(0, MOST_FIELDS)
}

function isFormField(element: Element): boolean {
  return isField(element) && !isPressed(element) && element.type !== 'hidden'
}

export function fieldKey(field: Element, form: Element, scope: Scope): string {
  const { name = '', id, type = field.localName, autocomplete = '' } = field as FormField
  if (autocomplete && !/^(on|off)$/.test(autocomplete)) return autocomplete.slice(0, 60)
  if (isStableName(name)) return name
  if (isStableName(id)) return id
  const label = isField(field) && scope.discretion.label(nameOf(field, false), field)
  if (label) return 'label-' + hash(label)
  const alike = fieldsOf(form).filter((other) => other.type === type)
  return `${type}-${alike.indexOf(field as FormField) + 1}`
}

/** The same form on every visit: its fields in order and what its button says. */
export function formKey(form: Element, scope: Scope): string {
  const button = form.querySelector(SUBMIT)
  const label = button && scope.discretion.label(nameOf(button, true), button)
  const fields = form === document.body ? [] : fieldsOf(form)
  return hash([...fields.map((field) => fieldKey(field, form, scope)), label ?? ''].join('\n'))
}
