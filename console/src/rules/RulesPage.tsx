import { useState } from 'preact/hooks'
import { useSubmit } from '../account/useSubmit.ts'
import { useServices } from '../api/services.ts'
import type { Site } from '../api/types.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { text } from '../text/en.ts'
import { Field } from '../ui/Field.tsx'
import { Bones, Failure } from '../ui/notes.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useTitle } from '../ui/useTitle.ts'
import { GoalList } from './GoalList.tsx'
import { PageRuleList } from './PageRuleList.tsx'
import type { Rules } from './types.ts'

/** What the owner decides about how visits are read: goals, names of pages, own people. Nothing is sent before "Save". */
export function RulesPage({ site }: { site: Site }) {
  useTitle(text.rules.title, site.name)
  const { api } = useServices()
  const rules = useAnswer(`rules ${site.id}`, (signal) => api.rules(site.id, signal))
  return (
    <div class="page narrow">
      <PageHead title={text.rules.title} lead={text.rules.lead} />
      {rules.loading && <Bones lines={6} />}
      {rules.error !== null && !rules.data && <Failure error={rules.error} retry={rules.retry} />}
      {rules.data && <RulesForm key={site.id} site={site} rules={rules.data} />}
    </div>
  )
}

function RulesForm({ site, rules }: { site: Site; rules: Rules }) {
  const { api } = useServices()
  const [draft, setDraft] = useState(rules)
  const [kept, setKept] = useState(rules)
  const [hosts, setHosts] = useState(rules.internalHosts.join(', '))
  const internalHosts = hosts.split(',').map((host) => host.trim()).filter(Boolean)
  const changed = JSON.stringify({ ...draft, internalHosts }) !== JSON.stringify(kept)
  const { busy, error, submit } = useSubmit(async () => {
    const saved = await api.changeRules(site.id, { pages: draft.pages, goals: draft.goals, internalHosts })
    const { version, pages, goals, internalHosts: own } = saved
    setDraft({ version, pages, goals, internalHosts: own })
    setKept({ version, pages, goals, internalHosts: own })
    setHosts(own.join(', '))
  })

  return (
    <form class="stack" onSubmit={submit}>
      <GoalList site={site.id} goals={draft.goals} onChange={(goals) => setDraft({ ...draft, goals })} />
      <PageRuleList pages={draft.pages} onChange={(pages) => setDraft({ ...draft, pages })} />
      <section class="card stack rules" aria-labelledby="own-people">
        <h2 id="own-people">{text.rules.hosts.title}</h2>
        <p class="muted">{text.rules.hosts.lead}</p>
        <Field label={text.rules.hosts.label} placeholder={text.rules.hosts.example} value={hosts} onInput={setHosts} />
      </section>
      {error !== null && <Failure error={error} />}
      <div class="row">
        <button class="button primary" disabled={busy || !changed}>{text.rules.save}</button>
        <span class="muted" role="status">{changed ? text.rules.unsaved : kept.version > rules.version ? text.rules.saved(kept.version) : ''}</span>
      </div>
    </form>
  )
}
