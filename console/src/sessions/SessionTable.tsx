import { ArrowDown, ArrowRight, ArrowUp, Play } from 'lucide'
import { useLocation } from 'preact-iso'
import type { Session, Site } from '../api/types.ts'
import { text } from '../text/en.ts'
import { duration, moment, number, when } from '../text/format.ts'
import { Icon } from '../ui/Icon.tsx'
import type { Column } from './columns.ts'
import { DeviceIcon } from './DeviceIcon.tsx'
import { ariaSort, isSortable, nextSort, type Sortable } from './sort.ts'

interface Props {
  site: Site
  columns: readonly Column[]
  rows: Session[]
  /** Epoch ms. */
  now: number
  sort: string
  /** Of the list: a session's page takes it along, to know its neighbours and the way back. */
  search: URLSearchParams
  onSort: (sort: string) => void
}

export function SessionTable({ site, columns, rows, now, sort, search, onSort }: Props) {
  const { route } = useLocation()
  const address = (session: Session) => `/sites/${site.id}/sessions/${session.id}${search.size > 0 ? `?${search}` : ''}`
  const head = (field: Sortable, label: string, numeric = false) => (
    <th key={field} aria-sort={ariaSort(sort, field)} class={numeric ? 'right narrow-column' : ''}>
      <button type="button" onClick={() => onSort(nextSort(sort, field))}>
        {label} {ariaSort(sort, field) !== 'none' && <Icon name={sort.startsWith('-') ? ArrowDown : ArrowUp} size={13} />}
      </button>
    </th>
  )

  return (
    <table class="table sessions">
      <caption class="sr-only">{text.nav.sessions}</caption>
      <thead>
        <tr>
          {head('startedAt', text.sessions.when)}
          <th>{text.sessions.visitor}</th>
          <th>{text.sessions.way}</th>
          {columns.map((column) => (isSortable(column) ? head(column, text.columns.names[column], true) : <th key={column} class="narrow-column">{text.columns.names[column]}</th>))}
          <th class="recording-column"><span class="sr-only">{text.sessions.recording}</span></th>
        </tr>
      </thead>
      <tbody>
        {rows.map((session) => (
          <tr key={session.id} onClick={(event) => isPlainPress(event) && route(address(session))}>
            <td class="when">
              <a href={address(session)} title={moment(session.startedAt)}>{when(session.startedAt, now)}</a>
              {session.live && <span class="badge live">{text.sessions.live}</span>}
            </td>
            <td class="visitor">
              <span class="row"><DeviceIcon device={session.device} /> <span class="cut">{session.browser} <span class="muted">{session.os}</span></span></span>
            </td>
            <td class="way-cell"><Way session={session} /></td>
            {columns.map((column) => <Cell key={column} column={column} session={session} />)}
            <td class="right recording">
              {session.hasRecording ? <span class="badge recorded"><Icon name={Play} size={11} /> {text.sessions.replay}</span> : <span class="badge">{text.sessions.eventsOnly}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ column, session }: { column: Column; session: Session }) {
  switch (column) {
    case 'pageViews':
      return <td class="right number" data-label={text.session.pages(session.pageViews)}>{number(session.pageViews)}</td>
    case 'clicks':
      return <td class="right number" data-label={text.session.clicks(session.clicks)}>{number(session.clicks)}</td>
    case 'stalls':
      return (
        <td class="right number" data-label={text.session.stalls(session.stalls)}>
          {session.stalls > 0 ? <span class="badge stalls" title={text.sessions.stallsMean}>{number(session.stalls)}</span> : <span class="muted">{number(0)}</span>}
        </td>
      )
    case 'engagedMs':
      return <td class="right number" data-label={text.sessions.engagedFor(duration(session.engagedMs))} title={text.sessions.lasted(duration(session.durationMs))}>{duration(session.engagedMs)}</td>
    case 'durationMs':
      return <td class="right number" data-label={text.sessions.lasted(duration(session.durationMs))}>{duration(session.durationMs)}</td>
    case 'gaps':
      return <td class="right number" data-label={text.session.gaps(session.gaps)}>{number(session.gaps)}</td>
    default:
      return <td class="number" data-label={session[column] || '–'}>{session[column] || '–'}</td>
  }
}

function Way({ session: { entryPage, exitPage, pageViews } }: { session: Session }) {
  if (pageViews < 2) return <div class="way"><span class="cut" title={entryPage}>{entryPage}</span></div>
  return (
    <div class="way">
      <span class="cut" title={entryPage}>{entryPage}</span>
      <Icon name={ArrowRight} size={13} label={text.sessions.to} />
      <span class="cut" title={exitPage}>{exitPage}</span>
    </div>
  )
}

/** The row is one large target, but its link keeps what links do: new tabs, dragging, selecting text. */
function isPlainPress(event: MouseEvent): boolean {
  const onLink = event.target instanceof Element && event.target.closest('a, button') !== null
  const selecting = (getSelection()?.toString() ?? '') !== ''
  return !onLink && !selecting && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey
}
