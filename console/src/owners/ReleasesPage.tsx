import { Rocket, Trash2 } from 'lucide'
import { useState } from 'preact/hooks'
import { useServices } from '../api/services.ts'
import type { Site } from '../api/types.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { useSubmit } from '../account/useSubmit.ts'
import { text } from '../text/en.ts'
import { moment } from '../text/format.ts'
import { Field } from '../ui/Field.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Blank, Bones, Failure } from '../ui/notes.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useTitle } from '../ui/useTitle.ts'

/** The versions of a site that went live. */
export function ReleasesPage({ site }: { site: Site }) {
  useTitle(text.nav.releases, site.name)
  const { api } = useServices()
  const [changed, change] = useState(0)
  const releases = useAnswer(`releases ${site.id} ${changed}`, (signal) => api.releases(site.id, signal))
  const [error, setError] = useState<unknown>(null)
  const words = text.owners.releases
  const remove = (id: string) => {
    if (confirm(words.removeSure)) api.removeRelease(site.id, id).then(() => change(changed + 1), setError)
  }

  return (
    <div class="page">
      <PageHead title={text.nav.releases} lead={words.lead} />
      <MarkRelease site={site} onMarked={() => change(changed + 1)} />
      {error !== null && <Failure error={error} />}
      {releases.error !== null && <Failure error={releases.error} retry={releases.retry} />}
      <div class="card">
        {releases.loading && <Bones lines={4} />}
        {releases.data?.items.length === 0 && <Blank icon={Rocket} title={words.none}><p>{words.noneBody}</p></Blank>}
        {releases.data && releases.data.items.length > 0 && (
          <table class="table">
            <thead><tr><th>{words.name}</th><th>{words.at}</th><th>{words.note}</th><th></th></tr></thead>
            <tbody>
              {releases.data.items.map(({ id, name, at, note, markedBy }) => (
                <tr key={id}>
                  <td><strong>{name}</strong></td>
                  <td>{moment(at)} <span class="muted small">{words.by(markedBy)}</span></td>
                  <td>{note}</td>
                  <td class="right"><button type="button" class="button quiet square" aria-label={words.remove(name)} title={words.remove(name)} onClick={() => remove(id)}><Icon name={Trash2} /></button></td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </div>
  )
}

function MarkRelease({ site, onMarked }: { site: Site; onMarked: () => void }) {
  const { api, now } = useServices()
  const [name, setName] = useState('')
  const [note, setNote] = useState('')
  const [at, setAt] = useState('')
  const { busy, error, submit } = useSubmit(async () => {
    await api.markRelease(site.id, { name, at: at ? new Date(at).getTime() : now(), ...(note && { note }) })
    setName('')
    setNote('')
    setAt('')
    onMarked()
  })
  const words = text.owners.releases
  return (
    <form class="card form-line" onSubmit={submit}>
      <Field label={words.name} value={name} onInput={setName} placeholder={words.namePlaceholder} required />
      <label class="field"><span class="label">{words.at}</span><input class="input" type="datetime-local" value={at} onInput={(event) => setAt(event.currentTarget.value)} /></label>
      <Field label={words.note} value={note} onInput={setNote} />
      <button class="button primary" disabled={busy}>{words.mark}</button>
      {error !== null && <Failure error={error} />}
    </form>
  )
}
