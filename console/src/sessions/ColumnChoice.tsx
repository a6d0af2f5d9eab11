import { Columns3 } from 'lucide'
import { text } from '../text/en.ts'
import { Icon } from '../ui/Icon.tsx'
import { Popup } from '../ui/Popup.tsx'
import { type Column, COLUMNS } from './columns.ts'

export function ColumnChoice({ columns, onToggle }: { columns: readonly Column[]; onToggle: (column: Column) => void }) {
  return (
    <Popup side="right" buttonClass="button quiet columns-button" button={<><Icon name={Columns3} /> {text.columns.open}</>}>
      {() => (
        <div class="columns" role="group" aria-label={text.columns.label}>
          {COLUMNS.map((column) => (
            <label key={column}><input type="checkbox" checked={columns.includes(column)} onChange={() => onToggle(column)} /> {text.columns.names[column]}</label>
          ))}
        </div>
      )}
    </Popup>
  )
}
