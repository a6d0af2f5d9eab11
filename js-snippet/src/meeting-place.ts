import type { StartRecorder } from './recording.ts'
import type { Shared } from './shared.ts'

/** Core and recorder meet once, on the recorder's script element, and leave nothing behind. */
export interface Meeting {
  onReady(start: StartRecorder): void
  /** What the core has anyway, so that the recorder need not bring it along. */
  shared: Shared
}

export const MEETING_PLACE = 'sojourn'
