import type { HeatState } from '../api/heat.ts'
import { text } from '../text/en.ts'

interface Props {
  states: readonly HeatState[]
  state: string
  onChoose: (state: string) => void
}

/** The bare page or one of the dialogs over it; only for pages that have any. */
export function StateChoice({ states, state, onChoose }: Props) {
  if (states.length < 2 && state === 'all') return null
  return (
    <label class="row">
      <span class="muted small">{text.heat.state}</span>
      <select class="input" value={state} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="all">{text.heat.anyState}</option>
        {states.map((one) => (
          <option key={one.state} value={one.state}>{text.heat.stateViews(one.state === 'base' ? text.heat.bareState : one.label || one.selector, one.views)}</option>
        ))}
      </select>
    </label>
  )
}
