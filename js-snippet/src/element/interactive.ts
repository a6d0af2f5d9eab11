import { isElement, matches, parentOf } from './tree.ts'

const INTERACTIVE =
  'a[href],button,input,select,textarea,summary,label,[role=button],[role=link],[role=tab],[role=menuitem],[role=option],' +
  '[role=checkbox],[role=radio],[role=switch],[tabindex]:not([tabindex^="-"]),[onclick]'

/** What a press was meant for (SIGNALS 4). */
export interface Target {
  element: Element
  interactive: boolean
}

/** The nearest control on an event's way, else what looks like one, else the innermost element. */
export function targetOf(path: EventTarget[]): Target | undefined {
  const elements = path.filter(isElement)
  const innermost = elements[0]
  if (!innermost) return
  const control = elements.find((element) => matches(element, INTERACTIVE)) ?? handCursor(innermost)
  return { element: control ?? innermost, interactive: !!control }
}

/** The cursor is inherited, so the outermost element of the run that shows a hand is the one that was given it. */
function handCursor(element: Element): Element | undefined {
  let found: Element | undefined
  for (let at: Element | null = element; at && showsHand(at); at = parentOf(at)) found = at
  return found
}

function showsHand(element: Element): boolean {
  return getComputedStyle(element).cursor === 'pointer'
}
