import { VideoOff } from 'lucide'
import type { SessionDetail } from '../api/types.ts'
import { text } from '../text/en.ts'
import { duration, number } from '../text/format.ts'
import { Note } from '../ui/notes.tsx'

/** What is known of a visit that has no recording: its pages in order. Titles and addresses are the visited site's words and stay plain text. */
export function PageViews({ session }: { session: SessionDetail }) {
  return (
    <>
      <Note tone="plain" icon={VideoOff}>
        <strong>{text.session.noRecording}</strong>
        <p class="muted">{text.session.noRecordingBody}</p>
      </Note>
      <div class="card scroll-x">
        <table class="table">
          <caption class="sr-only">{text.session.pageList}</caption>
          <thead>
            <tr><th>{text.session.after}</th><th>{text.session.page}</th><th class="right">{text.sessions.clicks}</th><th class="right">{text.sessions.engaged}</th></tr>
          </thead>
          <tbody>
            {session.pages.map((view) => (
              <tr key={`${view.document} ${view.startedAt}`}>
                <td class="number muted">{duration(view.startedAt - session.startedAt)}</td>
                <td class="page-cell"><div class="cut">{view.title || view.page}</div><div class="cut small muted">{view.page}</div></td>
                <td class="right number">{number(view.clicks)}</td>
                <td class="right number">{duration(view.engagedMs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
