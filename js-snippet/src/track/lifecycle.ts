import { Life, lifecycle } from '../wire/messages.ts'
import { together } from './scope.ts'
import type { Tracker } from './scope.ts'

/** Reports when the page is hidden, shown, focused, blurred and left, after all others have said their last word. */
export const trackLifecycle: Tracker = ({ page, emit, closing, timeOf, leave }) =>
  together(
    page.listen(document, 'visibilitychange', (event) => {
      const hidden = document.visibilityState === 'hidden'
      emit(lifecycle, { state: hidden ? Life.HIDDEN : Life.VISIBLE }, timeOf(event))
      if (!hidden) return
      closing.fire('hidden')
      leave()
    }),
    page.listen(window, 'pagehide', (event) => {
      emit(lifecycle, { state: Life.LEFT }, timeOf(event))
      closing.fire('left')
      leave()
    }),
    page.listen(window, 'focus blur', (event) => {
      // Captured at the window, focus also tells of every element that gains it.
      if (event.target === window)
        emit(lifecycle, { state: event.type === 'focus' ? Life.FOCUSED : Life.BLURRED }, timeOf(event))
    }),
  )
