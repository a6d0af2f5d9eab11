import { useState } from 'preact/hooks'
import { isStatus } from '../api/problem.ts'
import { useServices } from '../api/services.ts'
import type { PageVolume, Site } from '../api/types.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { type Filters, queryOf, searchOf } from '../sessions/filters.ts'
import { text } from '../text/en.ts'
import { Bones, Failure } from '../ui/notes.tsx'
import { ElementTable } from './ElementTable.tsx'
import { HeatPicture } from './HeatPicture.tsx'
import { NoPicture } from './NoPicture.tsx'
import type { Placed } from './project.ts'

/** One page on one device: its clicks on the recorded page, and the same clicks as a table. */
export function HeatReport({ site, page, filters }: { site: Site; page: PageVolume; filters: Filters }) {
  const { api, now } = useServices()
  const question = `${site.id} ${page.page} ${searchOf(filters)}`
  const query = () => {
    const asked = queryOf(filters, now())
    asked.set('page', page.page)
    return asked
  }
  const map = useAnswer(`map ${question}`, (signal) => api.clickMap(site.id, query(), signal))
  const backdrop = useAnswer(`backdrop ${question}`, (signal) => api.backdrop(site.id, query(), signal))
  const [active, setActive] = useState<string | null>(null)
  const [placed, setPlaced] = useState<readonly Placed[] | null>(null)

  if (map.error !== null) return <Failure error={map.error} retry={map.retry} />
  if (!map.data) return <div class="card"><Bones lines={9} label={text.heat.drawing} /></div>
  const noRecording = isStatus(backdrop.error, 404)

  return (
    <div class={noRecording ? 'heat-report no-picture' : 'heat-report'}>
      {noRecording && <NoPicture />}
      {backdrop.error !== null && !noRecording && <Failure error={backdrop.error} retry={backdrop.retry} />}
      {backdrop.loading && <div class="card"><Bones lines={9} label={text.heat.drawing} /></div>}
      {backdrop.data && <HeatPicture site={site} backdrop={backdrop.data} map={map.data} active={active} onActive={setActive} onPlaced={setPlaced} />}
      <ElementTable site={site} map={map.data} placed={noRecording ? null : placed} active={active} onActive={setActive} />
    </div>
  )
}
