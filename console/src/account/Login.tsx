import { useState } from 'preact/hooks'
import { useServices } from '../api/services.ts'
import { text } from '../text/en.ts'
import { Field } from '../ui/Field.tsx'
import { Failure } from '../ui/notes.tsx'
import { Entrance } from './Entrance.tsx'
import { useSubmit } from './useSubmit.ts'

export function Login({ demo, onEntered }: { demo: boolean; onEntered: () => void }) {
  const { api } = useServices()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { busy, error, submit } = useSubmit(() => api.login(email, password).then(onEntered))

  return (
    <Entrance title={text.login.title} lead={demo ? text.login.demo : text.login.lead}>
      <form onSubmit={submit}>
        <Field label={text.login.email} type="email" autoComplete="username" required value={email} onInput={setEmail} />
        <Field label={text.login.password} type="password" autoComplete="current-password" required value={password} onInput={setPassword} />
        {error !== null && <Failure error={error} />}
        <button class="button primary" disabled={busy}>{text.login.submit}</button>
      </form>
    </Entrance>
  )
}
