import { useState } from 'preact/hooks'
import { useServices } from '../api/services.ts'
import { text } from '../text/en.ts'
import { Field } from '../ui/Field.tsx'
import { Failure } from '../ui/notes.tsx'
import { Entrance } from './Entrance.tsx'
import { useSubmit } from './useSubmit.ts'

const SHORTEST_PASSWORD = 10

/** The first account. The token proves that whoever sits here can read the server's own output. */
export function Setup({ token, onEntered }: { token: string; onEntered: () => void }) {
  const { api } = useServices()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { busy, error, submit } = useSubmit(() => api.setup(token, email, password).then(onEntered))

  if (token === '') return <Entrance title={text.setup.title} lead={text.setup.noToken} />
  return (
    <Entrance title={text.setup.title} lead={text.setup.lead}>
      <form onSubmit={submit}>
        <Field label={text.login.email} type="email" autoComplete="username" required value={email} onInput={setEmail} />
        <Field label={text.login.password} type="password" autoComplete="new-password" required minLength={SHORTEST_PASSWORD} hint={text.setup.password(SHORTEST_PASSWORD)} value={password} onInput={setPassword} />
        {error !== null && <Failure error={error} />}
        <button class="button primary" disabled={busy}>{text.setup.submit}</button>
      </form>
    </Entrance>
  )
}
