/** The order of the list, as the API writes it: a field, with "-" for the largest first. */
export const NEWEST_FIRST = '-startedAt'

export const SORTABLE = ['startedAt', 'pageViews', 'clicks', 'stalls', 'engagedMs', 'durationMs'] as const
export type Sortable = (typeof SORTABLE)[number]

export const isSortable = (field: string): field is Sortable => SORTABLE.some((known) => known === field)

export function sortOf(search: URLSearchParams): string {
  const asked = search.get('sort') ?? NEWEST_FIRST
  return SORTABLE.some((field) => field === asked.replace(/^-/, '')) ? asked : NEWEST_FIRST
}

/** What pressing a column's head asks for: the largest first, and the other way round the second time. */
export const nextSort = (sort: string, field: Sortable): string => (sort === `-${field}` ? field : `-${field}`)

export function ariaSort(sort: string, field: Sortable): 'ascending' | 'descending' | 'none' {
  if (sort === field) return 'ascending'
  return sort === `-${field}` ? 'descending' : 'none'
}
