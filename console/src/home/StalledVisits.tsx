import { Play, ThumbsDown, ThumbsUp } from 'lucide'
import { useState } from 'preact/hooks'
import type { StalledVisit } from '../api/insight.ts'
import { useServices } from '../api/services.ts'
import type { Site } from '../api/types.ts'
import { text } from '../text/en.ts'
import { duration } from '../text/format.ts'
import { Icon } from '../ui/Icon.tsx'
import { watchAddress } from './places.ts'

const SHOWN = 20

/** The visits behind a place, the costliest first, each with what happened in order, and a question only a person can answer. */
export function StalledVisits({ site, visits }: { site: Site; visits: readonly StalledVisit[] }) {
  const words = text.stalls.stall
  return (
    <section class="stack" aria-labelledby="stalled-visits">
      <h2 id="stalled-visits">{words.visits}</h2>
      <div class="card wide-table">
        <table class="table">
          <thead><tr><th>{words.when}</th><th>{words.evidence}</th><th class="right">{words.lost}</th><th>{words.outcome}</th><th>{words.friction}</th></tr></thead>
          <tbody>
            {visits.slice(0, SHOWN).map((visit) => (
              <tr key={`${visit.sessionId} ${visit.atMs}`}>
                <td><a class="button tight" href={watchAddress(site, visit.sessionId, visit.atMs)}><Icon name={Play} size={13} /> {duration(visit.atMs)}</a></td>
                <td class="story">{story(visit)}</td>
                <td class="right number nowrap">{duration(visit.engagedMs)}</td>
                <td>{text.stalls.outcomes[visit.outcome] ?? visit.outcome}</td>
                <td><Ballot site={site} visit={visit} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** Each sign once, in the order they were first met, with how often it came. */
function story({ evidence }: StalledVisit): string {
  const times = new Map<string, number>()
  for (const { kind } of evidence) times.set(kind, (times.get(kind) ?? 0) + 1)
  return [...times].map(([kind, often]) => text.stalls.times(text.stalls.kinds[kind] ?? kind, often)).join(' → ')
}

/** One person's word on the first sign of a visit: the only measure of a detector that is not made of itself. */
function Ballot({ site, visit }: { site: Site; visit: StalledVisit }) {
  const { api } = useServices()
  const [said, say] = useState(false)
  const sign = visit.evidence[0]
  if (!sign) return null
  if (said) return <span class="muted small" role="status">{text.stalls.stall.thanks}</span>
  const vote = (friction: boolean) => api.vote(site.id, sign.kind, visit.sessionId, sign.atMs, friction).then(() => say(true))
  return (
    <span class="row">
      <button type="button" class="button tight" aria-label={text.stalls.stall.yes} title={text.stalls.stall.yes} onClick={() => vote(true)}><Icon name={ThumbsUp} size={14} /></button>
      <button type="button" class="button tight" aria-label={text.stalls.stall.no} title={text.stalls.stall.no} onClick={() => vote(false)}><Icon name={ThumbsDown} size={14} /></button>
    </span>
  )
}
