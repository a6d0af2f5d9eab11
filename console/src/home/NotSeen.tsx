import { EyeOff } from 'lucide'
import type { Ledger } from '../api/insight.ts'
import { text } from '../text/en.ts'
import { Icon } from '../ui/Icon.tsx'

/** What a report could not know, and why. Every report that counts has one. */
export function NotSeen({ ledger }: { ledger: Ledger }) {
  const reasons = Object.entries(ledger.notSeen)
    .filter(([reason, amount]) => amount > 0 && text.stalls.notSeenReasons[reason])
    .map(([reason, amount]) => text.stalls.notSeenReasons[reason]!(amount))
  return (
    <p class="small muted not-seen">
      <Icon name={EyeOff} size={14} /> {text.stalls.notSeen}: {reasons.length > 0 ? reasons.join(' · ') : text.stalls.allSeen} · {text.stalls.lostMeans[ledger.outcome]}
      {ledger.exploratory && ` ${text.stalls.exploratory}`}
    </p>
  )
}
