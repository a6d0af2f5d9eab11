import type { Target } from '../element/interactive.ts'
import { isTypedInto } from '../element/tree.ts'
import { isModified } from './clicks.ts'

/** Whether "nothing happened" may be said of a click, or what happens there cannot be seen, or need not be seen (SIGNALS 4.2). */
export type Judgement = 'judge' | 'unobservable' | 'spare'

const UNOBSERVABLE = 'canvas,video,audio,embed,object,iframe'
const SPARED =
  'html,body,select,input[type=file],input[type=range],input[type=color],a[download],a[target]:not([target=_self]),a[href^="mailto:"],a[href^="tel:"],a[href^="blob:"]'

export function judgementOf(event: MouseEvent, { element }: Target): Judgement {
  const innermost = event.composedPath()[0] as Element
  if (innermost.matches(UNOBSERVABLE) || isClosed(innermost)) return 'unobservable'
  const aimed = (element as HTMLLabelElement).control ?? element
  return isModified(event) || isTypedInto(aimed) || aimed.matches(SPARED) ? 'spare' : 'judge'
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
