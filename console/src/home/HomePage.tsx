import { Filter, Footprints } from 'lucide'
import { useLocation } from 'preact-iso'
import { useMemo, useState } from 'preact/hooks'
import type { Ledger, Stall } from '../api/insight.ts'
import type { StallStep } from '../api/owners.ts'
import { useServices } from '../api/services.ts'
import type { Site } from '../api/types.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { FilterBar } from '../sessions/FilterBar.tsx'
import { type Filters, filtersOf, isNarrowed, noFilters, queryOf, searchOf } from '../sessions/filters.ts'
import { localDay } from '../sessions/localDay.ts'
import { text } from '../text/en.ts'
import { number, share } from '../text/format.ts'
import { Figures } from '../ui/Figures.tsx'
import { Blank, Bones, Failure } from '../ui/notes.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useTitle } from '../ui/useTitle.ts'
import { Checkup } from './Checkup.tsx'
import { NotSeen } from './NotSeen.tsx'
import { grouped } from './places.ts'
import { StallRow } from './StallRow.tsx'

const EVERY_MS = 60_000

/** The first page of a site: where its visitors stall, why, and what it costs. */
export function HomePage({ site }: { site: Site }) {
  useTitle(text.nav.home, site.name)
  const { api, now } = useServices()
  const { url, route } = useLocation()
  const filters = useMemo(() => filtersOf(new URLSearchParams(url.split('?')[1])), [url])
  const asked = `${site.id} ${searchOf(filters)}`
  const ledger = useAnswer(`ledger ${asked}`, (signal) => api.ledger(site.id, queryOf(filters, now()), signal), EVERY_MS)
  const checkup = useAnswer(`checkup ${asked}`, (signal) => api.checkup(site.id, queryOf(filters, now()), signal))
  const states = useAnswer(`states ${site.id}`, (signal) => api.stallStates(site.id, signal))
  const go = (next: Filters) => {
    const to = searchOf(next)
    route(`/sites/${site.id}/home${to.size > 0 ? `?${to}` : ''}`)
  }

  return (
    <div class="page home">
      <PageHead title={text.stalls.title} lead={text.stalls.lead} />
      <FilterBar filters={filters} today={localDay(now())} onChange={go} />
      {ledger.error !== null && <Failure error={ledger.error} retry={ledger.retry} />}
      {ledger.loading && <div class="card"><Bones lines={9} /></div>}
      {ledger.data && <Totals ledger={ledger.data} />}
      {ledger.data?.items.length === 0 && <Nothing narrowed={isNarrowed(filters)} onClear={() => go(noFilters)} />}
      {ledger.data && ledger.data.items.length > 0 && <Places site={site} stalls={ledger.data.items} states={states.data ?? {}} search={searchOf(filters)} now={now()} />}
      {ledger.data && <NotSeen ledger={ledger.data} />}
      {checkup.error !== null && <Failure error={checkup.error} retry={checkup.retry} />}
      {checkup.data && checkup.data.items.length > 0 && <Checkup items={checkup.data.items} />}
    </div>
  )
}

function Totals({ ledger }: { ledger: Ledger }) {
  const words = text.stalls.figures
  return (
    <Figures figures={[
      { name: words.visits, value: number(ledger.sessions) },
      { name: words.stalled, value: number(ledger.stalledSessions), basis: words.ofVisits(share(ledger.stalledSessions, ledger.sessions)) },
      { name: words.minutes, value: number(Math.round(ledger.minutesLost)), basis: words.minutesBasis },
      { name: words.places, value: number(ledger.items.filter(({ rank }) => rank !== null).length), basis: words.placesBasis(ledger.items.length) },
    ]} />
  )
}

interface PlacesProps {
  site: Site
  stalls: readonly Stall[]
  states: Record<string, StallStep>
  search: URLSearchParams
  now: number
}

function Places({ site, stalls, states, search, now }: PlacesProps) {
  const [all, showAll] = useState(false)
  const muted = (stall: Stall) => states[stall.id]?.state === 'muted' && (states[stall.id]!.mutedUntil ?? 0) > now
  const { certain, uncertain, thought } = grouped(stalls.filter((stall) => !muted(stall)))
  const silent = stalls.filter(muted).length
  const row = (stall: Stall) => <StallRow key={stall.id} site={site} stall={stall} step={states[stall.id]} search={search.size > 0 ? `?${search}` : ''} now={now} />
  const open = all || certain.length === 0
  return (
    <section class="stack" aria-labelledby="places">
      <div class="section-head"><h2 id="places">{text.stalls.ledger}</h2>{silent > 0 && <span class="small muted">{text.stalls.muted(silent)}</span>}</div>
      {certain.length > 0 && <ol class="stalls">{certain.map(row)}</ol>}
      {open && uncertain.length > 0 && <Group title={text.stalls.uncertain} body={text.stalls.uncertainBody}><ol class="stalls">{uncertain.map(row)}</ol></Group>}
      {open && thought.length > 0 && <Group title={text.stalls.notDefect} body={text.stalls.notDefectBody}><ol class="stalls">{thought.map(row)}</ol></Group>}
      {certain.length > 0 && uncertain.length + thought.length > 0 && (
        <div class="row center"><button type="button" class="button" aria-expanded={all} onClick={() => showAll(!all)}>{all ? text.stalls.hideUncertain : text.stalls.showUncertain(uncertain.length + thought.length)}</button></div>
      )}
    </section>
  )
}

function Group({ title, body, children }: { title: string; body: string; children: preact.ComponentChildren }) {
  return (
    <>
      <div><h3>{title}</h3><p class="small muted">{body}</p></div>
      {children}
    </>
  )
}

function Nothing({ narrowed, onClear }: { narrowed: boolean; onClear: () => void }) {
  return (
    <div class="card">
      {narrowed
        ? <Blank icon={Filter} title={text.stalls.noMatch}><p>{text.stalls.noMatchBody}</p><button type="button" class="button" onClick={onClear}>{text.filters.clear}</button></Blank>
        : <Blank icon={Footprints} title={text.stalls.none}><p>{text.stalls.noneBody}</p></Blank>}
    </div>
  )
}
