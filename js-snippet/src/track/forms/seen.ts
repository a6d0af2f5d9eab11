import type { Stop } from '../../page/page.ts'
import { isIgnored } from '../../privacy/rules.ts'
import { formSeen } from '../../wire/messages.ts'
import { together } from '../scope.ts'
import type { Scope } from '../scope.ts'
import { describeField, fieldKey, fieldsOf, formKey } from './field-keys.ts'

const HALF = 0.5
const LONG_ENOUGH = 1000
const MOST_FIELDS = 60
const LOOKED_FOR_EVERY = 1000

/** Reports each form once it has been in view: half of it, or its first field for a second. */
export function trackFormsSeen(scope: Scope): Stop {
  const { page, emit, closing } = scope
  let said = new Set<string>()
  let watched = new WeakSet<Element>()
  let looking: Stop | undefined
  const waiting = new Map<Element, Stop>()

  function say(form: Element) {
    const fields = fieldsOf(form)
    const key = formKey(form, scope)
    if (said.has(key) || !form.isConnected || !fields.length || isIgnored(form)) return
    said.add(key)
    emit(formSeen, {
      form: key,
      fields: fields.length,
      required: fields.filter(({ required }) => required).length,
      field: fields
        .slice(0, MOST_FIELDS)
        .map((field) => describeField(field, key, fieldKey(field, form, scope), scope)),
    })
  }

  const observer = new IntersectionObserver(
    page.guard((entries) => {
      for (const { target, isIntersecting, intersectionRatio } of entries) {
        const form = (target as HTMLInputElement).form ?? target
        if (form === target && intersectionRatio >= HALF) say(form)
        else if (form !== target && isIntersecting)
          waiting.set(
            target,
            page.after(LONG_ENOUGH, () => say(form)),
          )
        else waiting.get(target)?.()
      }
    }),
    { threshold: [0, HALF] },
  )

  function look() {
    looking = undefined
    for (const form of document.forms) {
      if (watched.has(form)) continue
      const [first] = fieldsOf(form)
      if (!first) continue
      watched.add(form)
      observer.observe(form)
      observer.observe(first)
    }
  }

  look()
  return together(
    scope.changes.on(() => (looking ??= page.after(LOOKED_FOR_EVERY, look))),
    closing.on((what) => {
      if (what !== 'view') return
      said = new Set()
      watched = new WeakSet()
      observer.disconnect()
      looking ??= page.after(0, look)
    }),
    () => {
      observer.disconnect()
      looking?.()
      waiting.forEach((stop) => stop())
    },
  )
}
