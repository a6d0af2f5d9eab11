import type { Stall } from '../api/insight.ts'
import type { Site } from '../api/types.ts'
import { text } from '../text/en.ts'

/** What a place is called: the element's own words where it has any, else its address in the page. */
export function nameOf({ about, element, field }: Stall): string {
  if (about === 'again') return text.stalls.repeated
  if (field) return field.key ? text.stalls.field(field.key) : text.stalls.wholeForm
  if (!element) return text.stalls.onPage
  return element.label ? `“${element.label}”` : element.selector
}

/** What happens there, without the figures that stand beside it. */
export function headline({ sentence }: Stall): string {
  return sentence.replace(/ \([^()]*\)\.?$/, '')
}

/** The visit at the moment, two seconds before it so that one sees it coming. */
export function watchAddress(site: Site, sessionId: string, atMs: number): string {
  return `/sites/${site.id}/sessions/${sessionId}?at=${Math.max(0, atMs - 2_000)}`
}

/** The heatmap kind that shows a kind of sign best. */
export function mapAddress(site: Site, stall: Stall): string {
  const kind = MAPS[stall.kind] ?? 'time-lost'
  return `/sites/${site.id}/heatmaps?${new URLSearchParams({ page: stall.page, kind })}`
}

const MAPS: Record<string, string> = { rage: 'rage', dead: 'dead', error_click: 'error', script_error: 'error', submit_failed: 'form', error_loop: 'form', form_cleared: 'form', asked_twice: 'form' }

/** Certain ones by rank; then those that may be a fault; then those that are none. */
export function grouped(stalls: readonly Stall[]): { certain: Stall[]; uncertain: Stall[]; thought: Stall[] } {
  const certain = stalls.filter(({ rank }) => rank !== null).sort((one, other) => one.rank! - other.rank!)
  const rest = stalls.filter(({ rank }) => rank === null)
  return { certain, uncertain: rest.filter(({ defect }) => defect), thought: rest.filter(({ defect }) => !defect) }
}
