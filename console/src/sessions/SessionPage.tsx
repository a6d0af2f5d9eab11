import { ChevronLeft, ChevronRight, SearchX } from 'lucide'
import { useLocation, useRoute } from 'preact-iso'
import { useMemo } from 'preact/hooks'
import { isStatus } from '../api/problem.ts'
import { useServices } from '../api/services.ts'
import type { SessionDetail, Site } from '../api/types.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { createDesk } from '../player/desk.ts'
import { Player } from '../player/Player.tsx'
import { addressOf } from '../player/source.ts'
import { useShortcuts } from '../shell/shortcuts.ts'
import { text } from '../text/en.ts'
import { when } from '../text/format.ts'
import { Icon } from '../ui/Icon.tsx'
import { Blank, Bones, Failure } from '../ui/notes.tsx'
import { useTitle } from '../ui/useTitle.ts'
import { PageViews } from './PageViews.tsx'
import { SessionFacts } from './SessionFacts.tsx'
import { useNeighbours } from './useNeighbours.ts'

/** A visit that is still going on grows, and its recording may arrive after its first events. */
const EVERY_MS = 10_000

export function SessionPage({ site }: { site: Site }) {
  const { api, now } = useServices()
  const { params } = useRoute()
  const { url } = useLocation()
  const id = params['session'] ?? ''
  const search = new URLSearchParams(url.split('?')[1])
  const at = momentOf(search.get('at'))
  const session = useAnswer(`${site.id} ${id}`, (signal) => api.session(site.id, id, signal), EVERY_MS)
  useTitle(session.data ? text.session.title(when(session.data.startedAt, now())) : text.session.visit, site.name)

  return (
    <div class="page session-page">
      <SessionHead site={site} id={id} session={session.data} missing={session.error !== null && !session.data} search={search} />
      {session.loading && <Bones lines={5} />}
      {isStatus(session.error, 404) && <Blank icon={SearchX} title={text.session.gone}><p>{text.session.goneBody}</p></Blank>}
      {session.error !== null && !session.data && !isStatus(session.error, 404) && <Failure error={session.error} retry={session.retry} />}
      {session.data?.hasRecording && <div class="player-space"><Replay key={id} site={site} session={id} at={at} /></div>}
      {session.data && !session.data.hasRecording && <PageViews session={session.data} />}
    </div>
  )
}

function Replay({ site, session, at }: { site: Site; session: string; at: number | 'end' }) {
  const { route } = useLocation()
  const desk = useMemo(() => createDesk(site.id, session), [site.id, session])
  return <Player address={addressOf(site.id, session)} desk={desk} at={at} onErased={() => route(`/sites/${site.id}/sessions`)} />
}

interface HeadProps {
  site: Site
  id: string
  session: SessionDetail | undefined
  /** The visit could not be had, so that nothing is on its way either. */
  missing: boolean
  search: URLSearchParams
}

function SessionHead({ site, id, session, missing, search }: HeadProps) {
  const { route } = useLocation()
  const listSearch = new URLSearchParams(search)
  listSearch.delete('at')
  const tail = listSearch.size > 0 ? `?${listSearch}` : ''
  const list = `/sites/${site.id}/sessions`
  const { previous, next } = useNeighbours(site.id, id, listSearch)
  const shortcuts = useMemo(
    () => ({
      ...(previous && { '[': () => route(`${list}/${previous}${tail}`) }),
      ...(next && { ']': () => route(`${list}/${next}${tail}`) }),
    }),
    [previous, next, tail],
  )
  useShortcuts(shortcuts)

  const step = (to: string | null, label: string, icon: typeof ChevronLeft) =>
    to ? <a class="button square" href={`${list}/${to}${tail}`} title={label} aria-label={label}><Icon name={icon} /></a> : <span class="button square off"><Icon name={icon} /></span>

  return (
    <div class="session-head">
      <a class="button quiet" href={`${list}${tail}`}><Icon name={ChevronLeft} /> {text.nav.sessions}</a>
      {missing ? <span class="session-facts" /> : <SessionFacts session={session} />}
      <div class="row steps">
        {step(previous, text.session.previous, ChevronLeft)}
        {step(next, text.session.next, ChevronRight)}
      </div>
    </div>
  )
}

/** Milliseconds since the session's start, or "end"; anything else is the start. */
function momentOf(at: string | null): number | 'end' {
  return at === 'end' ? 'end' : Math.max(0, Number(at) || 0)
}
