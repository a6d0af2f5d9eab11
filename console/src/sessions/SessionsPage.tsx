import { ArrowUp, Filter, Radar } from 'lucide'
import { useLocation } from 'preact-iso'
import { useMemo, useRef } from 'preact/hooks'
import { useServices } from '../api/services.ts'
import type { Site } from '../api/types.ts'
import { text } from '../text/en.ts'
import { Icon } from '../ui/Icon.tsx'
import { Blank, Bones, Failure } from '../ui/notes.tsx'
import { useTitle } from '../ui/useTitle.ts'
import { ColumnChoice } from './ColumnChoice.tsx'
import { useColumns } from './columns.ts'
import { CountChips } from './CountChips.tsx'
import { FilterBar } from './FilterBar.tsx'
import { type Filters, filtersOf, isNarrowed, noFilters, searchOf, withCondition } from './filters.ts'
import { SessionTable } from './SessionTable.tsx'
import { localDay } from './localDay.ts'
import { NEWEST_FIRST, sortOf } from './sort.ts'
import { SortChoice } from './SortChoice.tsx'
import { useSessionList } from './useSessionList.ts'

const AT_THE_TOP_PX = 60

export function SessionsPage({ site }: { site: Site }) {
  useTitle(text.nav.sessions, site.name)
  const { url, route } = useLocation()
  const { now } = useServices()
  const table = useRef<HTMLDivElement>(null)

  const search = new URLSearchParams(url.split('?')[1])
  const filters = useMemo(() => filtersOf(search), [url])
  const sort = sortOf(search)
  // Somebody who reads, points at or tabs through the rows wants them to stay where they are.
  const busy = () => window.scrollY > AT_THE_TOP_PX || (table.current?.matches(':hover, :focus-within') ?? false)
  const list = useSessionList(site.id, filters, sort, busy)

  const [columns, toggle] = useColumns()

  const go = (next: Filters, nextSort: string) => {
    const to = searchOf(next)
    if (nextSort !== NEWEST_FIRST) to.set('sort', nextSort)
    route(`/sites/${site.id}/sessions${to.size > 0 ? `?${to}` : ''}`)
  }

  return (
    <div class="page">
      <div class="page-head">
        <h1>{text.nav.sessions}</h1>
        {list.arrivals > 0 && (
          <button type="button" class="button primary arrivals" onClick={list.admit}>
            <Icon name={ArrowUp} /> {text.sessions.arrivals(list.arrivals)}
          </button>
        )}
      </div>
      <FilterBar filters={filters} today={localDay(now())} onChange={(next) => go(next, sort)}>
        <SortChoice sort={sort} onSort={(next) => go(filters, next)} />
      </FilterBar>
      <div class="row list-head">
        <CountChips site={site.id} filters={filters} onAdd={(condition) => go(withCondition(filters, condition), sort)} />
        <ColumnChoice columns={columns} onToggle={toggle} />
      </div>
      {list.error !== null && <Failure error={list.error} retry={list.retry} />}
      <div class="card" ref={table}>
        {list.rows === null && list.error === null && <Bones lines={9} />}
        {list.rows?.length === 0 && (isNarrowed(filters) ? <NothingMatches onClear={() => go(noFilters, sort)} /> : <NothingYet site={site} />)}
        {list.rows && list.rows.length > 0 && <SessionTable site={site} columns={columns} rows={list.rows} now={now()} sort={sort} search={search} onSort={(next) => go(filters, next)} />}
      </div>
      {list.moreError !== null && <Failure error={list.moreError} />}
      {list.hasMore && <div class="row center"><button type="button" class="button" onClick={list.more}>{text.sessions.more}</button></div>}
    </div>
  )
}

function NothingYet({ site }: { site: Site }) {
  return (
    <Blank icon={Radar} title={text.sessions.none}>
      <p>{text.sessions.noneBody}</p>
      <a class="button primary" href={`/sites/${site.id}/install`}>{text.sessions.install}</a>
    </Blank>
  )
}

function NothingMatches({ onClear }: { onClear: () => void }) {
  return (
    <Blank icon={Filter} title={text.sessions.noMatch}>
      <p>{text.sessions.noMatchBody}</p>
      <button type="button" class="button" onClick={onClear}>{text.filters.clear}</button>
    </Blank>
  )
}
