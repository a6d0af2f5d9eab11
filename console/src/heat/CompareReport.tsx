import { useMemo, useRef, useState } from 'preact/hooks'
import type { ElementDifference, MapDifference } from '../api/heat.ts'
import { useServices } from '../api/services.ts'
import type { Backdrop, ClickMap, Site } from '../api/types.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { text } from '../text/en.ts'
import { number, share } from '../text/format.ts'
import { Segments } from '../ui/Segments.tsx'
import { Bones, Failure } from '../ui/notes.tsx'
import { DifferenceCanvas } from './DifferenceCanvas.tsx'
import { HeatPicture } from './HeatPicture.tsx'
import { NoPicture } from './NoPicture.tsx'
import { pointsOf } from './project.ts'
import type { ReportProps } from './reportProps.ts'
import { otherQuery } from './settings.ts'
import { useBackdrop } from './useBackdrop.ts'
import { fieldOn } from './useHeat.ts'
import { useWidth } from './useWidth.ts'

const SHOWN = 200
const nothing = () => undefined

/** Two segments of one page: as one picture of what differs or as two side by side, and a table that says what may be chance. */
export function CompareReport({ site, kind, question, query, backdrop, other }: ReportProps & { other: string }) {
  const { api, now } = useServices()
  const second = () => otherQuery(query(), other, now())
  const both = () => {
    const asked = query()
    asked.set('other', String(second()))
    return asked
  }
  const maps = useAnswer(`compare ${question} ${other}`, (signal) =>
    Promise.all([api.pointMap(site.id, kind, query(), signal), api.pointMap(site.id, kind, second(), signal), api.difference(site.id, kind, both(), signal)]))
  const sameLayout = maps.data?.[0].device === maps.data?.[1].device
  const backdrop2 = useAnswer(sameLayout ? null : `backdrop2 ${question} ${other}`, (signal) => api.backdrop(site.id, second(), signal))
  const [view, setView] = useState<'difference' | 'beside'>('difference')

  if (maps.error !== null) return <Failure error={maps.error} retry={maps.retry} />
  if (!maps.data) return <div class="card"><Bones lines={9} label={text.heat.drawing} /></div>
  const [one, two, difference] = maps.data
  const beside = view === 'beside' || !sameLayout
  return (
    <div class={backdrop ? 'heat-report' : 'heat-report no-picture'}>
      {!backdrop && <NoPicture />}
      {backdrop && (
        <div class="stack">
          {sameLayout && <Segments name="compare" legend={text.heat.compare} value={view} segments={[{ value: 'difference', label: text.heat.differenceMap }, { value: 'beside', label: text.heat.beside }]} onChange={setView} />}
          {beside ? (
            <div class="beside">
              <Picture site={site} backdrop={backdrop} map={one} title={text.heat.first} />
              <Picture site={site} backdrop={sameLayout ? backdrop : backdrop2.data ?? backdrop} map={two} title={text.heat.second} />
            </div>
          ) : <Difference site={site} backdrop={backdrop} one={one} two={two} />}
        </div>
      )}
      <DifferenceTable difference={difference} />
    </div>
  )
}

function Picture({ site, backdrop, map, title }: { site: Site; backdrop: Backdrop; map: ClickMap; title: string }) {
  const [active, setActive] = useState<string | null>(null)
  return <div class="stack"><h2 class="small">{title}: {text.heat.inViews(text.heat.unit[map.unit ?? 'clicks'].sum(map.total), map.views)}</h2><HeatPicture site={site} backdrop={backdrop} map={map} active={active} onActive={setActive} onPlaced={nothing} /></div>
}

/** Each map in marks for a thousand views, so that the larger segment does not win by its size. */
function Difference({ site, backdrop, one, two }: { site: Site; backdrop: Backdrop; one: ClickMap; two: ClickMap }) {
  const host = useRef<HTMLDivElement>(null)
  const [space, setSpace] = useState<HTMLDivElement | null>(null)
  const elements = useMemo(() => [...one.elements, ...two.elements], [one, two])
  const { standing, placed, error, retry } = useBackdrop(host, site.id, backdrop, elements)
  const width = standing?.width ?? backdrop.width
  const height = standing?.height ?? backdrop.height
  const scale = Math.min(1, (useWidth(space) || width) / width)
  const fields = useMemo(() => {
    if (!standing || !placed) return null
    const of = (from: number, to: number, views: number) => fieldOn(standing, pointsOf(placed.slice(from, to)).map((point) => ({ ...point, weight: (point.weight * 1_000) / Math.max(1, views) })))
    return [of(0, one.elements.length, one.views), of(one.elements.length, placed.length, two.views)] as const
  }, [standing, placed])
  return (
    <section class="card picture" aria-label={text.heat.differenceMap} data-ready={fields !== null}>
      <div class="row picture-bar"><span class="swatch more" /> {text.heat.more} <span class="swatch fewer" /> {text.heat.fewer}</div>
      {error !== null && <Failure error={error} retry={retry} />}
      <div class="picture-space" ref={setSpace} role="region" tabIndex={0} aria-label={text.heat.scroll}>
        <div style={{ width: `${width * scale}px`, height: `${height * scale}px`, margin: '0 auto' }}>
          <div class="picture-page" style={{ width: `${width}px`, height: `${height}px`, transform: `scale(${scale})` }}>
            <div ref={host} aria-hidden="true" />
            {fields && <DifferenceCanvas first={fields[0]} second={fields[1]} />}
          </div>
        </div>
      </div>
    </section>
  )
}

function DifferenceTable({ difference: { first, second, elements } }: { difference: MapDifference }) {
  return (
    <section class="card elements" aria-label={text.heat.difference}>
      <div class="summary">
        <h2>{number(first.views)} / {number(second.views)} {text.heat.views.toLowerCase()}</h2>
        <p class="small muted">{text.heat.holdsMean}</p>
      </div>
      <div class="elements-scroll">
        <table class="table">
          <caption class="sr-only">{text.heat.difference}</caption>
          <thead><tr><th>{text.heat.element}</th><th class="right">{text.heat.first}</th><th class="right">{text.heat.second}</th><th class="right">{text.heat.difference}</th></tr></thead>
          <tbody>
            {elements.slice(0, SHOWN).map((element) => (
              <tr key={element.key} class={element.holds ? '' : 'muted'}>
                <td class="cut" title={element.selector}>{element.label || element.selector}</td>
                <td class="right number">{share(element.first.views, first.views)}</td>
                <td class="right number">{share(element.second.views, second.views)}</td>
                <td class="right number" title={said(element)}>{points(element)} <span class="small">{element.holds ? text.heat.holds : element.difference === null ? text.heat.tooFew : text.heat.perhaps}</span></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const points = ({ difference }: ElementDifference): string => (difference === null ? '–' : `${difference > 0 ? '+' : ''}${number(Math.round(difference * 1_000) / 10)}`)
const said = ({ interval }: ElementDifference): string => (interval ? text.heat.interval(text.heat.points(number(Math.round(interval[0] * 1_000) / 10)), text.heat.points(number(Math.round(interval[1] * 1_000) / 10))) : '')
