import { fingerprint } from '../element/fingerprint.ts'
import { targetOf } from '../element/interactive.ts'
import { isIgnored } from '../privacy/rules.ts'
import { submitAttempt } from '../wire/messages.ts'
import { fieldOf, fieldsOf, formKey, formOf, isSubmitLike } from './field-keys.ts'
import { isEmpty } from './fields.ts'
import { together } from './scope.ts'
import type { Tracker } from './scope.ts'

// A click, the submit event it causes, and its twin by Enter are one attempt.
const ONE_ATTEMPT = 300

/** Reports attempts to submit a form: also those the browser's own validation stops, and forms that are none. */
export const trackSubmits: Tracker = (scope) => {
  const { page, emit, timeOf } = scope
  let last: { form: Element; at: number } | undefined

  function attempt(form: Element, event: Event, pressed?: Element | null) {
    const at = timeOf(event)
    if (isIgnored(form) || (last?.form === form && at - last.at < ONE_ATTEMPT)) return
    last = { form, at }
    const fields = fieldsOf(form)
    emit(
      submitAttempt,
      {
        form: formKey(form, scope),
        element: pressed ? fingerprint(pressed, true, scope.discretion) : undefined,
        fields: fields.length,
        filled: fields.filter((field) => !isEmpty(field)).length,
        invalid: fields.filter((field) => field.matches(':invalid')).length,
      },
      at,
    )
  }

  return together(
    page.listen<SubmitEvent>(window, 'submit', (event) => attempt(event.target as Element, event, event.submitter)),
    page.listen(window, 'click', (event) => {
      const pressed = targetOf(event.composedPath())?.element
      if (!event.isTrusted || !pressed || !isSubmitLike(pressed)) return
      const form = formOf(pressed)
      if (form !== document.body && fieldsOf(form).length) attempt(form, event, pressed)
    }),
    page.listen<KeyboardEvent>(window, 'keydown', (event) => {
      const field = event.key === 'Enter' && event.isTrusted && !event.isComposing && fieldOf(event)
      if (field && field.localName === 'input') attempt(formOf(field), event)
    }),
  )
}
