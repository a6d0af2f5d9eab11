import type { IconNode } from 'lucide'
import { CircleAlert, RefreshCw } from 'lucide'
import type { ComponentChildren } from 'preact'
import { sentence } from '../api/problem.ts'
import { text } from '../text/en.ts'
import { Icon } from './Icon.tsx'

type Tone = 'danger' | 'warning' | 'success' | 'plain'

/** A remark in the flow of a page. Trouble is announced to screen readers as it appears. */
export function Note({ tone, icon, children }: { tone: Tone; icon: IconNode; children: ComponentChildren }) {
  return (
    <div class={`note ${tone}`} role={tone === 'danger' ? 'alert' : undefined}>
      <Icon name={icon} size={18} />
      <div>{children}</div>
    </div>
  )
}

/** A request failed: what happened, and a way to try again. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  return (
    <Note tone="danger" icon={CircleAlert}>
      <div class="row">
        <span>{sentence(error)}</span>
        {retry && (
          <button type="button" class="button" onClick={retry}>
            <Icon name={RefreshCw} /> {text.errors.retry}
          </button>
        )}
      </div>
    </Note>
  )
}

/** Nothing to show, and what to do about it. */
export function Blank({ icon, title, children }: { icon: IconNode; title: string; children?: ComponentChildren }) {
  return (
    <div class="blank">
      <Icon name={icon} size={32} />
      <h2>{title}</h2>
      {children}
    </div>
  )
}

/** Grey lines in the place of something that is on its way. */
export function Bones({ lines, label = text.loading }: { lines: number; label?: string }) {
  return (
    <div class="stack" role="status" aria-label={label} style={{ padding: 'var(--space-4)' }}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} class="bone" style={{ width: `${88 - ((line * 23) % 45)}%` }} />
      ))}
    </div>
  )
}
