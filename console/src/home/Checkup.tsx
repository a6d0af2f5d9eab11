import { CircleCheck, CircleHelp, TriangleAlert } from 'lucide'
import type { CheckupItem } from '../api/insight.ts'
import { text } from '../text/en.ts'
import { number } from '../text/format.ts'
import { Icon } from '../ui/Icon.tsx'

const ICONS = { good: CircleCheck, attention: TriangleAlert, unknown: CircleHelp }

/** A site owner's first questions, each with an answer and what it rests on. */
export function Checkup({ items }: { items: readonly CheckupItem[] }) {
  return (
    <section class="stack" aria-labelledby="checkup">
      <div class="section-head"><h2 id="checkup">{text.stalls.checkup}</h2><p class="muted">{text.stalls.checkupLead}</p></div>
      <ul class="checkup">
        {items.map((item) => (
          <li key={item.key} class={`card ${item.answer}`}>
            <p class="row"><Icon name={ICONS[item.answer]} size={18} label={text.stalls.answers[item.answer]} /> <strong>{item.question}</strong></p>
            <p>{item.sentence}</p>
            {item.evidence.length > 0 && (
              <ul class="small muted">
                {item.evidence.slice(0, 5).map((fact) => (
                  <li key={`${fact.label} ${fact.page}`}><span class="cut">{nameOf(fact)}</span> <span class="number">{valueOf(fact)} · {text.stalls.sample(fact.n)}</span></li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function valueOf({ value, unit }: CheckupItem['evidence'][number]): string {
  if (unit === 'share') return `${Math.round(value * 100)} %`
  return unit === 'ms' ? `${number(Math.round(value / 100) / 10)} s` : `${number(Math.round(value * 10) / 10)} ${unit}`
}

/** Most facts are about pages; some are about something on one, and say its words. */
const nameOf = ({ label, page }: CheckupItem['evidence'][number]) => (label.startsWith('“') ? `${label} ${page}` : page || label)
