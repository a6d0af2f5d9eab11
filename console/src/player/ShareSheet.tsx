import { useEffect, useState } from 'preact/hooks'
import { CopyText } from '../ui/CopyText.tsx'
import type { Desk, Share } from './desk.ts'
import { Sheet } from './Sheet.tsx'
import { clockTime, text } from './text.ts'

const DAY_MS = 86_400_000
const LASTS = [1, 7, 30, 90]

interface Props {
  desk: Desk
  /** Where the link will lead, ms since the visit began. */
  atMs: number
  open: boolean
  onClose: () => void
}

/** Makes a link to a moment that works without an account, and takes links back. */
export function ShareSheet({ desk, atMs, open, onClose }: Props) {
  return <Sheet title={text.share} open={open} onClose={onClose}><Sharing desk={desk} atMs={atMs} /></Sheet>
}

function Sharing({ desk, atMs }: { desk: Desk; atMs: number }) {
  const [days, setDays] = useState(7)
  const [link, setLink] = useState<string>()
  const [shares, setShares] = useState<Share[]>([])
  const [failure, setFailure] = useState('')
  const tried = (work: Promise<unknown>) => work.then(() => setFailure(''), (reason: unknown) => setFailure(reason instanceof Error ? reason.message : String(reason)))
  const reload = () => desk.shares().then(setShares)
  useEffect(() => void tried(reload()), [])

  const make = () => tried(desk.share(atMs, days * DAY_MS).then((share) => setLink(share.url)).then(reload))
  const revoke = (id: string) => tried(desk.revoke(id).then(reload))

  return (
    <div class="stack player-sharing">
      <p class="muted">{text.shareMeans(clockTime(atMs))}</p>
      <div class="row">
        <label class="row">{text.shareFor} <select class="input" value={String(days)} onChange={(event) => setDays(Number(event.currentTarget.value))}>
          {LASTS.map((each) => <option key={each} value={String(each)}>{text.days(each)}</option>)}
        </select></label>
        <button type="button" class="button primary" onClick={make}>{text.shareMake}</button>
      </div>
      {link && <CopyText code={new URL(link, location.href).href} label={text.shareCopy} />}
      {failure && <p class="wrong" role="alert">{failure}</p>}
      {shares.length > 0 && (
        <section class="stack">
          <h3>{text.shareLinks}</h3>
          <ul class="player-shares">
            {shares.map((share) => (
              <li key={share.id}>
                <span>{text.shareLine(clockTime(share.atMs), new Date(share.expiresAt).toLocaleDateString(), share.createdBy)}</span>
                <button type="button" class="button quiet" aria-label={text.shareRevokeThis(clockTime(share.atMs))} onClick={() => revoke(share.id)}>{text.shareRevoke}</button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
