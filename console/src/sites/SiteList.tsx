import { Globe, Plus } from 'lucide'
import { useServices } from '../api/services.ts'
import type { Site } from '../api/types.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { text } from '../text/en.ts'
import { day, when } from '../text/format.ts'
import { Icon } from '../ui/Icon.tsx'
import { Blank } from '../ui/notes.tsx'
import { useTitle } from '../ui/useTitle.ts'
import { useSites } from './sites.tsx'

export function SiteList() {
  useTitle(text.nav.sites)
  const { sites } = useSites()
  const { now } = useServices()
  const add = <a class="button primary" href="/sites/new"><Icon name={Plus} /> {text.addSite.open}</a>

  return (
    <div class="page">
      <div class="page-head">
        <h1>{text.nav.sites}</h1>
        {sites.length > 0 && add}
      </div>
      {sites.length === 0 && <div class="card"><Blank icon={Globe} title={text.sites.none}><p>{text.sites.noneBody}</p>{add}</Blank></div>}
      <div class="site-grid">
        {sites.map((site) => (
          <article key={site.id} class="card site-card">
            <h2 class="cut"><a href={`/sites/${site.id}/sessions`}>{site.name}</a></h2>
            <p class="muted cut" title={site.origins.join(', ')}>{site.origins.map((origin) => origin.replace(/^https?:\/\//, '')).join(', ')}</p>
            <p class="small muted">{text.consent.short[site.consent]} · {text.sites.since(day(site.createdAt, now()))}</p>
            <LastEvent site={site} />
            <div class="row">
              <a class="button" href={`/sites/${site.id}/sessions`}>{text.nav.sessions}</a>
              <a class="button" href={`/sites/${site.id}/heatmaps`}>{text.nav.heatmaps}</a>
              <a class="button quiet" href={`/sites/${site.id}/install`}>{text.nav.install}</a>
            </div>
          </article>
        ))}
      </div>
    </div>
  )
}

const EVERY_MS = 15_000

/** Whether the site is heard of at all: the first thing to look at when its numbers seem low. */
function LastEvent({ site }: { site: Site }) {
  const { api, now } = useServices()
  const intake = useAnswer(`intake ${site.id}`, (signal) => api.intake(site.id, signal), EVERY_MS)
  if (!intake.data) return <span class="badge">…</span>
  const last = intake.data.lastEventAt ?? intake.data.firstEventAt
  return last === null ? <span class="badge">{text.sites.noEvent}</span> : <span class="badge good">{text.sites.lastEvent(when(last, now()))}</span>
}
