import { text } from '../text/en.ts'
import { number } from '../text/format.ts'
import { clicksAt, heatColour } from './colours.ts'
import { RADIUS_PX } from './useHeat.ts'

const TICKS = [0.25, 0.5, 0.75, 1]
const gradient = `linear-gradient(90deg, ${Array.from({ length: 17 }, (_, step) => `rgb(${heatColour(step / 16).join(' ')})`).join(', ')})`

/** What the colours mean, in clicks. Ticks that would say the same number twice are left out. */
export function Legend({ max }: { max: number }) {
  const ticks = TICKS.map((heat) => ({ heat, clicks: Math.round(clicksAt(heat, max)) }))
  const distinct = ticks.filter(({ clicks }, at) => clicks >= 1 && clicks !== ticks[at + 1]?.clicks)
  return (
    <div class="legend" title={text.heat.legend(RADIUS_PX)}>
      <span class="muted small">{text.heat.legendLabel}</span>
      <div class="legend-scale">
        <div class="legend-bar" style={{ background: gradient }} />
        {distinct.map(({ heat, clicks }) => <span key={heat} class="small number" style={{ left: `${heat * 100}%` }}>{number(clicks)}</span>)}
      </div>
    </div>
  )
}
