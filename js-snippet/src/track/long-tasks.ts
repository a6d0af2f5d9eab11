import { longTask } from '../wire/messages.ts'
import { watchEntries } from './entries.ts'
import type { Tracker } from './scope.ts'

const LONG = 200

/** Reports when the main thread was busy for long. */
export const trackLongTasks: Tracker = ({ page, emit }) =>
  watchEntries(page, 'longtask', ({ duration, startTime }) => {
    if (duration >= LONG) emit(longTask, { ms: duration }, startTime)
  })
