import type { Device } from '../api/types.ts'
import { text } from '../text/en.ts'
import { OTHERS } from './settings.ts'

/** What the map is compared with. */
export function CompareChoice({ device, other, onChoose }: { device: Device; other: string; onChoose: (other: string) => void }) {
  return (
    <label class="row">
      <span class="muted small">{text.heat.compareWith}</span>
      <select class="input" value={other} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">–</option>
        {OTHERS.filter((one) => one !== device).map((one) => <option key={one} value={one}>{text.heat.segments[one]}</option>)}
      </select>
    </label>
  )
}
