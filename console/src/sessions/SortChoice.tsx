import { text } from '../text/en.ts'
import { SORTABLE } from './sort.ts'

/** The order of the list where there are no column heads to press; the style sheet shows it only there. */
export function SortChoice({ sort, onSort }: { sort: string; onSort: (sort: string) => void }) {
  return (
    <select class="input sort-choice" aria-label={text.sessions.sortLabel} value={sort.replace(/^-?/, '-')} onChange={(event) => onSort(event.currentTarget.value)}>
      {SORTABLE.map((field) => <option key={field} value={`-${field}`}>{text.sessions.sorts[field]}</option>)}
    </select>
  )
}
