import { CircleCheck, TriangleAlert } from 'lucide'
import { useServices } from '../api/services.ts'
import type { Intake, Site } from '../api/types.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { text } from '../text/en.ts'
import { intakeText } from '../text/intake.ts'
import { number, when } from '../text/format.ts'
import { Failure, Note } from '../ui/notes.tsx'

const EVERY_MS = 2_000

/** Waits for the first event and turns green when it is there; what was turned away is told with its reason. */
export function IntakeStatus({ site }: { site: Site }) {
  const { api } = useServices()
  const intake = useAnswer(`intake ${site.id}`, (signal) => api.intake(site.id, signal), EVERY_MS)

  return (
    <div class="stack" aria-live="polite">
      {intake.error !== null && <Failure error={intake.error} retry={intake.retry} />}
      {intake.data?.firstEventAt == null ? <Waiting /> : <Arriving site={site} intake={intake.data} />}
      {intake.data?.rejected.map(({ reason, count, hint }) => (
        <Note key={reason} tone="warning" icon={TriangleAlert}>
          <strong>{text.intake.rejected(count, text.intake.reasons[reason] ?? intakeText.reasons[reason] ?? reason)}</strong>
          <p>{hint || text.intake.hints[reason]}</p>
          {reason === 'wrong-origin' && <p class="small">{text.intake.allowed} {site.origins.join(', ')} · <a href={`/sites/${site.id}/settings`}>{text.changeSite.open}</a></p>}
        </Note>
      ))}
      {intake.data?.refused?.map(({ reason, count, hint }) => (
        <Note key={reason} tone="warning" icon={TriangleAlert}>
          <strong>{intakeText.refused(count, intakeText.reasons[reason] ?? reason)}</strong>
          <p>{hint}</p>
        </Note>
      ))}
    </div>
  )
}

function Waiting() {
  return (
    <div class="note" data-intake="waiting">
      <span class="spinner" />
      <div>
        <strong>{text.intake.waiting}</strong>
        <p class="muted">{text.intake.waitingBody}</p>
      </div>
    </div>
  )
}

function Arriving({ site, intake }: { site: Site; intake: Intake }) {
  const { now } = useServices()
  return (
    <div data-intake="arrived">
      <Note tone="success" icon={CircleCheck}>
        <strong>{text.intake.arrived}</strong>
        <p>
          {intake.lastEventAt !== null && text.intake.last(when(intake.lastEventAt, now()), number(intake.accepted))}{' '}
          <a href={`/sites/${site.id}/sessions`}>{text.intake.watch}</a>
        </p>
        {intake.behindMs > 60_000 && <p class="small">{text.intake.behind(Math.round(intake.behindMs / 60_000))}</p>}
      </Note>
    </div>
  )
}
