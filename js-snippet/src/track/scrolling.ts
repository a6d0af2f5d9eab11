import type { Stop } from '../page/page.ts'
import { scroll } from '../wire/messages.ts'
import { together } from './scope.ts'
import type { Tracker } from './scope.ts'

const SAMPLE = 250
const STEERED = 300

/** Reports how far the page is scrolled, sampled; where it comes to rest is always reported. */
export const trackScrolling: Tracker = ({ page, emit, closing, now, known }) => {
  let deepest = 0
  let steeredAt = -STEERED
  let pending: Stop | undefined
  let programmatic = false

  function say() {
    pending?.()
    pending = undefined
    const { scrollHeight } = document.documentElement
    deepest = Math.max(deepest, Math.min(scrollY + innerHeight, scrollHeight))
    emit(scroll, {
      top: scrollY,
      viewportHeight: innerHeight,
      documentHeight: scrollHeight,
      deepest,
      engagedMs: known.engaged(),
      programmatic,
    })
  }

  return together(
    page.listen(window, 'wheel keydown touchmove pointerdown', () => (steeredAt = now())),
    page.listen(document, 'scroll', ({ target }) => {
      if (target !== document) return
      programmatic = now() - steeredAt > STEERED
      // What was set going by hand rolls on by itself.
      if (!programmatic) steeredAt = now()
      pending ??= page.after(SAMPLE, say)
    }),
    closing.on((what) => {
      // Also for a page that was never scrolled: how much of it fitted on the screen is only known at the end.
      if (pending || !deepest || what === 'view') say()
      if (what === 'view') deepest = 0
    }),
    () => pending?.(),
  )
}
