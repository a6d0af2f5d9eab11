/** What the server says, as docs/api.md puts it. Times are epoch milliseconds UTC; durations end in Ms. */
export type Device = 'mobile' | 'tablet' | 'desktop'
export type Consent = 'required' | 'not-required'

export interface Me {
  user: { email: string } | null
  /** True while no account exists. */
  setup: boolean
  version: string
  demo: boolean
}

export interface Site {
  id: string
  name: string
  key: string
  origins: string[]
  consent: Consent
  snippet: string
  /** The same line for owners who want the browser to check what it runs. */
  checkedSnippet: string
  /** An inline script to stand before the line, and what a content security policy calls it. */
  stub: string
  stubHash: string
  createdAt: number
}

export type NewSite = Pick<Site, 'name' | 'origins' | 'consent'>

export interface Rejection {
  reason: string
  count: number
  hint: string
}

export interface Intake {
  firstEventAt: number | null
  lastEventAt: number | null
  accepted: number
  rejected: Rejection[]
  refused?: Rejection[]
  behindMs: number
}

export interface List<T> {
  items: T[]
  next: string | null
}

export interface Session {
  id: string
  visitorId: string | null
  startedAt: number
  endedAt: number
  live: boolean
  durationMs: number
  engagedMs: number
  pageViews: number
  clicks: number
  entryPage: string
  exitPage: string
  device: Device
  browser: string
  os: string
  country: string | null
  language: string
  hasRecording: boolean
  gaps: number
  stalls: number
}

export interface SessionPageView {
  page: string
  url: string
  title: string
  startedAt: number
  endedAt: number
  engagedMs: number
  device: Device
  clicks: number
  document: string
}

export type SessionDetail = Session & { pages: SessionPageView[] }

export interface PageVolume {
  page: string
  title: string
  views: number
  clicks: number
  devices: Partial<Record<Device, number>>
}

/** The wire's Element in camel case; what is not known is absent. */
export interface Fingerprint {
  tag: string
  testId?: string
  id?: string
  role?: string
  label?: string
  name?: string
  type?: string
  href?: string
  landmark?: string
  classPath?: string
  nthPath?: string
  interactive?: boolean
  disabled?: boolean
}

export interface HeatElement {
  key: string
  selector: string
  label: string
  count: number
  /** x, y 0..32767 across the element's box, and how many clicks fell there. */
  cells: [x: number, y: number, n: number][]
  /** Page views with a mark here, and the 95 % interval of their share of all. */
  views?: number
  share?: [low: number, high: number]
  /** Where it usually stood on the page, CSS px; null when unknown. */
  box?: [x: number, y: number, width: number, height: number] | null
  /** What it was recognised by in a later release; empty when it never had to be. */
  matchedBy?: string
  fingerprint: Fingerprint
}

export interface ClickMap {
  page: string
  device: Device
  views: number
  total: number
  placed: number
  unplaced: number
  unit?: 'clicks' | 'rests' | 'times' | 'milliseconds'
  /** Marks on elements beyond the first thousands. */
  others?: number
  elements: HeatElement[]
}

/** The recorded moment to draw a heatmap on. */
export interface Backdrop {
  session: string
  document: string
  atMs: number
  width: number
  height: number
  /** Page views laid out like this, of how many; one choice for each layout there is a recording of. */
  views?: number
  of?: number
  choices?: Backdrop[]
}
