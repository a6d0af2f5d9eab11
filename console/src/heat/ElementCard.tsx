import type { ClickMap } from '../api/types.ts'
import { text } from '../text/en.ts'
import { share } from '../text/format.ts'
import type { Placed } from './project.ts'

/** What is known of the element pointed at, beside it. The table says the same to those who cannot point. */
export function ElementCard({ placed: { element, box }, map, scale }: { placed: Placed; map: ClickMap; scale: number }) {
  if (!box) return null
  const { label, selector, count, views, share: interval, matchedBy } = element
  return (
    <div class="element-card" aria-hidden="true" style={{ left: `${box.x}px`, top: `${box.y + box.height}px`, transform: `scale(${1 / scale})` }}>
      <strong class="cut">{label || selector}</strong>
      <span>{text.heat.unit[map.unit ?? 'clicks'].sum(count)} · {share(count, map.total)}</span>
      {views !== undefined && <span>{share(views, map.views)} {text.heat.ofViews.toLowerCase()}{interval && ` (${share(interval[0], 1)} – ${share(interval[1], 1)})`}</span>}
      {matchedBy && <span class="muted">{text.heat.matchedBy(matchedBy)}</span>}
    </div>
  )
}
