import { Blocks } from 'lucide'
import type { IconNode } from 'lucide'
import { text } from '../text/en.ts'
import { Icon } from '../ui/Icon.tsx'
import { GROUPS, PLACES } from './places.ts'

/** The way to every report of the site in the address, or to the sites when there is none. */
export function Navigation({ base, path }: { base: string | null; path: string }) {
  return (
    <nav aria-label={text.nav.label}>
      {base ? GROUPS.map((group) => <Group key={group} group={group} base={base} path={path} />) : <NavLink to="/sites" path={path} icon={Blocks} label={text.nav.sites} />}
    </nav>
  )
}

function Group({ group, base, path }: { group: (typeof GROUPS)[number]; base: string; path: string }) {
  const places = PLACES.filter((place) => place.group === group)
  const heading = text.nav.groups[group]
  if (places.length === 0) return null
  return (
    <div class="nav-group" role="group" aria-label={heading || undefined}>
      {heading && <span class="nav-heading" aria-hidden>{heading}</span>}
      {places.map(({ path: name, icon, label }) => <NavLink key={name} to={`${base}/${name}`} path={path} icon={icon} label={label} />)}
    </div>
  )
}

function NavLink({ to, path, icon, label }: { to: string; path: string; icon: IconNode; label: string }) {
  const here = path === to || path.startsWith(`${to}/`)
  return (
    <a href={to} aria-current={here ? 'page' : undefined}>
      <Icon name={icon} size={17} /> {label}
    </a>
  )
}
