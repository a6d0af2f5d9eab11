import { useEffect, useState } from 'preact/hooks'

export interface Answer<T> {
  /** The last good answer to the present question, also while a newer one is fetched. */
  readonly data: T | undefined
  /** Why the last try failed; `data` may still hold what was known before. */
  readonly error: unknown
  readonly loading: boolean
  readonly retry: () => void
}

interface Held<T> {
  question: string
  data: T | undefined
  error: unknown
}

/**
 * Asks again whenever `question` changes, and every `everyMs` while the tab is looked at. Answers to a question that is no longer
 * asked are dropped. A null question asks nothing.
 */
export function useAnswer<T>(question: string | null, ask: (signal: AbortSignal) => Promise<T>, everyMs?: number): Answer<T> {
  const [held, hold] = useState<Held<T> | null>(null)
  const [tries, tryAgain] = useState(0)

  useEffect(() => {
    if (question === null) return
    const stop = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const again = () => {
      if (everyMs !== undefined && !stop.signal.aborted) timer = setTimeout(round, everyMs)
    }
    const round = async () => {
      if (document.hidden && timer !== undefined) return again()
      try {
        const data = await ask(stop.signal)
        if (!stop.signal.aborted) hold({ question, data, error: null })
      } catch (error) {
        if (!stop.signal.aborted) hold((before) => ({ question, data: before?.question === question ? before.data : undefined, error }))
      }
      again()
    }
    void round()
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [question, tries, everyMs])

  const current = held?.question === question ? held : null
  return {
    data: current?.data,
    error: current?.error ?? null,
    loading: question !== null && current === null,
    retry: () => {
      hold(null)
      tryAgain(tries + 1)
    },
  }
}
