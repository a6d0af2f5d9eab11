import { Radar } from 'lucide'
import type { Detector } from '../api/insight.ts'
import { useServices } from '../api/services.ts'
import type { Site } from '../api/types.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { text } from '../text/en.ts'
import { share } from '../text/format.ts'
import { Blank, Bones, Failure } from '../ui/notes.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useTitle } from '../ui/useTitle.ts'
import { TryThresholds } from './TryThresholds.tsx'

/** What counts as a sign of trouble: each rule in words, its numbers, how often it speaks and how often it is right. */
export function DetectorsPage({ site }: { site: Site }) {
  useTitle(text.nav.detectors, site.name)
  const { api } = useServices()
  const detectors = useAnswer(`detectors ${site.id}`, (signal) => api.detectors(site.id, new URLSearchParams(), signal))
  const words = text.owners.detectors
  return (
    <div class="page">
      <PageHead title={text.nav.detectors} lead={words.lead} />
      {detectors.error !== null && <Failure error={detectors.error} retry={detectors.retry} />}
      {detectors.loading && <div class="card"><Bones lines={9} /></div>}
      {detectors.data?.items.length === 0 && <div class="card"><Blank icon={Radar} title={words.none} /></div>}
      <ul class="stalls">{[...(detectors.data?.items ?? [])].sort(byRate).map((detector) => <Rule key={detector.kind} site={site} detector={detector} onSaved={detectors.retry} />)}</ul>
    </div>
  )
}

/** Those that speak most first. */
const byRate = (one: Detector, other: Detector) => (other.rate?.value ?? 0) - (one.rate?.value ?? 0)

function Rule({ site, detector, onSaved }: { site: Site; detector: Detector; onSaved: () => void }) {
  const words = text.owners.detectors
  const { rate, target, votes } = detector
  const tooOften = rate !== null && target !== null && rate.low > target
  return (
    <li class="card panel" data-detector={detector.kind}>
      <div class="section-head">
        <h2>{text.stalls.kinds[detector.kind] ?? detector.kind}</h2>
        <span class="badge">{words.strengths[detector.strength]}</span>
      </div>
      <p>{detector.words}</p>
      <p class="small muted">
        {words.rate}: <span class="number">{rate ? `${share(rate.value, 1)} (${share(rate.low, 1)}–${share(rate.high, 1)})` : '–'}</span>
        {tooOften && <span class="badge warn">{words.often(share(target, 1))}</span>}
        {' · '}{words.precision}: {votes.precision ? `${words.votes(votes.right, votes.all)} (${share(votes.precision.low, 1)}–${share(votes.precision.high, 1)})` : words.noVotes}
      </p>
      {detector.thresholds.length > 0 && (
        <details class="rule-numbers">
          <summary>{detector.thresholds.map(({ key, value }) => `${key.replace(/^.*\./, '').replaceAll('_', ' ')} ${value}`).join(' · ')}</summary>
          <TryThresholds site={site} detector={detector} onSaved={onSaved} />
        </details>
      )}
    </li>
  )
}
