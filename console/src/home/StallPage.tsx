import { ChevronLeft, SearchX } from 'lucide'
import { useLocation, useRoute } from 'preact-iso'
import { useMemo } from 'preact/hooks'
import type { Stall, StallDetail } from '../api/insight.ts'
import { isStatus } from '../api/problem.ts'
import { useServices } from '../api/services.ts'
import type { Site } from '../api/types.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { filtersOf, queryOf, searchOf } from '../sessions/filters.ts'
import { text } from '../text/en.ts'
import { number } from '../text/format.ts'
import { Figures } from '../ui/Figures.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Blank, Bones, Failure } from '../ui/notes.tsx'
import { useTitle } from '../ui/useTitle.ts'
import { ElementPicture } from './ElementPicture.tsx'
import { headline, nameOf } from './places.ts'
import { Proof } from './Proof.tsx'
import { Shares } from './Shares.tsx'
import { StalledVisits } from './StalledVisits.tsx'

/** One place: what it looks like, what happens there, what it costs, what is done about it. */
export function StallPage({ site }: { site: Site }) {
  const { api, now } = useServices()
  const { params } = useRoute()
  const { url } = useLocation()
  const id = params['stall'] ?? ''
  const filters = useMemo(() => filtersOf(new URLSearchParams(url.split('?')[1])), [url])
  const search = searchOf(filters)
  const stall = useAnswer(`stall ${site.id} ${id} ${search}`, (signal) => api.stall(site.id, id, queryOf(filters, now()), signal))
  useTitle(stall.data?.stall.sentence ?? text.nav.home, site.name)

  return (
    <div class="page">
      <p><a class="button quiet" href={`/sites/${site.id}/home${search.size > 0 ? `?${search}` : ''}`}><Icon name={ChevronLeft} /> {text.stalls.stall.back}</a></p>
      {stall.loading && <div class="card"><Bones lines={9} /></div>}
      {isStatus(stall.error, 404) && <div class="card"><Blank icon={SearchX} title={text.stalls.stall.gone}><p>{text.stalls.stall.goneBody}</p></Blank></div>}
      {stall.error !== null && !stall.data && !isStatus(stall.error, 404) && <Failure error={stall.error} retry={stall.retry} />}
      {stall.data && <Place site={site} detail={stall.data} />}
    </div>
  )
}

function Place({ site, detail: { stall, visits } }: { site: Site; detail: StallDetail }) {
  const words = text.stalls
  const kinds = Object.entries(stall.kinds).map(([kind, visits]) => ({ name: words.kinds[kind] ?? kind, value: visits }))
  const causes = Object.entries(stall.causes).map(([cause, visits]) => ({ name: words.causes[cause as keyof typeof words.causes] ?? cause, value: visits! }))
  return (
    <>
      <div class="page-head"><div><h1>{headline(stall)}</h1><p class="lead">{stall.page} · {nameOf(stall)}</p></div></div>
      <Figures figures={[
        { name: words.figures.stalled, value: number(stall.sessions), basis: Object.entries(stall.outcomes).map(([outcome, visits]) => `${visits} ${words.outcomes[outcome] ?? outcome}`).join(' · ') },
        { name: words.figures.minutes, value: number(Math.round(stall.minutesLost)), basis: words.figures.minutesBasis },
        ...(stall.impact ? [{ name: words.stall.comparison, value: words.extraLost(number(Math.round(stall.impact.value))), basis: words.extraLostBasis(number(Math.round(stall.impact.low)), number(Math.round(stall.impact.high))) }] : []),
      ]} />
      <Comparison stall={stall} />
      <div class="pair">
        <section class="card panel" aria-label={words.stall.where}><h2>{words.stall.where}</h2><ElementPicture site={site} stall={stall} /></section>
        <Proof site={site} stall={stall} />
      </div>
      <div class="pair">
        <Shares title={words.stall.signs} parts={kinds} whole={stall.sessions} />
        <Shares title={words.stall.causes} parts={causes} whole={stall.sessions} />
      </div>
      <StalledVisits site={site} visits={visits} />
    </>
  )
}

function Comparison({ stall }: { stall: Stall }) {
  const words = text.stalls.stall
  if (!stall.difference) return null
  return (
    <p class="muted small not-seen">
      {words.points(String(Math.round(stall.difference.value * 100)))}. {words.comparisonBody(stall.matched, stall.controls)} {stall.unmatched > 0 && words.unmatched(stall.unmatched)} {words.association}
    </p>
  )
}
