import { targetOf } from '../../element/interactive.ts'
import { matches } from '../../element/tree.ts'
import type { Stop } from '../../page/page.ts'
import { isIgnored } from '../../privacy/rules.ts'
import type { Slot } from '../../session/storage.ts'
import { FailReason, SubmitOutcome, submitAttempt, submitResult } from '../../wire/messages.ts'
import { together } from '../scope.ts'
import type { Scope } from '../scope.ts'
import type { Book } from './book.ts'
import { fieldKey, fieldOf, fieldsOf, formKey, formOf, isEmpty, isSubmitLike } from './field-keys.ts'

// A click, the submit event it causes, and its twin by Enter are one attempt.
const ONE_ATTEMPT = 300
const WATCHED = 10_000
const WATCHED_ACROSS = 30_000
const REQUESTED_WITHIN = 1000
// A form that complains empties itself before or after it speaks.
const SETTLES = 500
const MOST_BLANK = 40
const SENSITIVE = '[type=password],[autocomplete*=csc],[autocomplete=one-time-code]'
const SEARCH = '[role=search],[role=search] *,form:has([type=search])'

/** An attempt to send a form whose end is not known yet. Times in ms since the page started. */
interface Attempt {
  readonly id: number
  readonly form: string
  readonly element: Element
  readonly at: number
  /** Keys of what the visitor had filled, and of those among them that are usually emptied. */
  readonly filled: string[]
  readonly sensitive: string[]
  readonly stops: Stop[]
}

/** What the next document has to know of an attempt: at, path, form's key, filled, sensitive. */
type Left = [number, string, string, string[], string[]]

/** Reports attempts to send a form, also those the browser itself stops, and what became of them. */
export function trackSubmits(scope: Scope, book: Book, slot: Slot): Stop {
  const { page, emit, now, timeOf } = scope
  let last: { form: Element; at: number } | undefined
  let lastId = 0
  let open: Attempt | undefined
  let pending: Stop | undefined
  let checking: Stop | undefined
  let sayNow = () => {}

  function attempt(form: Element, event: Event, pressed?: Element | null) {
    const at = timeOf(event)
    if (isIgnored(form) || (last?.form === form && at - last.at < ONE_ATTEMPT)) return
    last = { form, at }
    const fields = fieldsOf(form).map((field) => ({ field, key: fieldKey(field, form, scope), empty: isEmpty(field) }))
    const key = formKey(form, scope)
    const filled = fields.filter(({ empty }) => !empty)
    emit(
      submitAttempt,
      {
        form: key,
        element: pressed ? scope.describe(pressed, true) : undefined,
        fields: fields.length,
        filled: filled.length,
        invalid: fields.filter(({ field }) => matches(field, ':invalid')).length,
        id: ++lastId,
        blank: fields
          .filter(({ empty }) => empty)
          .slice(0, MOST_BLANK)
          .map(({ key }) => key),
      },
      at,
    )
    book.checkedAt = at
    if (form.localName === 'body' || matches(form, SEARCH)) return
    close()
    const theirs = filled.filter(({ field }) => book.notes(field).filled)
    const [usual, sensitive] = [false, true].map((is) =>
      theirs.filter(({ field }) => matches(field, SENSITIVE) === is).map(({ key }) => key),
    ) as [string[], string[]]
    open = { id: lastId, form: key, element: form, at, filled: usual, sensitive, stops: [] }
    open.stops.push(page.after(WATCHED, () => resolve(SubmitOutcome.UNKNOWN, 0)))
  }

  function close() {
    open?.stops.forEach((stop) => stop())
    open = undefined
  }

  /** The form as it stands now, perhaps drawn anew. */
  function formNow(key: string, before?: Element): Element | undefined {
    if (before?.isConnected && before.getClientRects().length) return before
    return [...document.forms].find((form) => form.getClientRects().length && formKey(form, scope) === key)
  }

  function emptied(form: Element | undefined, keys: string[], since: number): string[] {
    if (!form) return []
    const fields = fieldsOf(form)
    return keys.filter((key) => {
      const field = fields.find((field) => fieldKey(field, form, scope) === key)
      return field && isEmpty(field) && book.notes(field).editedAt <= since
    })
  }

  function resolve(outcome: SubmitOutcome, reason: FailReason, status = 0) {
    const known = open
    if (!known) return
    close()
    const { id, form, at, element, filled, sensitive } = known
    const afterMs = now() - at
    const say = () => {
      const shown = outcome === SubmitOutcome.FAILED ? formNow(form, element) : undefined
      emit(submitResult, {
        form,
        attempt: id,
        outcome,
        reason,
        afterMs,
        filledBefore: filled.length,
        cleared: emptied(shown, filled, at),
        sensitiveCleared: emptied(shown, sensitive, at).length,
        status: Math.floor(status / 100),
      })
    }
    if (outcome === SubmitOutcome.FAILED) pending = page.after(SETTLES, () => ((pending = undefined), say()))
    else say()
    sayNow = say
  }

  function hurry() {
    if (!pending) return
    pending()
    pending = undefined
    sayNow()
  }

  /** The form is gone and nothing like it came: the page went on. */
  function checkGone() {
    checking = undefined
    if (open && now() - open.at > ONE_ATTEMPT && !formNow(open.form, open.element))
      resolve(SubmitOutcome.SUCCEEDED, FailReason.LEFT_FORM)
  }

  function leaveNote() {
    if (!open) return
    const { form, filled, sensitive } = open
    slot.write(JSON.stringify([Date.now(), location.pathname, form, filled, sensitive] satisfies Left))
  }

  /** What became of the attempt with which the document before this one ended. */
  function readNote() {
    const note = slot.read()
    slot.clear()
    if (!note) return
    const [at, path, form, filled, sensitive] = JSON.parse(note) as Left
    const afterMs = Date.now() - at
    if (!(afterMs >= 0 && afterMs < WATCHED_ACROSS)) return
    const found = formNow(form)
    const failed = !!found && (path === location.pathname || !!found.querySelector('[aria-invalid=true],[role=alert]'))
    emit(submitResult, {
      form,
      outcome: failed ? SubmitOutcome.FAILED : SubmitOutcome.SUCCEEDED,
      reason: failed ? FailReason.AGAIN : FailReason.LEFT_FORM,
      afterMs,
      filledBefore: filled.length,
      cleared: emptied(failed ? found : undefined, filled, Infinity),
      sensitiveCleared: emptied(failed ? found : undefined, sensitive, Infinity).length,
      reloaded: true,
    })
  }

  const noteRead = page.after(SETTLES, () => readNote())
  const isOpen = (form: string) => !!open && (!form || open.form === form)
  book.awaiting = isOpen
  book.onError = (form) => isOpen(form) && resolve(SubmitOutcome.FAILED, FailReason.VALIDATION)

  return together(
    page.hear<SubmitEvent>('submit', (event) => attempt(event.target as Element, event, event.submitter)),
    page.hear('click', (event) => {
      const pressed = targetOf(event.composedPath())?.element
      if (!event.isTrusted || !pressed || !isSubmitLike(pressed)) return
      const form = formOf(pressed)
      if (form.localName !== 'body' && fieldsOf(form).length) attempt(form, event, pressed)
    }),
    page.hear<KeyboardEvent>('keydown', (event) => {
      const field = event.key === 'Enter' && event.isTrusted && !event.isComposing && fieldOf(event)
      if (field && field.localName === 'input') attempt(formOf(field), event)
    }),
    scope.requests.on(({ from, to, status, aborted }) => {
      if (!to || aborted || !open || from < open.at || from - open.at > REQUESTED_WITHIN) return
      if (!status || status >= 400) resolve(SubmitOutcome.FAILED, FailReason.REQUEST, status)
    }),
    scope.changes.on(() => open && (checking ??= page.after(ONE_ATTEMPT, checkGone))),
    scope.closing.on((what) => {
      hurry()
      if (what === 'left') leaveNote()
      else if (what === 'view') checkGone()
    }),
    noteRead,
    () => [pending, checking].forEach((stop) => stop?.()),
    close,
  )
}
