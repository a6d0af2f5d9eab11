import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { ClickMap, HeatElement, Site } from '../api/types.ts'
import { text } from '../text/en.ts'
import { number, share } from '../text/format.ts'
import { type Placed, tally } from './project.ts'
import { sessionsBehind } from './sessionsBehind.ts'

const SHOWN_AT_FIRST = 100

interface Props {
  site: Site
  map: ClickMap
  /** Null while the picture is drawn, or when there is none. */
  placed: readonly Placed[] | null
  active: string | null
  onActive: (key: string | null) => void
}

/** The picture's twin in words: every clicked element with its clicks, and what the picture does not show. */
export function ElementTable({ site, map, placed, active, onActive }: Props) {
  const [all, showAll] = useState(false)
  const rows = useMemo(() => [...map.elements].sort((one, other) => other.count - one.count), [map])
  const missing = useMemo(() => new Set(placed?.flatMap(({ element, box }) => (box === null ? [element.key] : []))), [placed])
  const counted = rows.reduce((sum, { count }) => sum + count, 0)
  const scroller = useActiveRow(active)

  return (
    <section class="card elements" aria-label={text.heat.elements}>
      <Summary site={site} map={map} placed={placed} />
      <div class="elements-scroll" ref={scroller} onPointerLeave={() => onActive(null)}>
        <table class="table">
          <caption class="sr-only">{text.heat.elements}</caption>
          <thead>
            <tr><th>{text.heat.element}</th><th class="right">{text.heat.unit[map.unit ?? 'clicks'].label}</th><th class="right">{text.heat.share}</th></tr>
          </thead>
          <tbody>
            {(all ? rows : rows.slice(0, SHOWN_AT_FIRST)).map((element) => (
              <Row key={element.key} site={site} element={element} map={map} missing={missing.has(element.key)} active={element.key === active} onActive={onActive} />
            ))}
            {map.total === 0 && <tr><td class="muted" colSpan={3}>{text.heat.noClicks}</td></tr>}
            {map.total > counted && (
              <tr><td class="muted">{text.heat.others}</td><td class="right number">{number(map.total - counted)}</td><td class="right number">{share(map.total - counted, map.total)}</td></tr>
            )}
          </tbody>
          <tfoot>
            <tr><th>{text.heat.total}</th><th class="right number" data-total>{number(map.total)}</th><th class="right number">{share(map.total, map.total)}</th></tr>
          </tfoot>
        </table>
        {!all && rows.length > SHOWN_AT_FIRST && <button type="button" class="button quiet" onClick={() => showAll(true)}>{text.heat.showAll(rows.length)}</button>}
      </div>
    </section>
  )
}

function Summary({ site, map, placed }: Pick<Props, 'site' | 'map' | 'placed'>) {
  const sums = placed && tally(placed)
  return (
    <div class="summary">
      <h2>{text.heat.inViews(text.heat.unit[map.unit ?? 'clicks'].sum(map.total), map.views)}</h2>
      {map.unplaced > 0 && <p class="small" data-unplaced={map.unplaced}>{text.heat.unplaced(map.unplaced)}</p>}
      {sums && sums.off > 0 && <p class="small" data-off={sums.off}>{text.heat.off(sums.off)}</p>}
      <p class="small"><a href={sessionsBehind(site.id, map)}>{text.heat.visits}</a></p>
    </div>
  )
}

interface RowProps {
  site: Site
  element: HeatElement
  map: ClickMap
  missing: boolean
  active: boolean
  onActive: (key: string | null) => void
}

function Row({ site, element, map, missing, active, onActive }: RowProps) {
  const { total, views } = map
  const { key, label, selector, count } = element
  return (
    <tr class={active ? 'active' : ''} data-row={key} onPointerEnter={() => onActive(key)}>
      <td class="element-cell">
        <button type="button" onFocus={() => onActive(key)} onBlur={() => onActive(null)} onClick={() => bringIntoView(key)}>
          {label && <span class="cut">{label}</span>}
          <code class={label ? 'cut small muted' : 'cut'} title={selector}>{endOf(selector)}</code>
        </button>
        {element.matchedBy && <span class="small muted">{text.heat.matchedBy(element.matchedBy)}</span>}
        {missing && <span class="badge">{text.heat.notHere}</span>}
      </td>
      <td class="right number" data-count={count}><a href={sessionsBehind(site.id, map, element)} title={text.heat.sessions}>{number(count)}</a></td>
      <td class="right number muted" title={viewsOf(element, views)}>{share(count, total)}</td>
    </tr>
  )
}

/** In how many views of the page it was, with the interval of that share. */
export const viewsOf = ({ views, share: interval }: HeatElement, all: number): string =>
  views === undefined || !interval ? '' : `${text.heat.ofViews}: ${share(views, all)}. ${text.heat.interval(share(interval[0], 1), share(interval[1], 1))}`

/** A path's last two steps: its beginning is the same for half the page. */
const endOf = (selector: string): string => {
  const steps = selector.split('>')
  return steps.length > 2 ? `… ${steps.slice(-2).join('>')}` : selector
}

const bringIntoView = (key: string) => document.querySelector(`[data-element="${CSS.escape(key)}"]`)?.scrollIntoView({ block: 'center', behavior: 'smooth' })

/** Keeps the row of the element pointed at on the map within sight of the table; the page itself does not move. */
function useActiveRow(active: string | null) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const row = active === null || box.current?.matches(':hover') ? null : box.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(active)}"]`)
    if (row && box.current) box.current.scrollTop = row.offsetTop - box.current.clientHeight / 2
  }, [active])
  return box
}
