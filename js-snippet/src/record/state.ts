// What a page shows but does not write into its markup: the attributes whose names start with "=" (docs/playback.md).
import { isTypedInto } from '../element/tree.ts'
import type { Privacy } from '../privacy/privacy.ts'
import { isSensitive, textRule } from '../privacy/rules.ts'

export type State = [name: string, value: string | null][]

const BOXED = /^(img|canvas|video|audio|embed|object|iframe)$/
const STATEFUL = /^(input|textarea|option)$/

/** Whether scripts may change how it looks without touching the markup. */
export function isStateful({ localName }: Element): boolean {
  return STATEFUL.test(localName)
}

/** Whether its box is all that a replay shows of it. */
export function isBoxed({ localName }: Element): boolean {
  return BOXED.test(localName)
}

/** The state of an element that has one, in pairs; null: nothing to say under this name. */
export function stateOf(element: Element, privacy: Privacy): State {
  const state: State = isStateful(element) ? fieldState(element, privacy) : []
  if (element.localName === 'dialog') state.push(['=modal', is(element, ':modal')])
  if (element.hasAttribute('popover')) state.push(['=popover', is(element, ':popover-open')])
  return state
}

export function fieldState(element: Element, privacy: Privacy): State {
  const { checked, indeterminate, type, selected } = element as HTMLInputElement & HTMLOptionElement
  if (element.localName === 'option') return [['=selected', flag(selected && !isHiddenChoice(element))]]
  if (type === 'checkbox' || type === 'radio') {
    const hidden = textRule(element) === 'mask'
    return [
      ['=checked', flag(checked && !hidden)],
      ['=indeterminate', flag(indeterminate && !hidden)],
    ]
  }
  return isTypedInto(element) && 'value' in element ? [['=value', privacy.value(element as HTMLInputElement)]] : []
}

/** Where an element is scrolled to, and the box of one whose content is not recorded. Costs a layout unless there just was one. */
export function boxState(element: Element, isBlocked: boolean): State {
  const state: State = []
  const put = (name: string, value: number) => state.push([name, String(Math.round(value))])
  if (isBlocked || isBoxed(element)) {
    const { width, height } = element.getBoundingClientRect()
    put('=width', width)
    put('=height', height)
  }
  const { scrollLeft, scrollTop } = element
  if ((scrollLeft || scrollTop) && element !== element.ownerDocument.scrollingElement) {
    put('=x', scrollLeft)
    put('=y', scrollTop)
  }
  return state
}

function isHiddenChoice(option: Element): boolean {
  const select = option.closest('select')
  return !!select && (isSensitive(select) || textRule(select) === 'mask')
}

/** Browsers that do not know a state refuse its selector. */
function is(element: Element, selector: string): string | null {
  try {
    return flag(element.matches(selector))
  } catch {
    return null
  }
}

const flag = (on: boolean) => (on ? '1' : null)
