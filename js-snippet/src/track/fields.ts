import { fingerprint } from '../element/fingerprint.ts'
import { isIgnored } from '../privacy/rules.ts'
import type { Stop } from '../page/page.ts'
import { fieldBlur, fieldFocus, fieldInput } from '../wire/messages.ts'
import { fieldKey, fieldOf, formKey, formOf } from './field-keys.ts'
import type { FormField } from './field-keys.ts'
import { together } from './scope.ts'
import type { Tracker } from './scope.ts'

const BURST_ENDS = 2000

/** One visit to a field. `burst` counts what was not reported yet. */
interface FieldVisit {
  readonly field: Element
  readonly form: string
  readonly key: string
  readonly from: number
  burst?: { edits: number; deletions: number; pasted: boolean; autofilled: boolean; firstAfterMs: number }
  timer?: Stop
}

/** Reports how visitors get along with form fields: when they enter, how much they type and correct. Never what. */
export const trackFields: Tracker = (scope) => {
  const { page, emit, now, privacy, closing } = scope
  let visit: FieldVisit | undefined

  function enter(field: Element): FieldVisit {
    if (visit?.field === field) return visit
    leave()
    const area = formOf(field)
    const [form, key] = [formKey(area, scope), fieldKey(field, area, scope)]
    visit = { field, form, key, from: now() }
    const { type = field.localName, required = false } = field as FormField
    emit(fieldFocus, { field: { form, key, type, required, element: fingerprint(field, true, scope.discretion) } })
    return visit
  }

  function sayBurst() {
    visit?.timer?.()
    if (visit?.burst) emit(fieldInput, { form: visit.form, key: visit.key, ...visit.burst })
    if (visit) delete visit.burst
  }

  function leave() {
    sayBurst()
    if (!visit) return
    const { field, form, key } = visit
    visit = undefined
    emit(fieldBlur, { form, key, empty: isEmpty(field), invalid: field.matches(':invalid') })
  }

  function edit(field: Element, { inputType }: InputEvent) {
    const visit = enter(field)
    const burst = (visit.burst ??= {
      edits: 0,
      deletions: 0,
      pasted: false,
      autofilled: false,
      firstAfterMs: now() - visit.from,
    })
    burst.edits++
    if (inputType?.startsWith('delete')) burst.deletions++
    if (/^insertFrom(Paste|Drop)/.test(inputType ?? '')) burst.pasted = true
    if (isAutofilled(field)) burst.autofilled = true
    visit.timer?.()
    visit.timer = page.after(BURST_ENDS, sayBurst)
  }

  const ofField = (run: (field: Element, event: Event) => void) => (event: Event) => {
    const field = fieldOf(event)
    if (!field) return
    privacy.note(field)
    if (event.isTrusted && !isIgnored(field)) run(field, event)
  }

  return together(
    page.listen(window, 'focusin', ofField(enter)),
    page.listen(window, 'focusout', ofField(leave)),
    page.listen(
      window,
      'input',
      ofField((field, event) => edit(field, event as InputEvent)),
    ),
    page.listen(
      window,
      'change',
      ofField(() => {}),
    ),
    closing.on(sayBurst),
    () => visit?.timer?.(),
  )
}

export function isEmpty(field: Element): boolean {
  const { type, checked, value } = field as HTMLInputElement
  return type === 'checkbox' || type === 'radio' ? !checked : !(value ?? field.textContent)
}

function isAutofilled(field: Element): boolean {
  try {
    return field.matches(':autofill')
  } catch {
    return false
  }
}
