import { Bell, CodeXml, Flame, House, ListVideo, Radar, Rocket, SlidersHorizontal, Stethoscope, Target, TextCursorInput } from 'lucide'
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
  { path: 'home', label: text.nav.home, icon: House, key: 'o', group: 'reports' },
  { path: 'sessions', label: text.nav.sessions, icon: ListVideo, key: 's', group: 'reports' },
  { path: 'heatmaps', label: text.nav.heatmaps, icon: Flame, key: 'h', group: 'reports' },
  { path: 'forms', label: text.nav.forms, icon: TextCursorInput, key: 'f', group: 'reports' },
  { path: 'detectors', label: text.nav.detectors, icon: Radar, key: 'd', group: 'rules' },
  { path: 'releases', label: text.nav.releases, icon: Rocket, key: 'r', group: 'rules' },
  { path: 'alerts', label: text.nav.alerts, icon: Bell, key: 'l', group: 'rules' },
  { path: 'doctor', label: text.nav.doctor, icon: Stethoscope, key: 'c', group: 'site' },
  { path: 'rules', label: text.rules.nav, icon: Target, key: 'p', group: 'rules' },
  { path: 'install', label: text.nav.install, icon: CodeXml, key: 'i', group: 'site' },
  { path: 'settings', label: text.nav.settings, icon: SlidersHorizontal, key: 't', group: 'site' },
]

export const GROUPS: readonly Place['group'][] = ['reports', 'rules', 'site']

/** The place an address is in, whatever the site. */
export const placeOf = (path: string): Place | undefined => PLACES.find((place) => place.path === /^\/sites\/[^/]+\/([^/?]+)/.exec(path)?.[1])
