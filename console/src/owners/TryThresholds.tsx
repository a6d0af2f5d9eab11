import { Play } from 'lucide'
import { useState } from 'preact/hooks'
import type { Detector, Trial } from '../api/insight.ts'
import { useServices } from '../api/services.ts'
import type { Site } from '../api/types.ts'
import { watchAddress } from '../home/places.ts'
import { text } from '../text/en.ts'
import { duration } from '../text/format.ts'
import { Icon } from '../ui/Icon.tsx'
import { Failure } from '../ui/notes.tsx'

const DAYS = 7
const SHOWN = 8

/** Other numbers for a rule: what they would have found in the last days, and only then saved. */
export function TryThresholds({ site, detector, onSaved }: { site: Site; detector: Detector; onSaved: () => void }) {
  const { api } = useServices()
  const [numbers, setNumbers] = useState(() => Object.fromEntries(detector.thresholds.map(({ key, value }) => [key, value])))
  const [trial, setTrial] = useState<Trial | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const words = text.owners.detectors
  const changed = detector.thresholds.filter(({ key, value }) => numbers[key] !== value).map(({ key }) => key)
  const wanted = Object.fromEntries(changed.map((key) => [key, numbers[key]!]))
  const run = (act: () => Promise<void>) => {
    setBusy(true)
    setError(null)
    act().catch(setError).finally(() => setBusy(false))
  }

  return (
    <form class="stack" onSubmit={(event) => (event.preventDefault(), run(() => api.tryThresholds(site.id, wanted, DAYS).then(setTrial)))}>
      <div class="row">
        {detector.thresholds.map(({ key, default: usual, unit }) => (
          <label key={key} class="field">
            <span class="label small">{key.replace(/^.*\./, '').replaceAll('_', ' ')}</span>
            <input class="input" type="number" step="any" style={{ width: '110px' }} value={numbers[key]} title={`${unit} · ${words.usual(String(usual))}`} onInput={(event) => setNumbers({ ...numbers, [key]: Number(event.currentTarget.value) })} />
          </label>
        ))}
      </div>
      <div class="row">
        <button class="button" disabled={busy || changed.length === 0}>{busy ? words.trying : words.try}</button>
        {trial && <button type="button" class="button primary" disabled={busy || changed.length === 0} onClick={() => run(() => api.saveThresholds(site.id, wanted).then(onSaved))}>{words.save}</button>}
      </div>
      {error !== null && <Failure error={error} />}
      {trial && <Outcome site={site} trial={trial} />}
    </form>
  )
}

function Outcome({ site, trial }: { site: Site; trial: Trial }) {
  const words = text.owners.detectors
  const list = (title: string, visits: Trial['gained']) => visits.length > 0 && (
    <p class="row small"><span class="muted">{title}</span>
      {visits.slice(0, SHOWN).map(({ sessionId, atMs }) => <a key={`${sessionId} ${atMs}`} class="button tight" href={watchAddress(site, sessionId, atMs)}><Icon name={Play} size={13} /> {duration(atMs)}</a>)}
    </p>
  )
  return (
    <div class="stack" role="status">
      <p>{words.tried(trial.before, trial.after)}</p>
      {list(words.gained, trial.gained)}
      {list(words.lost, trial.lost)}
    </div>
  )
}
