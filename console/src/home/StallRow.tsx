import { Flame, Play } from 'lucide'
import type { Stall } from '../api/insight.ts'
import type { StallStep } from '../api/owners.ts'
import type { Site } from '../api/types.ts'
import { text } from '../text/en.ts'
import { number } from '../text/format.ts'
import { Icon } from '../ui/Icon.tsx'
import { headline, mapAddress, nameOf, watchAddress } from './places.ts'
import { Trend } from './Trend.tsx'

interface Props {
  site: Site
  stall: Stall
  step: StallStep | undefined
  /** The filters, to be taken along. */
  search: string
  now: number
}

/** One place of the ledger: what happens there, what it costs, and the way to see it. */
export function StallRow({ site, stall, step, search, now }: Props) {
  const { impact, defect } = stall
  return (
    <li class="card stall" data-stall={stall.id}>
      <span class="stall-rank number" aria-hidden={stall.rank === null}>{stall.rank ?? '–'}</span>
      <div class="stall-what">
        <h3><a href={`/sites/${site.id}/home/${stall.id}${search}`}>{headline(stall)}</a></h3>
        <p class="row small">
          <span class={`badge ${defect && stall.rank !== null ? 'bad' : ''}`}>{text.stalls.causes[stall.cause]}</span>
          {step && <span class={`badge ${step.state === 'verified' ? 'good' : step.state === 'reopened' ? 'warn' : ''}`}>{text.stalls.stall.states[step.state]}{step.assignee && ` · ${step.assignee}`}</span>}
          <span class="muted cut">{stall.page} · {nameOf(stall)}</span>
        </p>
        <p class="row small">
          {stall.examples.slice(0, 3).map(({ sessionId, atMs }, at) => (
            <a key={`${sessionId} ${atMs}`} class="button quiet tight" href={watchAddress(site, sessionId, atMs)} aria-label={text.stalls.watchMoment(at + 1)}><Icon name={Play} size={13} /> {at + 1}</a>
          ))}
          <a class="button quiet tight" href={mapAddress(site, stall)}><Icon name={Flame} size={13} /> {text.stalls.map}</a>
        </p>
      </div>
      <Trend trend={stall.trend} now={now} />
      <dl class="stall-cost">
        <div><dt class="sr-only">{text.stalls.figures.stalled}</dt><dd>{text.stalls.sessions(stall.sessions)}</dd></div>
        <div><dt class="sr-only">{text.stalls.figures.minutes}</dt><dd class="muted">{text.stalls.minutes(stall.minutesLost)}</dd></div>
        <div>
          <dt class="sr-only">{text.stalls.stall.comparison}</dt>
          <dd class={stall.rank === null ? 'muted' : 'lost'} title={impact ? text.stalls.extraLostBasis(number(Math.round(impact.low)), number(Math.round(impact.high))) : undefined}>
            {impact ? text.stalls.extraLost(number(Math.round(impact.value))) : text.stalls.noImpact}
          </dd>
        </div>
      </dl>
    </li>
  )
}
