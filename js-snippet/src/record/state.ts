// What a page shows but does not write into its markup: the attributes whose names start with "=" (docs/playback.md).
import { isTypedInto } from '../element/tree.ts'
import type { Privacy } from '../privacy/privacy.ts'
import { isSensitive, textRule } from '../privacy/rules.ts'

export type State = [name: string, value: string | null][]

const BOXED = 'img,canvas,video,audio,embed,object,iframe'

/** The state of an element that has one, in pairs; null: nothing to say under this name. */
export function stateOf(element: Element, privacy: Privacy): State {
  const state: State = element.matches('input,textarea,option,select') ? fieldState(element, privacy) : []
  if (element.matches(BOXED)) state.push(...boxState(element))
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

export function boxState(element: Element): State {
  const { width, height } = element.getBoundingClientRect()
  return [
    ['=width', String(Math.round(width))],
    ['=height', String(Math.round(height))],
  ]
}

export function scrollState(element: Element): State {
  const { scrollLeft, scrollTop } = element
  if ((!scrollLeft && !scrollTop) || element === element.ownerDocument.scrollingElement) return []
  return [
    ['=x', String(Math.round(scrollLeft))],
    ['=y', String(Math.round(scrollTop))],
  ]
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
