import { X } from 'lucide'
import { text } from '../text/en.ts'
import { Icon } from '../ui/Icon.tsx'
import { type Condition, written } from './filters.ts'
import { spoken } from './kinds.ts'

/** Conditions as words, each with its way out. */
export function Chips({ conditions, onRemove }: { conditions: readonly Condition[]; onRemove: (condition: Condition) => void }) {
  return (
    <>
      {conditions.map((condition) => (
        <span key={written(condition)} class="chip">
          <span class="cut">{spoken(condition)}</span>
          <button type="button" aria-label={text.filters.remove(spoken(condition))} onClick={() => onRemove(condition)}>
            <Icon name={X} size={14} />
          </button>
        </span>
      ))}
    </>
  )
}
