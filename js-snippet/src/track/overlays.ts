import { isElement } from '../element/tree.ts'
import type { Stop } from '../page/page.ts'
import { isIgnored } from '../privacy/rules.ts'
import { overlay } from '../wire/messages.ts'
import { together } from './scope.ts'
import type { Tracker } from './scope.ts'

const SETTLED = 300
const LARGE = 0.2
const OVERLAY = 'dialog,[role=dialog],[role=alertdialog],[role=menu],[aria-modal=true],[popover]'

/** Reports dialogs, menus and steps that cover a good part of the window, when they open and when they close. */
export const trackOverlays: Tracker = ({ page, emit, describe, changes, closing }) => {
  const open = new Map<Element, number>()
  let looking: Stop | undefined

  function shareOf(element: Element): number {
    const { left, top, right, bottom } = element.getBoundingClientRect()
    const width = Math.min(right, innerWidth) - Math.max(left, 0)
    const height = Math.min(bottom, innerHeight) - Math.max(top, 0)
    if (width <= 0 || height <= 0 || !element.isConnected) return 0
    return getComputedStyle(element).visibility === 'hidden' ? 0 : (width * height) / (innerWidth * innerHeight)
  }

  function look() {
    looking = undefined
    for (const [element, sharePercent] of open) {
      if (shareOf(element)) continue
      open.delete(element)
      emit(overlay, { element: describe(element), open: false, sharePercent })
    }
    // Also what is laid over everything without saying so.
    const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2)
    const laid = middle && covering(middle)
    for (const element of [...document.querySelectorAll(OVERLAY), ...(laid ? [laid] : [])]) {
      const share = shareOf(element)
      if (
        share < LARGE ||
        isIgnored(element) ||
        [...open.keys()].some((known) => known.contains(element) || element.contains(known))
      )
        continue
      open.set(element, share * 100)
      emit(overlay, { element: describe(element), open: true, sharePercent: share * 100 })
    }
  }

  function covering(element: Element): Element | undefined {
    for (let at: Element | null = element; isElement(at) && at !== document.body; at = at.parentElement) {
      const { position, zIndex } = getComputedStyle(at)
      if (position === 'fixed' && +zIndex > 0) return at
    }
    return
  }

  const later = () => (looking ??= page.after(SETTLED, look))
  return together(
    changes.on(later),
    page.hear('toggle', later),
    closing.on((what) => what === 'view' && open.clear()),
    () => looking?.(),
  )
}
