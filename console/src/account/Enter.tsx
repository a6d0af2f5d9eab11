import { useEffect, useState } from 'preact/hooks'
import { useServices } from '../api/services.ts'
import { text } from '../text/en.ts'
import { Bones, Failure } from '../ui/notes.tsx'
import { Entrance } from './Entrance.tsx'

/** The one-time entrance of the demo: the token in the address is the whole log-in. */
export function Enter({ token, onEntered }: { token: string; onEntered: () => void }) {
  const { api } = useServices()
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    api.enter(token).then(onEntered, setError)
  }, [token])

  return (
    <Entrance title={text.enter.title} lead={error === null ? text.enter.lead : text.enter.failed}>
      {error === null ? <Bones lines={2} /> : <Failure error={error} />}
      {error !== null && <p style={{ marginTop: 'var(--space-4)' }}><a href="/login">{text.login.title}</a></p>}
    </Entrance>
  )
}
