import { Clock, FileText, MousePointerClick } from 'lucide'
import type { SessionDetail } from '../api/types.ts'
import { useServices } from '../api/services.ts'
import { text } from '../text/en.ts'
import { duration, moment, when } from '../text/format.ts'
import { Icon } from '../ui/Icon.tsx'
import { DeviceIcon } from './DeviceIcon.tsx'

/** Who came when on what and how much they did, in one line. */
export function SessionFacts({ session }: { session: SessionDetail | undefined }) {
  const { now } = useServices()
  if (!session) return <span class="bone" style={{ width: '50%' }} />
  return (
    <div class="session-facts">
      <h1 title={moment(session.startedAt)}>{when(session.startedAt, now())}</h1>
      {session.live && <span class="badge live">{text.sessions.live}</span>}
      <span><DeviceIcon device={session.device} /> {session.browser} <span class="muted">{session.os}</span></span>
      <span title={text.sessions.lasted(duration(session.durationMs))}><Icon name={Clock} label={text.sessions.engaged} /> {duration(session.engagedMs)}</span>
      <span><Icon name={FileText} /> {text.session.pages(session.pageViews)}</span>
      <span><Icon name={MousePointerClick} /> {text.session.clicks(session.clicks)}</span>
      {session.stalls > 0 && <span class="badge stalls" title={text.sessions.stallsMean}>{text.session.stalls(session.stalls)}</span>}
      {session.visitorId && <VisitorLink visitor={session.visitorId} />}
      {session.gaps > 0 && <span class="badge">{text.session.gaps(session.gaps)}</span>}
    </div>
  )
}

/** To all visits of the same browser; relative to the list the session stands in. */
function VisitorLink({ visitor }: { visitor: string }) {
  const list = location.pathname.replace(/\/[^/]+$/, '')
  return <a href={`${list}?range=90d&where=visitor:is:${encodeURIComponent(visitor)}`}>{text.session.visitor}</a>
}
