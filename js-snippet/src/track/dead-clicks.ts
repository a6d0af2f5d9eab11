import { nameOf } from '../element/label.ts'
import { attribute, isTypedInto, matches, nearest } from '../element/tree.ts'
import type { Judgement } from './scope.ts'

const DRAWN = 'canvas,video,audio,embed,object'
const ELSEWHERE = 'a[download],a[target]:not([target=_self]),a[href^="mailto:"],a[href^="tel:"],a[href^="blob:"]'
const SPARED = 'html,body,select,input[type=file],input[type=range],input[type=color],' + ELSEWHERE
const REPEATED =
  DRAWN +
  ',[role=slider],[role=spinbutton],[role=scrollbar],[role=application],input[type=range],input[type=number],[draggable=true],.no-rage'
const STEPPER = /^[-+−–<>‹›«»]$|\b(next|prev|previous)\b/i

/** Whether "nothing happened" may be said of a click, or what happens there cannot be seen, or need not be seen (SIGNALS 4.2). */
export function judgementOf(event: MouseEvent, element: Element): Judgement {
  const innermost = event.composedPath()[0] as Element
  if (matches(innermost, DRAWN + ',iframe') || isClosed(innermost)) return 'unobservable'
  const aimed = (element as HTMLLabelElement).control ?? element
  return isModified(event) || isTypedInto(aimed) || matches(aimed, SPARED) ? 'spare' : 'judge'
}

/** No answer in this page is expected. */
export function opensElsewhere(event: MouseEvent, element: Element): boolean {
  return matches(element, ELSEWHERE) || (isModified(event) && matches(element, 'a[href]'))
}

/** Whether pressing it again and again is how it is used (SIGNALS 4.1). */
export function isRepeated(element: Element): boolean {
  return isTypedInto(element) || !!nearest(element, REPEATED) || STEPPER.test(nameOf(element, true).trim())
}

export function isModified(event: MouseEvent): boolean {
  return event.ctrlKey || event.shiftKey || event.altKey || event.metaKey
}

/** A link that takes the page along, unless it is prevented. One to a place in the page itself does not. */
export function leadsAway(element: Element): boolean {
  const link = nearest(element, 'a[href]') as HTMLAnchorElement | null
  return !!link && /^http/.test(link.protocol) && !attribute(link, 'href').includes('#')
}

/** A custom element without children and without an open root draws itself in a closed one. */
function isClosed(element: Element): boolean {
  return (
    element.localName.includes('-') &&
    !element.shadowRoot &&
    !element.childElementCount &&
    !!customElements.get(element.localName)
  )
}
