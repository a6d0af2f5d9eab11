import { useEffect, useState } from 'preact/hooks'
import type { Stall } from '../api/insight.ts'
import type { Release, StallStep, StallWord } from '../api/owners.ts'
import { useServices } from '../api/services.ts'
import type { Site } from '../api/types.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { text } from '../text/en.ts'
import { DAY, moment, when } from '../text/format.ts'
import { Failure } from '../ui/notes.tsx'
import { Verdict } from './Verdict.tsx'

const MUTE_DAYS = 30

/** What is done about a stall, what was said of it, and whether the figures agree. */
export function Proof({ site, stall }: { site: Site; stall: Stall }) {
  const { api, now } = useServices()
  const [told, tell] = useState(0)
  const [error, setError] = useState<unknown>(null)
  const history = useAnswer(`said ${site.id} ${stall.id} ${told}`, (signal) => api.stallHistory(site.id, stall.id, signal))
  const releases = useAnswer(`releases ${site.id}`, (signal) => api.releases(site.id, signal))
  const steps = history.data?.items ?? []
  const last = steps.at(-1)
  const say = (word: StallWord) => {
    setError(null)
    api.sayOfStall(site.id, stall.id, word).then(() => tell(told + 1), setError)
  }
  const words = text.stalls.stall

  return (
    <section class="card panel" aria-label={words.state}>
      <div class="section-head"><h2>{words.state}</h2><span class="badge">{words.states[last?.state ?? 'new']}</span></div>
      {error !== null && <Failure error={error} />}
      {history.error !== null && <Failure error={history.error} retry={history.retry} />}
      <div class="row">
        {!last && <button type="button" class="button" onClick={() => say({ state: 'acknowledged' })}>{words.acknowledge}</button>}
        {last?.state !== 'muted' && <button type="button" class="button quiet" onClick={() => say({ state: 'muted', mutedUntil: now() + MUTE_DAYS * DAY - 60_000 })}>{words.mute}</button>}
        {last?.state === 'muted' && <button type="button" class="button" onClick={() => say({ state: 'acknowledged' })}>{words.unmute}</button>}
        {(last?.state === 'fixed' || last?.state === 'verified') && <button type="button" class="button quiet" onClick={() => say({ state: 'reopened' })}>{words.reopen}</button>}
      </div>
      <Assign step={last} onSay={say} />
      <Fixed releases={releases.data?.items ?? []} step={last} onSay={say} />
      {last?.release && <Verdict site={site} stall={stall.id} release={last.release} />}
      {steps.length > 0 && <History steps={steps} releases={releases.data?.items ?? []} now={now()} />}
    </section>
  )
}

function Assign({ step, onSay }: { step: StallStep | undefined; onSay: (word: StallWord) => void }) {
  const said = step?.assignee ?? ''
  const [assignee, setAssignee] = useState(said)
  // What was said is often known only after this is drawn.
  useEffect(() => setAssignee(said), [said])
  const submit = (event: Event) => {
    event.preventDefault()
    onSay({ state: step && step.state !== 'new' ? step.state : 'acknowledged', assignee, ...(step?.release && { release: step.release }), ...(step?.mutedUntil && { mutedUntil: step.mutedUntil }) })
  }
  return (
    <form class="row" onSubmit={submit}>
      <input class="input" aria-label={text.stalls.stall.assignee} placeholder={text.stalls.stall.assignee} maxLength={320} value={assignee} onInput={(event) => setAssignee(event.currentTarget.value)} />
      <button class="button" disabled={assignee === (step?.assignee ?? '')}>{text.stalls.stall.assign}</button>
    </form>
  )
}

function Fixed({ releases, step, onSay }: { releases: readonly Release[]; step: StallStep | undefined; onSay: (word: StallWord) => void }) {
  const said = step?.release ?? ''
  const [release, choose] = useState(said)
  useEffect(() => choose(said), [said])
  if (releases.length === 0) return <p class="small muted">{text.stalls.stall.noReleases}</p>
  return (
    <form class="row" onSubmit={(event) => (event.preventDefault(), onSay({ state: 'fixed', release }))}>
      <select class="input" aria-label={text.stalls.stall.fixedIn} value={release} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{text.stalls.stall.chooseRelease}</option>
        {releases.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
      </select>
      <button class="button" disabled={release === '' || (release === step?.release && step.state !== 'reopened')}>{text.stalls.stall.markFixed}</button>
    </form>
  )
}

function History({ steps, releases, now }: { steps: readonly StallStep[]; releases: readonly Release[]; now: number }) {
  const named = (id: string | null) => releases.find((release) => release.id === id)?.name
  return (
    <details>
      <summary>{text.stalls.stall.history}</summary>
      <ol class="said small">
        {[...steps].reverse().map((step) => (
          <li key={step.at}><strong>{text.stalls.stall.states[step.state]}</strong> {named(step.release)} {step.assignee && `· ${step.assignee}`} <span class="muted" title={moment(step.at)}>{step.by}, {when(step.at, now)}</span></li>
        ))}
      </ol>
    </details>
  )
}
