import { ArrowUp, Plus, X } from 'lucide'
import { text } from '../text/en.ts'
import { Icon } from '../ui/Icon.tsx'
import { movedUp, type PageRule, replaced } from './types.ts'

/** Which addresses are one page. The order matters, so each rule can be moved before the one above it. */
export function PageRuleList({ pages, onChange }: { pages: readonly PageRule[]; onChange: (pages: PageRule[]) => void }) {
  const words = text.rules.pages
  return (
    <section class="card stack rules" aria-labelledby="page-rules">
      <h2 id="page-rules">{words.title}</h2>
      <p class="muted">{words.lead}</p>
      {pages.length === 0 && <p class="muted">{words.none}</p>}
      {pages.map((rule, at) => (
        <div key={at} class="row rule">
          <input class="input grow" aria-label={words.pattern} placeholder={words.patternExample} required pattern="/.*" value={rule.pattern} onInput={(event) => onChange(replaced(pages, at, { ...rule, pattern: event.currentTarget.value }))} />
          <input class="input grow" aria-label={words.name} placeholder={words.nameExample} value={rule.name} onInput={(event) => onChange(replaced(pages, at, { ...rule, name: event.currentTarget.value }))} />
          <button type="button" class="button quiet square" disabled={at === 0} aria-label={words.up(rule.pattern || words.unnamed)} onClick={() => onChange(movedUp(pages, at))}><Icon name={ArrowUp} /></button>
          <button type="button" class="button quiet square" aria-label={text.rules.remove(rule.pattern || words.unnamed)} onClick={() => onChange(replaced(pages, at))}><Icon name={X} /></button>
        </div>
      ))}
      <div><button type="button" class="button" onClick={() => onChange([...pages, { pattern: '', name: '' }])}><Icon name={Plus} /> {words.add}</button></div>
    </section>
  )
}
