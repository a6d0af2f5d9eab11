import type { ComponentChildren } from 'preact'
import { text } from '../text/en.ts'
import { useTitle } from '../ui/useTitle.ts'

/** The card in the middle of the screen for those who are not in yet. */
export function Entrance({ title, lead, children }: { title: string; lead?: string; children?: ComponentChildren }) {
  useTitle(title)
  return (
    <main class="entrance">
      <div class="card">
        <div class="brand"><img src="/mark.svg" width="28" height="28" alt="" /> {text.product}</div>
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
        {children}
      </div>
    </main>
  )
}
