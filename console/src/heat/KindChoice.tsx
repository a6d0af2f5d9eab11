import type { HeatKind } from '../api/heat.ts'
import { text } from '../text/en.ts'
import { KINDS } from './settings.ts'

/** Which map of the page. */
export function KindChoice({ kind, onChoose }: { kind: HeatKind; onChoose: (kind: HeatKind) => void }) {
  return (
    <label class="row">
      <span class="sr-only">{text.heat.kind}</span>
      <select class="input kind-choice" title={text.heat.means[kind]} value={kind} onChange={(event) => onChoose(event.currentTarget.value as HeatKind)}>
        {KINDS.map((known) => <option key={known} value={known}>{text.heat.kinds[known]}</option>)}
      </select>
    </label>
  )
}
