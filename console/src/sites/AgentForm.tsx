import { useState } from 'preact/hooks'
import { useSubmit } from '../account/useSubmit.ts'
import type { AgentSettings, Masking } from '../api/agent.ts'
import { useServices } from '../api/services.ts'
import type { Site } from '../api/types.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { agentText as text } from '../text/agent.ts'
import { Field } from '../ui/Field.tsx'
import { Bones, Failure } from '../ui/notes.tsx'
import { LinesField, linesOf } from './LinesField.tsx'

const SWITCHES = ['off', 'statsOnly', 'record', 'requests'] as const
const LISTS = ['mask', 'block', 'ignore', 'allow', 'query'] as const
const MASKINGS: readonly Masking[] = ['balanced', 'strict', 'relaxed']

/** What the agent does in a site's pages. */
export function AgentSection({ site }: { site: Site }) {
  const { api } = useServices()
  const settings = useAnswer(`agent ${site.id}`, (signal) => api.agent(site.id, signal))
  return (
    <>
      {settings.loading && <Bones lines={6} />}
      {settings.error !== null && !settings.data && <Failure error={settings.error} retry={settings.retry} />}
      {settings.data && <AgentForm key={site.id} site={site} settings={settings.data} />}
    </>
  )
}

function AgentForm({ site, settings }: { site: Site; settings: AgentSettings }) {
  const { api } = useServices()
  const [draft, setDraft] = useState(settings)
  const [share, setShare] = useState(String(settings.share * 100))
  const [lists, setLists] = useState(() => Object.fromEntries(LISTS.map((list) => [list, settings[list].join('\n')])))
  const [saved, setSaved] = useState(false)
  const change = (part: Partial<AgentSettings>) => (setSaved(false), setDraft({ ...draft, ...part }))
  const percent = Number(share)
  const wrongShare = share.trim() === '' || !(percent >= 0 && percent <= 100)
  const wrongIn = (list: string) => (list === 'query' ? undefined : linesOf(lists[list]!).find((selector) => !isSelector(selector)))

  const { busy, error, submit } = useSubmit(async () => {
    if (wrongShare || LISTS.some(wrongIn)) return
    const each = Object.fromEntries(LISTS.map((list) => [list, linesOf(lists[list]!)])) as Pick<AgentSettings, (typeof LISTS)[number]>
    await api.changeAgent(site.id, { ...draft, ...each, share: percent / 100 })
    setSaved(true)
  })

  return (
    <form class="card stack site-form" onSubmit={submit} aria-labelledby="agent-title">
      <h2 id="agent-title">{text.title}</h2>
      <p class="muted">{text.lead}</p>
      <div class="choices">
        {SWITCHES.map((name) => (
          <label key={name} class="choice">
            <input type="checkbox" checked={draft[name]} onChange={(event) => change({ [name]: event.currentTarget.checked })} />
            <span>{text[name]}</span>
          </label>
        ))}
      </div>
      <Field label={text.share} hint={text.shareHint} wrong={wrongShare ? text.shareWrong : undefined} value={share} onInput={(typed) => (setSaved(false), setShare(typed))} />
      <fieldset class="choices">
        <legend>{text.masking}</legend>
        {MASKINGS.map((masking) => (
          <label key={masking} class="choice">
            <input type="radio" name="masking" checked={masking === draft.masking} onChange={() => change({ masking })} />
            <span>
              <strong>{text.maskings[masking][0]}</strong>
              <span class="muted">{text.maskings[masking][1]}</span>
            </span>
          </label>
        ))}
        <p class="muted small">{text.typed}</p>
      </fieldset>
      {LISTS.map((list) => {
        const wrong = wrongIn(list)
        const [label, hint] = text.selectors[list]
        return (
          <LinesField
            key={list}
            label={label}
            hint={`${hint} ${list === 'query' ? text.keyPerLine : text.onePerLine}`}
            lines={lists[list]!}
            wrong={wrong && text.wrongSelector(wrong)}
            onInput={(typed) => (setSaved(false), setLists({ ...lists, [list]: typed }))}
          />
        )
      })}
      {error !== null && <Failure error={error} />}
      <div class="row">
        <button class="button primary" disabled={busy}>{text.save}</button>
        <span class="muted" role="status">{saved ? text.saved : ''}</span>
      </div>
    </form>
  )
}

/** Only a browser knows; what this one does not understand would hide nothing in visitors' either. */
function isSelector(text: string): boolean {
  try {
    document.createDocumentFragment().querySelector(text)
    return !/[{};<]/.test(text)
  } catch {
    return false
  }
}
