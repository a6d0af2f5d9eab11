import { text } from '../text/en.ts'
import { type Filters, noFilters, RANGES } from './filters.ts'

interface Props {
  filters: Filters
  onChange: (filters: Filters) => void
  /** Local today as yyyy-mm-dd: where hand-picked days begin. */
  today: string
}

/** The time a report looks back, or two days picked by hand. */
export function RangeChoice({ filters, onChange, today }: Props) {
  const choose = (chosen: string) => {
    const range = RANGES.find((known) => known === chosen) ?? noFilters.range
    onChange(range === 'days' ? { ...filters, range, from: filters.from || today, to: filters.to || today } : { ...filters, range, from: '', to: '' })
  }
  return (
    <>
      <select class="input" aria-label={text.filters.time} value={filters.range} onChange={(event) => choose(event.currentTarget.value)}>
        {RANGES.map((range) => <option key={range} value={range}>{text.filters.ranges[range]}</option>)}
      </select>
      {filters.range === 'days' && (
        <span class="row days">
          <input class="input" type="date" aria-label={text.filters.from} max={filters.to} value={filters.from} onChange={(event) => onChange({ ...filters, from: event.currentTarget.value })} />
          <span class="muted">–</span>
          <input class="input" type="date" aria-label={text.filters.to} min={filters.from} value={filters.to} onChange={(event) => onChange({ ...filters, to: event.currentTarget.value })} />
        </span>
      )}
    </>
  )
}
