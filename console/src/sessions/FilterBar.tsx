import { Video } from 'lucide'
import type { ComponentChildren } from 'preact'
import { text } from '../text/en.ts'
import { Icon } from '../ui/Icon.tsx'
import { AddCondition } from './AddCondition.tsx'
import { Chips } from './Chips.tsx'
import { DEVICES, type Filters, isNarrowed, noFilters, withCondition, withoutCondition, written } from './filters.ts'
import { RECORDED } from './kinds.ts'
import { RangeChoice } from './RangeChoice.tsx'

interface Props {
  filters: Filters
  onChange: (filters: Filters) => void
  /** Local today as yyyy-mm-dd. */
  today: string
  children?: ComponentChildren
}

/** Which visits a list shows: the time, the device, and conditions as chips. */
export function FilterBar({ filters, onChange, today, children }: Props) {
  const isRecorded = written(RECORDED)
  const recordedOnly = filters.where.some((condition) => written(condition) === isRecorded)
  const toggleRecorded = () => onChange((recordedOnly ? withoutCondition : withCondition)(filters, RECORDED))
  const deviceNamed = (name: string) => DEVICES.find((device) => device === name) ?? null

  return (
    <div class="row filters" role="group" aria-label={text.filters.label}>
      <RangeChoice filters={filters} onChange={onChange} today={today} />
      <select class="input" aria-label={text.filters.device} value={filters.device ?? ''} onChange={(event) => onChange({ ...filters, device: deviceNamed(event.currentTarget.value) })}>
        <option value="">{text.filters.anyDevice}</option>
        {DEVICES.map((device) => <option key={device} value={device}>{text.device[device]}</option>)}
      </select>
      <button type="button" class="button" aria-pressed={recordedOnly} onClick={toggleRecorded}>
        <Icon name={Video} /> {text.filters.recorded}
      </button>
      {children}
      <AddCondition onAdd={(condition) => onChange(withCondition(filters, condition))} />
      <Chips conditions={filters.where.filter((condition) => written(condition) !== isRecorded)} onRemove={(condition) => onChange(withoutCondition(filters, condition))} />
      {isNarrowed(filters) && <button type="button" class="button quiet" onClick={() => onChange(noFilters)}>{text.filters.clear}</button>}
    </div>
  )
}
