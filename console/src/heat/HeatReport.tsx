import { isStatus } from '../api/problem.ts'
import { useServices } from '../api/services.ts'
import type { PageVolume, Site } from '../api/types.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { type Filters, queryOf, searchOf } from '../sessions/filters.ts'
import { text } from '../text/en.ts'
import { Bones, Failure } from '../ui/notes.tsx'
import { BandReport } from './BandReport.tsx'
import { CompareReport } from './CompareReport.tsx'
import { Downloads } from './Downloads.tsx'
import { PointReport } from './PointReport.tsx'
import { type HeatSettings, isBands } from './settings.ts'
import { StateChoice } from './StateChoice.tsx'
import { ZonePanel } from './ZonePanel.tsx'

interface Props {
  site: Site
  page: PageVolume
  filters: Filters
  settings: HeatSettings
  onSettings: (settings: HeatSettings) => void
}

/** One page on one device: one kind of map of it on the recorded page, and the same numbers as a table. */
export function HeatReport({ site, page, filters, settings, onSettings }: Props) {
  const { api, now } = useServices()
  const bands = isBands(settings.kind)
  const question = `${site.id} ${page.page} ${searchOf(filters)} ${bands ? '' : `${settings.state} ${settings.perView}`}`
  const query = () => {
    const asked = queryOf(filters, now())
    asked.set('page', page.page)
    if (!bands && settings.state !== 'all') asked.set('state', settings.state)
    if (settings.perView && settings.kind === 'click') asked.set('per', 'view')
    return asked
  }
  const states = useAnswer(bands ? null : `states ${site.id} ${page.page} ${searchOf(filters)}`, (signal) => {
    const asked = query()
    asked.delete('state')
    return api.heatStates(site.id, asked, signal)
  })
  const backdrop = useAnswer(`backdrop ${question}`, (signal) => api.backdrop(site.id, query(), signal))
  const noRecording = isStatus(backdrop.error, 404)
  const shared = { site, kind: settings.kind, question: `${settings.kind} ${question}`, query, backdrop: backdrop.data ?? null, noRecording }

  return (
    <>
      <div class="row heat-tools">
        {!bands && <StateChoice states={states.data?.items ?? []} state={settings.state} onChoose={(state) => onSettings({ ...settings, state })} />}
        {settings.kind === 'click' && (
          <label class="row" title={text.heat.perViewMeans}>
            <input type="checkbox" checked={settings.perView} onChange={() => onSettings({ ...settings, perView: !settings.perView })} /> {text.heat.perView}
          </label>
        )}
        <span class="muted small heat-means">{text.heat.means[settings.kind]}</span>
        <Downloads site={site.id} kind={settings.kind} query={query()} />
      </div>
      {backdrop.error !== null && !noRecording && <Failure error={backdrop.error} retry={backdrop.retry} />}
      {backdrop.loading && <div class="card"><Bones lines={9} label={text.heat.drawing} /></div>}
      {!backdrop.loading && (settings.other && !bands ? <CompareReport {...shared} other={settings.other} /> : bands ? <BandReport {...shared} /> : <PointReport {...shared} />)}
      {settings.kind === 'click' && !settings.other && <ZonePanel site={site} page={page.page} question={`zones ${question}`} query={query} />}
    </>
  )
}
