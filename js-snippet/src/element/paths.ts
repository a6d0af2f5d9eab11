import { isStableName } from './names.ts'
import { attribute, hostOf, matches } from './tree.ts'

const DEEPEST = 60
const CLASSES_LEVELS = 5
const LANDMARK =
  'main,nav,header,footer,aside,dialog,form,section[aria-label],[role=main],[role=navigation],[role=banner],' +
  '[role=contentinfo],[role=search],[role=dialog],[role=form],[role=region]'

/** Selector from the root by position alone. Shadow roots and frames are entered by ` >>> `, which no selector contains. */
export function nthPath(element: Element, step = nthStep): string {
  const steps: string[] = []
  let top = element
  for (let at: Element | null = element; at; at = at.parentElement) {
    steps.unshift(step(at))
    top = at
  }
  const host = hostOf(top)
  return steps.length > DEEPEST ? '' : (host ? nthPath(host, step) + ' >>> ' : '') + steps.join('>')
}

/** The tags and stable classes of an element and of up to four around it. */
export function classPath(element: Element): string {
  const steps: string[] = []
  for (let at: Element | null = element; at && steps.length < CLASSES_LEVELS; at = at.parentElement) {
    steps.unshift(
      [
        tagOf(at),
        ...[...at.classList]
          .filter(isStableName)
          .slice(0, 4)
          .map((name) => CSS.escape(name)),
      ].join('.'),
    )
  }
  return steps.join('>')
}

/** The nearest landmark around an element and the way down from it. */
export function landmarkPath(element: Element, step = nthStep): string {
  const steps: string[] = []
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (at !== element && matches(at, LANDMARK)) return [attribute(at, 'role') || tagOf(at), ...steps].join('>')
    steps.unshift(step(at))
    if (steps.length > DEEPEST) break
  }
  return ''
}

function nthStep(element: Element): string {
  const tag = tagOf(element)
  let nth = 1
  for (let at = element.previousElementSibling; at; at = at.previousElementSibling)
    if (at.localName === element.localName) nth++
  if (nth > 1) return `${tag}:nth-of-type(${nth})`
  for (let at = element.nextElementSibling; at; at = at.nextElementSibling) {
    if (at.localName === element.localName) return tag + ':nth-of-type(1)'
  }
  return tag
}

export function tagOf(element: Element): string {
  return CSS.escape(element.localName)
}
