import { text } from '../text/en.ts'
import { number } from '../text/format.ts'
import { heatColour, legendTicks } from './colours.ts'
import { RADIUS_PX } from './useHeat.ts'

const gradient = `linear-gradient(90deg, ${Array.from({ length: 17 }, (_, step) => `rgb(${heatColour(step / 16).join(' ')})`).join(', ')})`

/** What the colours mean, in clicks. */
export function Legend({ max }: { max: number }) {
  return (
    <div class="legend" title={text.heat.legend(RADIUS_PX)}>
      <span class="muted small">{text.heat.legendLabel}</span>
      <div class="legend-scale">
        <div class="legend-bar" style={{ background: gradient }} />
        {legendTicks(max).map(({ heat, clicks }) => <span key={heat} class="small number" style={{ left: `${heat * 100}%` }}>{number(clicks)}</span>)}
      </div>
    </div>
  )
}
