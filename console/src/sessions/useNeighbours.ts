import { useServices } from '../api/services.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { filtersOf, queryOf } from './filters.ts'
import { sortOf } from './sort.ts'

const LOOKED_AT = 500

/** The sessions before and after one in the list it was opened from, whose filters stand in the address; null at either end or beyond the first 500. */
export function useNeighbours(site: string, session: string, search: URLSearchParams) {
  const { api, now } = useServices()
  const list = useAnswer(`${site} ${search}`, (signal) => {
    const query = queryOf(filtersOf(search), now())
    query.set('sort', sortOf(search))
    query.set('limit', String(LOOKED_AT))
    return api.sessions(site, query, signal)
  })
  const items = list.data?.items ?? []
  const at = items.findIndex(({ id }) => id === session)
  return {
    previous: at > 0 ? items[at - 1]!.id : null,
    next: at >= 0 && at + 1 < items.length ? items[at + 1]!.id : null,
  }
}
