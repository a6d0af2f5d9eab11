import { isTypedInto, matches } from '../element/tree.ts'
import type { Stop } from '../page/page.ts'
import { blockedBy, isIgnored } from '../privacy/rules.ts'
import { focusStop, keyPress } from '../wire/messages.ts'
import { together } from './scope.ts'
import type { Tracker } from './scope.ts'

const RESTS_AFTER = 300
const LOST_AFTER = 500
const KEYS: Record<string, number> = { 'Enter': 1, ' ': 2, 'Escape': 3, 'Tab': 4 }
const BACK_TAB = 5
const ARROW = 6
// The browser itself answers Enter and the space bar there, with a click.
const CLICKED_BY_KEY = 'a[href],button,input,select,summary,textarea'

/** Reports keys that steer, never those that write, and where they take the focus. */
export const trackKeys: Tracker = ({ page, emit, describe, timeOf, known }) => {
  let resting: Stop | undefined

  const shown = (element: Element | null) => (element && !isIgnored(element) ? (blockedBy(element) ?? element) : null)
  const nobody = (element: Element | null) => !element || element === document.body || !element.isConnected

  function keyOf({ key, shiftKey, target }: KeyboardEvent): number {
    const typing = isTypedInto(target as Element)
    if (key.startsWith('Arrow')) return typing ? 0 : ARROW
    if ((key === ' ' && typing) || (key === 'Enter' && typing && !matches(target as Element, 'input'))) return 0
    return key === 'Tab' && shiftKey ? BACK_TAB : (KEYS[key] ?? 0)
  }

  /** What had the focus when something was pressed may be gone soon after, and then nothing has it. */
  function watchFocus() {
    const before = document.activeElement
    if (nobody(before)) return
    page.after(LOST_AFTER, () => {
      if (before!.isConnected || !nobody(document.activeElement)) return
      emit(focusStop, { lost: true })
    })
  }

  return together(
    page.hear('pointerdown', watchFocus),
    page.hear<KeyboardEvent>('keydown', (event) => {
      const { target, isTrusted, repeat, isComposing } = event
      if (!isTrusted || repeat || isComposing || (target as Node).nodeType !== 1) return
      const key = keyOf(event)
      const element = shown(target as Element)
      if (!key || !element) return
      const at = timeOf(event)
      const judged = key === KEYS['Escape'] || (key <= KEYS[' ']! && !matches(element, CLICKED_BY_KEY))
      const id = known.act({ event, element, at, judgement: judged ? 'judge' : 'spare' })
      emit(keyPress, { id, key, element: nobody(element) ? undefined : describe(element, true) }, at)
      watchFocus()
      if (key !== KEYS['Tab'] && key !== BACK_TAB) return
      resting?.()
      resting = page.after(RESTS_AFTER, () => {
        const stop = shown(document.activeElement)
        if (!nobody(stop)) emit(focusStop, { element: describe(stop!, true), backwards: key === BACK_TAB })
      })
    }),
    () => resting?.(),
  )
}
