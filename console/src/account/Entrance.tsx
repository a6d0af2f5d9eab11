import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { text } from '../text/en.ts'
import { useTitle } from '../ui/useTitle.ts'

/** The card in the middle of the screen for those who are not in yet. */
export function Entrance({ title, lead, children }: { title: string; lead?: string; children?: ComponentChildren }) {
  useTitle(title)
  const card = useRef<HTMLDivElement>(null)
  // There is nothing else to do here than to begin with the first field.
  useEffect(() => card.current?.querySelector('input')?.focus(), [])
  return (
    <main class="entrance">
      <div class="card" ref={card}>
        <div class="brand"><img src="/mark.svg" width="28" height="28" alt="" /> {text.product}</div>
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
        {children}
      </div>
    </main>
  )
}
