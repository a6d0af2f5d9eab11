import type { HeatKind } from '../api/heat.ts'

/** What a heatmap shows besides its filters. It lives in the address, as they do. */
export interface HeatSettings {
  readonly kind: HeatKind
  /** "all", "base" or the key of a dialog. */
  readonly state: string
  readonly perView: boolean
  /** What it is compared with; empty for nothing. */
  readonly other: string
}

export const KINDS: readonly HeatKind[] = ['click', 'first-click', 'move', 'scroll', 'attention', 'rage', 'dead', 'error', 'form', 'time-lost']
export const OTHERS = ['before', 'mobile', 'tablet', 'desktop', 'stalled', 'smooth'] as const
export type Other = (typeof OTHERS)[number]

export const isBands = (kind: HeatKind): boolean => kind === 'scroll' || kind === 'attention'

export function settingsOf(search: URLSearchParams): HeatSettings {
  return {
    kind: KINDS.find((kind) => kind === search.get('kind')) ?? 'click',
    state: /^(base|[0-9a-f]{1,16})$/.exec(search.get('state') ?? '')?.[0] ?? 'all',
    perView: search.get('per') === 'view',
    other: OTHERS.find((other) => other === search.get('other')) ?? '',
  }
}

/** Adds what is not as usual. */
export function withSettings(search: URLSearchParams, { kind, state, perView, other }: HeatSettings): URLSearchParams {
  if (kind !== 'click') search.set('kind', kind)
  if (state !== 'all') search.set('state', state)
  if (perView) search.set('per', 'view')
  if (other) search.set('other', other)
  return search
}

/** The query of the second segment: what differs from the first, on top of everything else of it. */
export function otherQuery(query: URLSearchParams, other: string, now: number): URLSearchParams {
  const second = new URLSearchParams(query)
  if (other === 'mobile' || other === 'tablet' || other === 'desktop') second.set('device', other)
  if (other === 'stalled') second.append('where', 'stalls:at-least:1')
  if (other === 'smooth') second.append('where', 'stalls:is:0')
  if (other === 'before') {
    const from = Number(query.get('from') ?? now)
    const to = Number(query.get('to') ?? now)
    second.set('from', String(Math.max(0, from - (to - from))))
    second.set('to', String(from))
  }
  return second
}
