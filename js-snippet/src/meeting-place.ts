import type { Shared } from './shared.ts'

/** Core and another part of the agent meet once, on the part's script element, and leave nothing behind. */
export interface Meeting {
  onReady(start: unknown): void
  /** What the core has anyway, so that the part need not bring it along. */
  shared: Shared
}

export const MEETING_PLACE = 'sojourn'
