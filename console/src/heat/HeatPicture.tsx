import { Flame, SquareDashed } from 'lucide'
import { useLocation } from 'preact-iso'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Backdrop, ClickMap, Site } from '../api/types.ts'
import { text } from '../text/en.ts'
import { Icon } from '../ui/Icon.tsx'
import { Failure } from '../ui/notes.tsx'
import { ElementCard } from './ElementCard.tsx'
import { HeatCanvas } from './HeatCanvas.tsx'
import { LayoutChoice } from './LayoutChoice.tsx'
import { Legend } from './Legend.tsx'
import { Outlines } from './Outlines.tsx'
import type { Placed } from './project.ts'
import { sessionsBehind } from './sessionsBehind.ts'
import { useBackdrop } from './useBackdrop.ts'
import { useHeat } from './useHeat.ts'
import { useWidth } from './useWidth.ts'
import { ZoomChoice } from './ZoomChoice.tsx'

interface Props {
  site: Site
  backdrop: Backdrop
  map: ClickMap
  /** The key of the element pointed at, here or in the table. */
  active: string | null
  onActive: (key: string | null) => void
  onPlaced: (placed: readonly Placed[] | null) => void
}

/** The recorded page at its full height with the heat over it. The space around scrolls, never the page itself. */
export function HeatPicture({ site, backdrop: first, map, active, onActive, onPlaced }: Props) {
  const { route } = useLocation()
  const host = useRef<HTMLDivElement>(null)
  const choices = first.choices ?? []
  const [chosen, choose] = useState(0)
  const backdrop = choices[chosen] ?? first
  const [zoom, setZoom] = useState(0)
  const [space, setSpace] = useState<HTMLDivElement | null>(null)
  const [heatShown, showHeat] = useState(true)
  const [outlinesShown, showOutlines] = useState(false)
  const [opacity, setOpacity] = useState(85)
  const { standing, placed, error, retry } = useBackdrop(host, site.id, backdrop, map.elements)
  const heat = useHeat(standing, placed)
  useEffect(() => onPlaced(placed), [placed])

  const width = standing?.width ?? backdrop.width
  const height = standing?.height ?? backdrop.height
  const fitting = Math.min(1, (useWidth(space) || width) / width)
  const scale = zoom || fitting
  const named = placed?.find(({ element }) => element.key === active) ?? null

  return (
    <section class="card picture" aria-label={text.heat.picture} data-ready={placed !== null}>
      <div class="row picture-bar">
        <button type="button" class="button" aria-pressed={heatShown} onClick={() => showHeat(!heatShown)}><Icon name={Flame} /> {text.heat.heat}</button>
        <button type="button" class="button" aria-pressed={outlinesShown} onClick={() => showOutlines(!outlinesShown)}><Icon name={SquareDashed} /> {text.heat.outlines}</button>
        <label class="row opacity"><span class="muted small">{text.heat.opacity}</span>
          <input type="range" min="10" max="100" step="5" value={opacity} disabled={!heatShown} onInput={(event) => setOpacity(Number(event.currentTarget.value))} />
        </label>
        <ZoomChoice zoom={zoom} onChoose={setZoom} />
        <LayoutChoice choices={choices} chosen={chosen} onChoose={choose} />
        {heat && <Legend max={heat.field.max} unit={map.unit ?? 'clicks'} />}
      </div>
      {error !== null && <Failure error={error} retry={retry} />}
      {error === null && placed === null && <div class="picture-wait" role="status"><span class="spinner" /> {text.heat.drawing}</div>}
      <div class="picture-space" ref={setSpace} role="region" tabIndex={0} aria-label={text.heat.scroll}>
        <div style={{ width: `${width * scale}px`, height: `${height * scale}px`, margin: '0 auto' }}>
          <div class="picture-page" style={{ width: `${width}px`, height: `${height}px`, transform: `scale(${scale})` }}>
            <div ref={host} aria-hidden="true" />
            {heat && heatShown && <HeatCanvas field={heat.field} opacity={opacity / 100} />}
            {named && <ElementCard placed={named} map={map} scale={scale} />}
            {placed && <Outlines placed={placed} shown={outlinesShown} active={active} onActive={onActive} onOpen={(key) => route(sessionsBehind(site.id, map, map.elements.find((element) => element.key === key)))} scale={scale} />}
          </div>
        </div>
      </div>
    </section>
  )
}
