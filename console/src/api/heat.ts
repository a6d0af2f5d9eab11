// What the server says about heatmaps, and the questions asked of it.
import type { Requests } from './requests.ts'
import type { Backdrop, ClickMap, Device, Fingerprint, List } from './types.ts'

export type HeatKind = 'click' | 'first-click' | 'move' | 'rage' | 'dead' | 'error' | 'form' | 'time-lost' | 'scroll' | 'attention'

export interface Band {
  /** Shares of the page's height. */
  from: number
  to: number
  /** Of scroll the share of views that saw all of it, of attention its share of a view's attention. */
  value: number
  low: number
  high: number
  /** Of attention: milliseconds a view. */
  ms: number
}

export interface BandMap {
  page: string
  device: Device
  views: number
  measured: number
  /** The share of the page that the first window showed, median. */
  fold: number
  foldPx: number
  bands: Band[]
}

/** The bare page ("base") or one dialog over it. */
export interface HeatState {
  state: string
  label: string
  selector: string
  views: number
  clicks: number
}

export interface Side {
  page: string
  device: Device
  views: number
  total: number
}

export interface ElementDifference {
  key: string
  selector: string
  label: string
  first: { count: number; views: number }
  second: { count: number; views: number }
  /** Of the shares of views; null where there are too few to say anything. */
  difference: number | null
  interval: [number, number] | null
  level: 'anecdote' | 'indication' | 'finding' | 'strong'
  holds: boolean
  fingerprint: Fingerprint | null
}

export interface MapDifference {
  first: Side
  second: Side
  elements: ElementDifference[]
}

export interface Rate {
  value: number
  low: number
  high: number
}

export interface HeatZone {
  id: string
  name: string
  origin: 'list' | 'region' | 'own'
  elements: string[]
  items: number
  box: [x: number, y: number, width: number, height: number]
  views: number
  exposed: number
  clicks: number
  exposure: Rate | null
  exposureMs: number | null
  clickRate: Rate | null
  attractiveness: Rate | null
  recurrence: number | null
  distribution: number | null
  firstClickMs: number | null
  hoverMs: number | null
  hesitationMs: number | null
  struggle: Rate | null
  clickingSessions: number
  convertedSessions: number
  converted: Rate | null
}

export function createHeatApi({ get, post, put, remove }: Requests) {
  const of = (site: string, kind: HeatKind) => `/api/sites/${site}/heatmaps/${kind}`
  return {
    pointMap: (site: string, kind: HeatKind, query: URLSearchParams, signal?: AbortSignal) => get<ClickMap>(`${of(site, kind)}?${query}`, signal),
    bandMap: (site: string, kind: HeatKind, query: URLSearchParams, signal?: AbortSignal) => get<BandMap>(`${of(site, kind)}?${query}`, signal),
    backdrop: (site: string, query: URLSearchParams, signal?: AbortSignal) => get<Backdrop>(`${of(site, 'click')}/backdrop?${query}`, signal),
    heatStates: (site: string, query: URLSearchParams, signal?: AbortSignal) => get<List<HeatState>>(`${of(site, 'click')}/states?${query}`, signal),
    difference: (site: string, kind: HeatKind, query: URLSearchParams, signal?: AbortSignal) => get<MapDifference>(`${of(site, kind)}/difference?${query}`, signal),
    zones: (site: string, query: URLSearchParams, signal?: AbortSignal) => get<List<HeatZone>>(`/api/sites/${site}/zones?${query}`, signal),
    drawZone: (site: string, zone: { page: string; name: string; elements: string[] }) => post<HeatZone>(`/api/sites/${site}/zones`, zone),
    changeZone: (site: string, id: string, zone: { page: string; name: string; elements: string[] }) => put<void>(`/api/sites/${site}/zones/${id}`, zone),
    removeZone: (site: string, id: string) => remove(`/api/sites/${site}/zones/${id}`),
  }
}
