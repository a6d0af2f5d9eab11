import { useState } from 'preact/hooks'
import { useServices } from '../api/services.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { text } from '../text/en.ts'
import { Bones, Failure } from '../ui/notes.tsx'
import { ElementTable } from './ElementTable.tsx'
import { HeatPicture } from './HeatPicture.tsx'
import { NoPicture } from './NoPicture.tsx'
import type { Placed } from './project.ts'
import type { ReportProps } from './reportProps.ts'
import { WirePicture } from './WirePicture.tsx'

/** A map of marks on the recorded page, or on the boxes its elements stood in, and its table. */
export function PointReport({ site, kind, question, query, backdrop, noRecording }: ReportProps) {
  const { api } = useServices()
  const map = useAnswer(`map ${question}`, (signal) => api.pointMap(site.id, kind, query(), signal))
  const [active, setActive] = useState<string | null>(null)
  const [placed, setPlaced] = useState<readonly Placed[] | null>(null)

  if (map.error !== null) return <Failure error={map.error} retry={map.retry} />
  if (!map.data) return <div class="card"><Bones lines={9} label={text.heat.drawing} /></div>
  const boxed = map.data.elements.some(({ box }) => box)
  const picture = { map: map.data, active, onActive: setActive, onPlaced: setPlaced }
  const bare = noRecording && !boxed

  return (
    <div class={bare ? 'heat-report no-picture' : 'heat-report'}>
      {noRecording && (boxed ? <div class="stack"><NoPicture /><WirePicture {...picture} /></div> : <NoPicture />)}
      {backdrop && <HeatPicture site={site} backdrop={backdrop} {...picture} />}
      <ElementTable site={site} map={map.data} placed={noRecording ? null : placed} active={active} onActive={setActive} />
    </div>
  )
}
