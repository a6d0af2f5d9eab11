import { Plus, X } from 'lucide'
import { text } from '../text/en.ts'
import { Icon } from '../ui/Icon.tsx'
import { emptyGoal, type Goal, replaced, STEP_KINDS, type Step, type StepKind } from './types.ts'

interface Props {
  site: string
  goals: readonly Goal[]
  onChange: (goals: Goal[]) => void
}

export function GoalList({ site, goals, onChange }: Props) {
  return (
    <section class="card stack rules" aria-labelledby="goals">
      <h2 id="goals">{text.rules.goals.title}</h2>
      <p class="muted">{text.rules.goals.lead}</p>
      {goals.length === 0 && <p class="muted">{text.rules.goals.none}</p>}
      {goals.map((goal, at) => (
        <GoalForm key={at} site={site} goal={goal} onChange={(changed) => onChange(replaced(goals, at, changed))} onRemove={() => onChange(replaced(goals, at))} />
      ))}
      <div><button type="button" class="button" onClick={() => onChange([...goals, emptyGoal()])}><Icon name={Plus} /> {text.rules.goals.add}</button></div>
    </section>
  )
}

function GoalForm({ site, goal, onChange, onRemove }: { site: string; goal: Goal; onChange: (goal: Goal) => void; onRemove: () => void }) {
  const words = text.rules.goals
  const steps = (anyOf: Step[]) => onChange({ ...goal, anyOf })
  return (
    <fieldset class="rule">
      <legend class="sr-only">{goal.name || words.unnamed}</legend>
      <div class="row">
        <input class="input grow" aria-label={words.name} placeholder={words.nameExample} required value={goal.name} onInput={(event) => onChange({ ...goal, name: event.currentTarget.value })} />
        {goal.id && <a class="button quiet" href={`/sites/${site}/sessions?where=goal:is:${goal.id}`}>{words.sessions}</a>}
        <button type="button" class="button quiet square" aria-label={text.rules.remove(goal.name || words.unnamed)} onClick={onRemove}><Icon name={X} /></button>
      </div>
      {goal.anyOf.map((step, at) => (
        <StepForm key={at} step={step} onChange={(changed) => steps(replaced(goal.anyOf, at, changed))} onRemove={goal.anyOf.length > 1 ? () => steps(replaced(goal.anyOf, at)) : undefined} />
      ))}
      <div><button type="button" class="button quiet" onClick={() => steps([...goal.anyOf, { kind: 'page', value: '' }])}><Icon name={Plus} /> {words.another}</button></div>
    </fieldset>
  )
}

function StepForm({ step, onChange, onRemove }: { step: Step; onChange: (step: Step) => void; onRemove: (() => void) | undefined }) {
  const words = text.rules.goals
  const kindNamed = (name: string): StepKind => STEP_KINDS.find((kind) => kind === name) ?? 'page'
  return (
    <div class="row step">
      <select class="input" aria-label={words.step} value={step.kind} onChange={(event) => onChange({ ...step, kind: kindNamed(event.currentTarget.value) })}>
        {STEP_KINDS.map((kind) => <option key={kind} value={kind}>{words.kinds[kind]}</option>)}
      </select>
      <input class="input grow" aria-label={words.value} title={words.hint[step.kind]} placeholder={words.examples[step.kind]} required value={step.value} onInput={(event) => onChange({ ...step, value: event.currentTarget.value })} />
      {onRemove && <button type="button" class="button quiet square" aria-label={text.rules.remove(step.value)} onClick={onRemove}><Icon name={X} /></button>}
    </div>
  )
}
