import { CircleAlert, CircleCheck, CircleHelp, RefreshCw, TriangleAlert } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import type { Check } from '../api/doctor.ts'
import { useServices } from '../api/services.ts'
import type { Site } from '../api/types.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { text } from '../text/en.ts'
import { CopyText } from '../ui/CopyText.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Bones, Failure } from '../ui/notes.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useTitle } from '../ui/useTitle.ts'
import { lookFromHere } from './browserChecks.ts'

const ICONS = { good: CircleCheck, attention: TriangleAlert, bad: CircleAlert, unknown: CircleHelp }

/** Whether all that ought to arrive arrives; what is wrong, and how to mend it. */
export function DoctorPage({ site }: { site: Site }) {
  useTitle(text.nav.doctor, site.name)
  const { api, now } = useServices()
  const found = useAnswer(`doctor ${site.id}`, (signal) => api.doctor(site.id, signal))
  const [fromHere, setFromHere] = useState<Check[] | null>(null)
  const words = text.owners.doctor
  useEffect(() => {
    setFromHere(null)
    if (found.data) void lookFromHere(found.data, now(), fetch.bind(window)).then(setFromHere)
  }, [found.data])

  return (
    <div class="page">
      <PageHead title={text.nav.doctor} lead={words.lead}>
        <button type="button" class="button" onClick={found.retry}><Icon name={RefreshCw} /> {words.again}</button>
      </PageHead>
      {found.error !== null && <Failure error={found.error} retry={found.retry} />}
      {found.loading && <div class="card"><Bones lines={6} label={words.looking} /></div>}
      {found.data && (
        <>
          <Checks title={words.server} checks={found.data.items} />
          <Checks title={words.browser} checks={fromHere} />
          <section class="card panel">
            <p>{words.policy}</p>
            <CopyText code={found.data.policy} label={words.policy} />
            <p class="small muted">{words.versions}: {Object.entries(found.data.versions).map(([what, version]) => `${what} ${version}`).join(' · ')}</p>
          </section>
        </>
      )}
    </div>
  )
}

function Checks({ title, checks }: { title: string; checks: readonly Check[] | null }) {
  return (
    <section class="stack" aria-label={title}>
      <h2>{title}</h2>
      {checks === null ? <Bones lines={2} /> : (
        <ul class="checkup checks">
          {checks.map(({ key, state, sentence, mend }) => (
            <li key={`${key} ${sentence}`} class={`card ${state}`} data-check={key}>
              <p class="row"><Icon name={ICONS[state]} size={18} label={text.owners.doctor.states[state]!} /> <span>{sentence}</span></p>
              {mend && <p class="small muted">{mend}</p>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
