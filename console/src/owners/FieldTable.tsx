import type { FormField } from '../api/insight.ts'
import { text } from '../text/en.ts'
import { duration, number } from '../text/format.ts'

/** The fields of a form in their order, with where visitors stop. Only counts: nothing typed is known. */
export function FieldTable({ fields }: { fields: readonly FormField[] }) {
  const words = text.owners.forms
  const most = Math.max(1, ...fields.map(({ leftHere }) => leftHere))
  const counts: [keyof FormField & ('returned' | 'refilled' | 'errors' | 'cleared' | 'blank' | 'autofilled' | 'askedTwice'), string][] = [
    ['returned', words.returned], ['refilled', words.refilled], ['errors', words.errors], ['cleared', words.cleared], ['blank', words.blank], ['autofilled', words.autofilled], ['askedTwice', words.askedTwice],
  ]
  const told = counts.filter(([key]) => fields.some((field) => field[key] > 0))
  return (
    <div class="card wide-table">
      <table class="table">
        <thead>
          <tr>
            <th>{words.field}</th><th>{words.left}</th><th class="right">{words.time}</th><th class="right">{words.hesitation}</th><th class="right" title={words.correctionsUnit}>{words.corrections}</th>
            {told.map(([key, label]) => <th key={key} class="right">{label}</th>)}
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.key}>
              <td><strong>{fieldName(field)}</strong> <span class="muted small">{field.type}</span></td>
              <td style={{ minWidth: '110px' }}><span class="number">{number(field.leftHere)}</span><span class="bar"><span style={{ width: `${(field.leftHere / most) * 100}%` }} /></span></td>
              <td class="right number">{lasting(field.medianMs)}</td>
              <td class="right number">{lasting(field.hesitationMs)}</td>
              <td class="right number">{field.corrections === null || field.filled === 0 ? '–' : number(Math.round(field.corrections * 10) / 10)}</td>
              {told.map(([key]) => <td key={key} class={`right number ${field[key] ? '' : 'muted'}`}>{number(field[key])}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Keys made of a label's hash say nothing to anybody. */
export const fieldName = ({ label, key, type }: FormField) => (/^label-/.test(label || key) ? text.owners.forms.unnamed(type) : label || key)

const lasting = (ms: number | null) => (ms === null || ms < 0 ? '–' : ms < 10_000 ? `${Math.round(ms / 100) / 10}${text.units.second}` : duration(ms))
