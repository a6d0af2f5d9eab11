import type { ClickMap } from '../api/types.ts'
import { text } from '../text/en.ts'
import { number } from '../text/format.ts'
import { gradient, legendTicks } from './colours.ts'
import { RADIUS_PX } from './useHeat.ts'

/** What the colours mean, in what the map counts. */
export function Legend({ max, unit = 'clicks' }: { max: number; unit?: NonNullable<ClickMap['unit']> }) {
  return (
    <div class="legend" title={text.heat.legend(RADIUS_PX)}>
      <span class="muted small">{text.heat.unit[unit].label}</span>
      <div class="legend-scale">
        <div class="legend-bar" style={{ background: gradient }} />
        {legendTicks(max).map(({ heat, clicks }) => <span key={heat} class="small number" style={{ left: `${heat * 100}%` }}>{number(clicks)}</span>)}
      </div>
    </div>
  )
}
