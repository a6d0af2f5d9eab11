import { share } from '../text/format.ts'
import { gradient } from './colours.ts'

/** What the colours of bands mean: the scale is even from nothing to the most. */
export function BandLegend({ most }: { most: number }) {
  return (
    <div class="legend">
      <div class="legend-scale">
        <div class="legend-bar" style={{ background: gradient }} />
        {most > 0 && [0, 0.5, 1].map((part) => <span key={part} class="small number" style={{ left: `${part * 100}%` }}>{share(most * part, 1)}</span>)}
      </div>
    </div>
  )
}
