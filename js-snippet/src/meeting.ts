import { MEETING_PLACE } from './meeting-place.ts'
import type { Meeting } from './meeting-place.ts'

const place = Symbol.for(MEETING_PLACE)
const script = document.currentScript as unknown as Record<symbol, Meeting>

/** What the core has left for this part, taken away at once. */
export const { onReady, shared } = script[place]!
delete script[place]
