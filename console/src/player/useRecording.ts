import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Recording } from './recording.ts'
import { Failure, type Source } from './source.ts'

export type Contents =
  | { state: 'loading' }
  | { state: 'there'; recording: Recording }
  | { state: 'none' }
  /** A shared link that works no more. */
  | { state: 'over' }
  | { state: 'failed'; message: string }

/** The table of contents, and how to ask for it again. What is there stays while it is asked for. */
export function useRecording(source: Source): [Contents, reload: () => void] {
  const [contents, setContents] = useState<Contents>({ state: 'loading' })
  const [asked, setAsked] = useState(0)

  useEffect(() => {
    const leaving = new AbortController()
    source.contents(leaving.signal).then(
      (recording) => setContents(recording.documents.length > 0 ? { state: 'there', recording } : { state: 'none' }),
      (failure: unknown) => leaving.signal.aborted || setContents(failed(failure, source.shared)),
    )
    return () => leaving.abort()
  }, [source, asked])

  const reload = useCallback(() => {
    setContents((now) => (now.state === 'there' ? now : { state: 'loading' }))
    setAsked((times) => times + 1)
  }, [])
  return [contents, reload]
}

function failed(failure: unknown, shared: boolean): Contents {
  if (failure instanceof Failure && failure.status === 404) return { state: shared ? 'over' : 'none' }
  return { state: 'failed', message: failure instanceof Error ? failure.message : String(failure) }
}
