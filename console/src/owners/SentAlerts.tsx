import type { AlertChannel } from '../api/owners.ts'
import { useServices } from '../api/services.ts'
import type { Site } from '../api/types.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { text } from '../text/en.ts'
import { moment, when } from '../text/format.ts'
import { Failure } from '../ui/notes.tsx'

const EVERY_MS = 5_000
const TONES: Record<string, string> = { delivered: 'good', 'given-up': 'bad' }

/** What was told, to whom, and what they answered: a hook that fails is seen here. */
export function SentAlerts({ site, channels }: { site: Site; channels: readonly AlertChannel[] }) {
  const { api, now } = useServices()
  const sent = useAnswer(`alerts ${site.id}`, (signal) => api.sentAlerts(site.id, signal), EVERY_MS)
  const words = text.owners.alerts
  const items = sent.data?.items ?? []
  return (
    <section class="stack" aria-labelledby="sent">
      <h2 id="sent">{words.sent}</h2>
      {sent.error !== null && <Failure error={sent.error} retry={sent.retry} />}
      {sent.data && items.length === 0 && <p class="muted">{words.nothingSent}</p>}
      {items.length > 0 && (
        <div class="card wide-table">
          <table class="table">
            <tbody>
              {items.map((alert) => (
                <tr key={alert.id}>
                  <td title={moment(alert.createdAt)}>{when(alert.createdAt, now())}</td>
                  <td><span class={`badge ${TONES[alert.state] ?? ''}`}>{words.states[alert.state]}</span></td>
                  <td>{alert.sentence}<p class="small muted">{channels.find(({ id }) => id === alert.channel)?.target} · {words.attempts(alert.attempts)} {alert.answer && `· ${alert.answer}`}</p></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
