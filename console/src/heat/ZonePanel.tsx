import { useState } from 'preact/hooks'
import type { HeatZone, Rate } from '../api/heat.ts'
import { useServices } from '../api/services.ts'
import type { Site } from '../api/types.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { text } from '../text/en.ts'
import { duration, number, share } from '../text/format.ts'
import { Failure } from '../ui/notes.tsx'

interface Props {
  site: Site
  page: string
  question: string
  query: () => URLSearchParams
}

/** The parts of a page judged as one: found from its structure, or drawn up here. Asked for only when opened. */
export function ZonePanel({ site, page, question, query }: Props) {
  const { api } = useServices()
  const [open, setOpen] = useState(false)
  const [changes, changed] = useState(0)
  const zones = useAnswer(open ? `${question} ${changes}` : null, (signal) => api.zones(site.id, query(), signal))
  const again = () => changed(changes + 1)
  return (
    <details class="card zones" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{text.heat.zones}</summary>
      {zones.error !== null && <Failure error={zones.error} retry={zones.retry} />}
      {zones.data && (zones.data.items.length === 0 ? <p class="muted">{text.heat.zoneNone}</p> : (
        <div class="zones-scroll" tabIndex={0} role="region" aria-label={text.heat.zones}>
          <table class="table">
            <caption class="sr-only">{text.heat.zones}</caption>
            <thead><tr>{Object.values(text.heat.zoneColumns).map((column) => <th key={column}>{column}</th>)}<th /></tr></thead>
            <tbody>{zones.data.items.map((zone) => <Row key={zone.id} zone={zone} site={site} page={page} onChange={again} />)}</tbody>
          </table>
        </div>
      ))}
    </details>
  )
}

function Row({ zone, site, page, onChange }: { zone: HeatZone; site: Site; page: string; onChange: () => void }) {
  const few = zone.exposure === null
  return (
    <tr class={few ? 'muted' : ''} title={few ? text.heat.zoneFew : ''}>
      <td><strong>{zone.name}</strong> <span class="small muted">{text.heat.zoneKinds[zone.origin]}{zone.items > 0 && ` · ${text.heat.zoneItems(zone.items)}`}</span></td>
      <RateCell rate={zone.exposure} />
      <td class="number">{zone.exposureMs === null ? '–' : duration(zone.exposureMs)}</td>
      <RateCell rate={zone.attractiveness} />
      <td class="number">{zone.recurrence === null ? '–' : number(Math.round(zone.recurrence * 10) / 10)}</td>
      <td class="number">{zone.distribution === null ? '–' : share(zone.distribution, 1)}</td>
      <td class="number">{zone.firstClickMs === null ? '–' : duration(zone.firstClickMs)}</td>
      <td class="number">{zone.hesitationMs === null ? '–' : `${number(zone.hesitationMs)} ms`}</td>
      <td class="number">{zone.hoverMs === null ? '–' : `${number(zone.hoverMs)} ms`}</td>
      <RateCell rate={zone.struggle} />
      <RateCell rate={zone.converted} title={text.heat.zoneConverted} />
      <td><ZoneEditor zone={zone} site={site} page={page} onChange={onChange} /></td>
    </tr>
  )
}

function RateCell({ rate, title = '' }: { rate: Rate | null; title?: string }) {
  return <td class="number" title={rate ? `${title} ${text.heat.interval(share(rate.low, 1), share(rate.high, 1))}`.trim() : title}>{rate ? share(rate.value, 1) : '–'}</td>
}

/** A found zone can be taken over under a name; an own one renamed or given up. */
function ZoneEditor({ zone, site, page, onChange }: { zone: HeatZone; site: Site; page: string; onChange: () => void }) {
  const { api } = useServices()
  const [name, setName] = useState<string | null>(null)
  const own = zone.origin === 'own'
  const save = async (event: Event) => {
    event.preventDefault()
    const wanted = { page, name: name ?? '', elements: zone.elements.slice(0, 500) }
    await (own ? api.changeZone(site.id, zone.id, wanted) : api.drawZone(site.id, wanted))
    setName(null)
    onChange()
  }
  if (name === null) {
    return (
      <span class="row">
        <button type="button" class="button quiet" onClick={() => setName(zone.name)}>{own ? text.heat.zoneRename : text.heat.zoneDraw}</button>
        {own && <button type="button" class="button quiet" onClick={() => void api.removeZone(site.id, zone.id).then(onChange)}>{text.heat.zoneRemove}</button>}
      </span>
    )
  }
  return (
    <form class="row" onSubmit={(event) => void save(event)}>
      <input class="input" aria-label={text.heat.zoneName} value={name} maxLength={120} required onInput={(event) => setName(event.currentTarget.value)} />
      <button type="submit" class="button">{text.filters.apply}</button>
    </form>
  )
}
