import { useServices } from '../api/services.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { text } from '../text/en.ts'
import { number } from '../text/format.ts'
import { suggestionsOf } from './counts.ts'
import { type Condition, type Filters, queryOf, searchOf } from './filters.ts'

const EVERY_MS = 30_000

/** How many visits the list has, and the conditions that would divide it, each with how many would be left. */
export function CountChips({ site, filters, onAdd }: { site: string; filters: Filters; onAdd: (condition: Condition) => void }) {
  const { api, now } = useServices()
  const counts = useAnswer(`counts ${site} ${searchOf(filters)}`, (signal) => api.sessionCounts(site, queryOf(filters, now()), signal), EVERY_MS)
  if (!counts.data) return null
  return (
    <div class="row counts" role="group" aria-label={text.counts.label}>
      <strong class="number">{text.counts.total(counts.data.sessions)}</strong>
      {suggestionsOf(counts.data, filters).map(({ condition, field, value, sessions }) => (
        <button key={`${condition.field} ${condition.value}`} type="button" class="chip-button" aria-label={text.counts.add(field, value, sessions)} onClick={() => onAdd(condition)}>
          <span class="muted">{field}</span> <span class="cut">{value}</span> <span class="number">{number(sessions)}</span>
        </button>
      ))}
    </div>
  )
}
