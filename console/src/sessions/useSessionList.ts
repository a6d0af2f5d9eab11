import { useEffect, useRef, useState } from 'preact/hooks'
import { useServices } from '../api/services.ts'
import type { Session } from '../api/types.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { type Filters, queryOf, searchOf } from './filters.ts'
import { letIn, refreshInPlace } from './merge.ts'

const PAGE = 50
const MOST_REFRESHED = 200
const EVERY_MS = 5_000

interface Shown {
  question: string
  rows: Session[]
  next: string | null
}

/**
 * The sessions of a site under a filter, in pages. Shown rows are refreshed every few seconds where they stand; new sessions enter at once while
 * `busy()` says no, and otherwise wait as `arrivals` until `admit` is called, so that nothing moves under a pointer.
 */
export function useSessionList(site: string, filters: Filters, sort: string, busy: () => boolean) {
  const { api, now } = useServices()
  const [shown, show] = useState<Shown | null>(null)
  const [fresh, setFresh] = useState<Session[]>([])
  const [moreError, setMoreError] = useState<unknown>(null)
  const question = `${site} ${sort} ${searchOf(filters)}`
  const current = shown?.question === question ? shown : null
  const length = useRef(0)
  length.current = current?.rows.length ?? 0

  const ask = (limit: number, cursor: string | null, signal?: AbortSignal) => {
    const query = queryOf(filters, now())
    query.set('sort', sort)
    query.set('limit', String(limit))
    if (cursor) query.set('cursor', cursor)
    return api.sessions(site, query, signal)
  }
  const answer = useAnswer(question, (signal) => ask(Math.min(Math.max(PAGE, length.current), MOST_REFRESHED), null, signal), EVERY_MS)

  useEffect(() => {
    const list = answer.data
    if (!list) return
    setFresh(list.items)
    show((before) => {
      if (before?.question !== question) return { question, rows: list.items, next: list.next }
      const rows = busy() ? refreshInPlace(before.rows, list.items).rows : letIn(before.rows, list.items)
      return { ...before, rows }
    })
  }, [answer.data])

  const more = async () => {
    if (!current?.next) return
    setMoreError(null)
    try {
      const page = await ask(PAGE, current.next)
      show((before) => (before?.question === question ? { ...before, rows: [...before.rows, ...refreshInPlace(before.rows, page.items).arrivals], next: page.next } : before))
    } catch (error) {
      setMoreError(error)
    }
  }

  return {
    rows: current?.rows ?? null,
    hasMore: current?.next != null,
    error: answer.error,
    moreError,
    retry: answer.retry,
    arrivals: current ? refreshInPlace(current.rows, fresh).arrivals.length : 0,
    admit: () => show((before) => before && { ...before, rows: letIn(before.rows, fresh) }),
    more,
  }
}
