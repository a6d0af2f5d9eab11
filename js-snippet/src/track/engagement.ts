import { engagement } from '../wire/messages.ts'
import { together } from './scope.ts'
import type { Tracker } from './scope.ts'

const TICK = 1000
const IDLE = 15_000
const SAID_EVERY = 15_000

/** Counts how long the page view was visible, and how long somebody was there: focused and active in the last 15 s. */
export const trackEngagement: Tracker = ({ page, emit, now, lastActive, closing, known }) => {
  let engagedMs = 0
  let visibleMs = 0
  let saidMs = 0
  let countedTo = now()

  function count() {
    // A sleeping computer wakes up with one long tick: nobody looked at that.
    const passed = Math.min(now() - countedTo, 2 * TICK)
    countedTo = now()
    if (document.visibilityState !== 'visible') return
    visibleMs += passed
    if (document.hasFocus() && (now() - lastActive() <= IDLE || isMediaPlaying())) engagedMs += passed
  }

  function say() {
    if (visibleMs === saidMs) return
    saidMs = visibleMs
    emit(engagement, { engagedMs, visibleMs })
  }

  known.engaged = () => (count(), engagedMs)
  return together(
    page.every(TICK, () => {
      count()
      if (visibleMs - saidMs >= SAID_EVERY) say()
    }),
    closing.on((what) => {
      if (what === 'view' || document.visibilityState === 'visible') count()
      say()
      if (what === 'view') engagedMs = visibleMs = saidMs = 0
    }),
  )
}

function isMediaPlaying(): boolean {
  return [...document.querySelectorAll<HTMLMediaElement>('video,audio')].some((media) => {
    const { top, bottom } = media.getBoundingClientRect()
    return !media.paused && bottom > 0 && top < innerHeight
  })
}
