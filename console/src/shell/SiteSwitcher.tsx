import { useLocation } from 'preact-iso'
import type { Site } from '../api/types.ts'
import { text } from '../text/en.ts'
import { placeOf } from './places.ts'

const ALL = ''
const ADD = '+'

/** Goes to the same report of another site. A native list: it works with every keyboard, thumb and screen reader. */
export function SiteSwitcher({ sites, site }: { sites: Site[]; site: Site | undefined }) {
  const { path, route } = useLocation()
  const report = placeOf(path)?.path ?? 'sessions'
  const go = (value: string) => route(value === ALL ? '/sites' : value === ADD ? '/sites/new' : `/sites/${value}/${report}`)

  if (sites.length === 0) return null
  return (
    <select class="input switcher" aria-label={text.nav.site} value={site?.id ?? ALL} onChange={(event) => go(event.currentTarget.value)}>
      <option value={ALL}>{text.nav.allSites}</option>
      {sites.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
      <option value={ADD}>{text.nav.addSite}</option>
    </select>
  )
}
