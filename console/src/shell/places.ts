import { CodeXml, Flame, ListVideo, SlidersHorizontal, Target } from 'lucide'
import type { IconNode } from 'lucide'
import { text } from '../text/en.ts'

/** What is in the navigation of a site: one line here, one route in Inside.tsx. */
export interface Place {
  /** Below `/sites/ID/`. */
  path: string
  label: string
  icon: IconNode
  /** After `g`; no two alike. */
  key: string
  /** Reports first, then what they rest on, then the site itself. Within a group, in the order of this list. */
  group: 'reports' | 'rules' | 'site'
}

export const PLACES: readonly Place[] = [
  { path: 'sessions', label: text.nav.sessions, icon: ListVideo, key: 's', group: 'reports' },
  { path: 'heatmaps', label: text.nav.heatmaps, icon: Flame, key: 'h', group: 'reports' },
  { path: 'rules', label: text.rules.nav, icon: Target, key: 'o', group: 'site' },
  { path: 'install', label: text.nav.install, icon: CodeXml, key: 'i', group: 'site' },
  { path: 'settings', label: text.nav.settings, icon: SlidersHorizontal, key: 't', group: 'site' },
]

export const GROUPS: readonly Place['group'][] = ['reports', 'rules', 'site']

/** The place an address is in, whatever the site. */
export const placeOf = (path: string): Place | undefined => PLACES.find((place) => place.path === /^\/sites\/[^/]+\/([^/?]+)/.exec(path)?.[1])
