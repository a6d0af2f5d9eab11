import type { HeatKind } from '../api/heat.ts'
import type { Backdrop, Site } from '../api/types.ts'

/** What every picture of a map is told. */
export interface ReportProps {
  site: Site
  kind: HeatKind
  /** Changes whenever the query does. */
  question: string
  query: () => URLSearchParams
  backdrop: Backdrop | null
  /** There is none to be had, as far as anybody knows. */
  noRecording: boolean
}
