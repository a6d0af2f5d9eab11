import { useState } from 'preact/hooks'

/** One form, one request: at most one under way, and what went wrong with the last. */
export function useSubmit(send: () => Promise<void>) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const submit = async (event: Event) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setError(null)
    await send().catch(setError)
    setBusy(false)
  }
  return { busy, error, submit }
}
