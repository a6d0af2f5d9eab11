import { Flame } from 'lucide'
import { useLocation } from 'preact-iso'
import { useMemo } from 'preact/hooks'
import { useServices } from '../api/services.ts'
import type { Device, PageVolume, Site } from '../api/types.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { AddCondition } from '../sessions/AddCondition.tsx'
import { Chips } from '../sessions/Chips.tsx'
import { DEVICES, type Filters, filtersOf, isNarrowed, noFilters, queryOf, searchOf, withCondition, withoutCondition } from '../sessions/filters.ts'
import { localDay } from '../sessions/localDay.ts'
import { RangeChoice } from '../sessions/RangeChoice.tsx'
import { text } from '../text/en.ts'
import { Blank, Bones, Failure } from '../ui/notes.tsx'
import { useTitle } from '../ui/useTitle.ts'
import { DeviceSwitch } from './DeviceSwitch.tsx'
import { HeatReport } from './HeatReport.tsx'
import { CompareChoice } from './CompareChoice.tsx'
import { KindChoice } from './KindChoice.tsx'
import { PagePicker } from './PagePicker.tsx'
import { type HeatSettings, isBands, settingsOf, withSettings } from './settings.ts'

const MOST_PAGES = 1_000

export function HeatmapsPage({ site }: { site: Site }) {
  const { api, now } = useServices()
  const { url, route } = useLocation()
  const search = new URLSearchParams(url.split('?')[1])
  const filters = useMemo(() => filtersOf(search), [url])
  const settings = useMemo(() => settingsOf(search), [url])
  const visits = { ...filters, device: null }
  const pages = useAnswer(`${site.id} ${searchOf(visits)}`, (signal) => {
    const query = queryOf(visits, now())
    query.set('limit', String(MOST_PAGES))
    return api.pages(site.id, query, signal)
  })

  const asked = search.get('page')
  const page = pages.data?.items.find((item) => item.page === asked) ?? (asked === null ? pages.data?.items[0] : undefined)
  const device = filters.device ?? (page && mostUsed(page)) ?? 'desktop'
  useTitle(text.nav.heatmaps, page?.page, site.name)

  const go = (next: Filters, nextPage = asked, nextSettings: HeatSettings = settings) => {
    const to = withSettings(searchOf(next), nextSettings)
    if (nextPage !== null) to.set('page', nextPage)
    route(`/sites/${site.id}/heatmaps${to.size > 0 ? `?${to}` : ''}`)
  }

  return (
    <div class="page heat-page">
      <div class="page-head">
        <h1>{text.nav.heatmaps}</h1>
      </div>
      <div class="row filters" role="group" aria-label={text.filters.label}>
        {pages.data && <PagePicker pages={pages.data.items} chosen={asked ?? page?.page ?? ''} onChoose={(chosen) => go({ ...filters, device: null }, chosen, { ...settings, state: 'all' })} />}
        {page && <DeviceSwitch page={page} device={device} onChoose={(chosen) => go({ ...filters, device: chosen })} />}
        {page && <KindChoice kind={settings.kind} onChoose={(kind) => go(filters, asked, { ...settings, kind })} />}
        {page && !isBands(settings.kind) && <CompareChoice device={device} other={settings.other} onChoose={(other) => go(filters, asked, { ...settings, other })} />}
        <RangeChoice filters={filters} onChange={go} today={localDay(now())} />
        <AddCondition onAdd={(condition) => go(withCondition(filters, condition))} />
        <Chips conditions={filters.where} onRemove={(condition) => go(withoutCondition(filters, condition))} />
      </div>
      {pages.error !== null && <Failure error={pages.error} retry={pages.retry} />}
      {pages.loading && <div class="card"><Bones lines={9} /></div>}
      {pages.data && !page && (isNarrowed(filters) || asked !== null ? <NoViews onClear={() => go(noFilters, null)} /> : <NothingYet site={site} />)}
      {page && <HeatReport key={`${page.page} ${device}`} site={site} page={page} filters={{ ...filters, device }} settings={settings} onSettings={(next) => go(filters, asked, next)} />}
    </div>
  )
}

function NothingYet({ site }: { site: Site }) {
  return (
    <div class="card">
      <Blank icon={Flame} title={text.heat.none}>
        <p>{text.heat.noneBody}</p>
        <a class="button primary" href={`/sites/${site.id}/install`}>{text.sessions.install}</a>
      </Blank>
    </div>
  )
}

function NoViews({ onClear }: { onClear: () => void }) {
  return (
    <div class="card">
      <Blank icon={Flame} title={text.heat.noViews}>
        <p>{text.heat.noViewsBody}</p>
        <button type="button" class="button" onClick={onClear}>{text.filters.clear}</button>
      </Blank>
    </div>
  )
}

function mostUsed({ devices }: PageVolume): Device | undefined {
  return [...DEVICES].filter((device) => devices[device]).sort((one, other) => devices[other]! - devices[one]!)[0]
}
