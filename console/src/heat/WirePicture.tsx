import { useEffect, useMemo, useState } from 'preact/hooks'
import type { ClickMap } from '../api/types.ts'
import { text } from '../text/en.ts'
import { HeatCanvas } from './HeatCanvas.tsx'
import { Legend } from './Legend.tsx'
import { Outlines } from './Outlines.tsx'
import type { Placed } from './project.ts'
import { useHeat } from './useHeat.ts'
import { useWidth } from './useWidth.ts'

const LEAST_WIDTH = 360
const TALLEST = 30_000

interface Props {
  map: ClickMap
  active: string | null
  onActive: (key: string | null) => void
  onPlaced: (placed: readonly Placed[] | null) => void
}

/** The map over the boxes its elements usually stood in, for pages of which there is no recording. */
export function WirePicture({ map, active, onActive, onPlaced }: Props) {
  const [space, setSpace] = useState<HTMLDivElement | null>(null)
  const placed = useMemo(() => placedByBox(map), [map])
  const size = useMemo(() => sizeOf(placed), [placed])
  const heat = useHeat(size, placed)
  useEffect(() => onPlaced(placed), [placed])
  const scale = Math.min(1, (useWidth(space) || size.width) / size.width)
  return (
    <section class="card picture" aria-label={text.heat.picture} data-wireframe data-ready="true">
      <div class="row picture-bar">
        <span class="muted small">{text.heat.wireframe}</span>
        {heat && <Legend max={heat.field.max} unit={map.unit ?? 'clicks'} />}
      </div>
      <div class="picture-space" ref={setSpace} role="region" tabIndex={0} aria-label={text.heat.scroll}>
        <div style={{ width: `${size.width * scale}px`, height: `${size.height * scale}px`, margin: '0 auto' }}>
          <div class="picture-page wire" style={{ width: `${size.width}px`, height: `${size.height}px`, transform: `scale(${scale})` }}>
            {placed.map(({ element, box }) => box && (
              <span key={element.key} class="wire-box" style={{ left: `${box.x}px`, top: `${box.y}px`, width: `${box.width}px`, height: `${box.height}px` }}>{element.label}</span>
            ))}
            {heat && <HeatCanvas field={heat.field} opacity={0.85} />}
            <Outlines placed={placed} shown={false} active={active} onActive={onActive} scale={scale} />
          </div>
        </div>
      </div>
    </section>
  )
}

function placedByBox(map: ClickMap): Placed[] {
  return map.elements.map((element) => {
    const [x, y, width, height] = element.box ?? [0, 0, 0, 0]
    return { element, box: element.box ? { x, y, width, height, fixed: false } : null }
  })
}

function sizeOf(placed: readonly Placed[]): { width: number; height: number } {
  let [width, height] = [LEAST_WIDTH, 200]
  for (const { box } of placed) {
    if (!box) continue
    width = Math.max(width, Math.min(8_000, box.x + box.width))
    height = Math.max(height, Math.min(TALLEST, box.y + box.height + 40))
  }
  return { width, height }
}
