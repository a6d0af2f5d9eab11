import { ListFilter } from 'lucide'
import { useState } from 'preact/hooks'
import { text } from '../text/en.ts'
import { Icon } from '../ui/Icon.tsx'
import { Popup } from '../ui/Popup.tsx'
import type { Condition } from './filters.ts'
import { conditionFor, KINDS } from './kinds.ts'

interface Props {
  onAdd: (condition: Condition) => void
}

/** A small form behind a button: pick what, say how much, get a chip. */
export function AddCondition({ onAdd }: Props) {
  return (
    <Popup shortcut="/" button={<><Icon name={ListFilter} /> {text.filters.add}</>}>
      {(close) => <ConditionForm onAdd={(condition) => { onAdd(condition); close() }} />}
    </Popup>
  )
}

function ConditionForm({ onAdd }: Props) {
  const [kind, setKind] = useState(KINDS[0]!)
  const [typed, setTyped] = useState('')
  const condition = conditionFor(kind, typed)
  const add = (event: Event) => {
    event.preventDefault()
    if (condition) onAdd(condition)
  }
  return (
    <form class="condition" onSubmit={add}>
      <select class="input" aria-label={text.filters.kind} value={kind.id} onChange={(event) => setKind(KINDS.find(({ id }) => id === event.currentTarget.value) ?? kind)}>
        {KINDS.map(({ id }) => <option key={id} value={id}>{text.filters.kinds[id].name}</option>)}
      </select>
      <input class="input" aria-label={text.filters.value} inputMode={kind.input === 'text' ? 'text' : 'numeric'} placeholder={text.filters.kinds[kind.id].example} value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
      <button class="button primary" disabled={!condition}>{text.filters.apply}</button>
    </form>
  )
}
