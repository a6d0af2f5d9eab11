import { useState } from 'preact/hooks'
import { useSubmit } from '../account/useSubmit.ts'
import type { AlertChannel } from '../api/owners.ts'
import { useServices } from '../api/services.ts'
import type { Site } from '../api/types.ts'
import { text } from '../text/en.ts'
import { Field } from '../ui/Field.tsx'
import { Failure } from '../ui/notes.tsx'
import { Segments } from '../ui/Segments.tsx'

/** @param onAdded is told the secret of a new hook; empty for mail */
export function AddChannel({ site, onAdded }: { site: Site; onAdded: (secret: string) => void }) {
  const { api } = useServices()
  const words = text.owners.alerts
  const [kind, setKind] = useState<AlertChannel['kind']>('hook')
  const [pace, setPace] = useState<AlertChannel['pace']>('once')
  const [target, setTarget] = useState('')
  const { busy, error, submit } = useSubmit(async () => {
    const { secret } = await api.addAlertChannel(site.id, { kind, target, pace })
    setTarget('')
    onAdded(secret)
  })
  return (
    <form class="card form-line" onSubmit={submit}>
      <Segments name="alert-kind" legend={words.kind} value={kind} segments={(['hook', 'mail'] as const).map((value) => ({ value, label: words.kinds[value] }))} onChange={setKind} />
      <Field label={words.target[kind]} value={target} onInput={setTarget} placeholder={words.targetPlaceholder[kind]} required />
      <Segments name="alert-pace" legend={words.pace} value={pace} segments={(['once', 'daily'] as const).map((value) => ({ value, label: words.paces[value] }))} onChange={setPace} />
      <button class="button primary" disabled={busy}>{words.add}</button>
      {error !== null && <Failure error={error} />}
    </form>
  )
}
