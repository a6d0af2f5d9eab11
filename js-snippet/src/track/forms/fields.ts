import type { Stop } from '../../page/page.ts'
import { isIgnored, isSensitive } from '../../privacy/rules.ts'
import { fieldBlur, fieldFocus, fieldInput } from '../../wire/messages.ts'
import { together } from '../scope.ts'
import type { Scope } from '../scope.ts'
import type { Book, FieldNotes } from './book.ts'
import { describeField, fieldOf, fieldsOf, formOf, isAutofilled, isEmpty } from './field-keys.ts'
import type { FormField } from './field-keys.ts'

const BURST_ENDS = 2000
const POLLED_EVERY = 250
const LENGTHS = 5

interface Burst {
  edits: number
  deletions: number
  pasted: boolean
  autofilled: boolean
  firstAfterMs: number
  pasteBlocked: boolean
  refilled: boolean
}

/** One visit to a field. `burst` counts what was not reported yet. */
interface FieldVisit {
  readonly field: Element
  readonly notes: FieldNotes
  readonly from: number
  readonly engagedBefore: number
  burst?: Burst
  timer?: Stop
}

/** Reports how visitors get along with form fields: when they enter, how much they type and correct. Never what. */
export function trackFields(scope: Scope, book: Book, onTyped: (field: Element, notes: FieldNotes) => void): Stop {
  const { page, emit, now, timeOf, closing, known } = scope
  let visit: FieldVisit | undefined

  function enter(field: Element, at = now()): FieldVisit {
    if (visit?.field === field) return visit
    leave()
    const notes = book.notes(field)
    book.lastField = field
    noticeEmptied(field, notes)
    visit = { field, notes, from: at, engagedBefore: known.engaged() }
    emit(fieldFocus, { field: describeField(field, notes.form, notes.key, scope) }, at)
    return visit
  }

  function noticeEmptied(field: Element, notes: FieldNotes) {
    if (notes.filled && isEmpty(field)) Object.assign(notes, { filled: false, emptied: true })
  }

  const newBurst = (firstAfterMs: number): Burst => ({
    edits: 0,
    deletions: 0,
    pasted: false,
    autofilled: false,
    firstAfterMs,
    pasteBlocked: false,
    refilled: false,
  })

  function say(field: Element, { form, key }: FieldNotes, burst: Burst, at?: number) {
    const { value = '' } = field as FormField
    const lengthBucket = isSensitive(field) ? 0 : Math.ceil(value.length / LENGTHS) * LENGTHS
    emit(fieldInput, { form, key, ...burst, lengthBucket }, at)
  }

  function sayBurst() {
    if (!visit) return
    visit.timer?.()
    const { burst, field, notes } = visit
    delete visit.burst
    if (burst) say(field, notes, burst)
  }

  function leave(at = now()) {
    sayBurst()
    if (!visit) return
    const { field, notes, engagedBefore } = visit
    const { form, key, left: returned } = notes
    visit = undefined
    const empty = isEmpty(field)
    const engagedMs = Math.max(known.engaged() - engagedBefore, 0)
    emit(fieldBlur, { form, key, empty, invalid: field.matches(':invalid'), engagedMs, returned }, at)
    notes.left = !empty
    book.checkedAt = at
  }

  function burstOf(visit: FieldVisit): Burst {
    visit.timer?.()
    visit.timer = page.after(BURST_ENDS, sayBurst)
    return (visit.burst ??= newBurst(now() - visit.from))
  }

  function edit(field: Element, event: InputEvent) {
    const notes = book.notes(field)
    notes.editedAt = now()
    const refilled = notes.emptied
    Object.assign(notes, { filled: !isEmpty(field), emptied: false })
    // The browser fills fields nobody is in.
    if (isAutofilled(field) && field !== visit?.field)
      return say(field, notes, { ...newBurst(0), edits: 1, autofilled: true })
    const burst = burstOf(enter(field))
    const { inputType = '' } = event
    burst.edits++
    if (inputType.startsWith('delete')) burst.deletions++
    if (/^insertFrom(Paste|Drop)/.test(inputType)) burst.pasted = true
    if (isAutofilled(field)) burst.autofilled = true
    else if (!burst.pasted) onTyped(field, notes)
    burst.refilled ||= refilled
  }

  function paste(field: Element, event: Event) {
    // Whether it is refused is known once the page has heard of it.
    page.after(0, () => {
      if (event.defaultPrevented && isEmpty(field)) burstOf(enter(field)).pasteBlocked = true
    })
  }

  /** Browsers fill in some fields without a word, and pages empty them. */
  function poll() {
    if (!book.lastField?.isConnected) return
    for (const field of fieldsOf(formOf(book.lastField))) {
      const notes = book.notes(field)
      noticeEmptied(field, notes)
      if (notes.filled || field === visit?.field || isEmpty(field) || !isAutofilled(field) || isIgnored(field)) continue
      Object.assign(notes, { filled: true, editedAt: now() })
      say(field, notes, { ...newBurst(0), edits: 1, autofilled: true })
    }
  }

  const ofField = (run: (field: Element, event: Event) => void) => (event: Event) => {
    const field = fieldOf(event)
    if (field && event.isTrusted && !isIgnored(field)) run(field, event)
  }
  let polling: Stop | undefined

  return together(
    page.hear(
      'focusin',
      ofField((field, event) => {
        enter(field, timeOf(event))
        polling ??= page.every(POLLED_EVERY, poll)
      }),
    ),
    page.hear(
      'focusout',
      ofField((_, event) => {
        leave(timeOf(event))
        polling?.()
        polling = undefined
        // What is filled in at the end.
        page.after(POLLED_EVERY, poll)
      }),
    ),
    page.hear(
      'input',
      ofField((field, event) => edit(field, event as InputEvent)),
    ),
    page.hear('paste', ofField(paste)),
    closing.on(sayBurst),
    () => {
      visit?.timer?.()
      polling?.()
    },
  )
}
