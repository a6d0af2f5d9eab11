import type { Stop } from '../page/page.ts'
import { resize } from '../wire/messages.ts'
import { together } from './scope.ts'
import type { Tracker } from './scope.ts'

const SETTLED = 250

/** Reports the size of the window once it has come to rest. */
export const trackResizes: Tracker = ({ page, emit }) => {
  let pending: Stop | undefined

  function say() {
    emit(resize, {
      viewportWidth: innerWidth,
      viewportHeight: innerHeight,
      documentHeight: document.documentElement.scrollHeight,
    })
  }

  return together(
    page.listen(window, 'resize', () => {
      pending?.()
      pending = page.after(SETTLED, say)
    }),
    () => pending?.(),
  )
}
