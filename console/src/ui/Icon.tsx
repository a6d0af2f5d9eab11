import type { IconNode } from 'lucide'
import { h } from 'preact'

interface Props {
  name: IconNode
  /** CSS px, both ways. */
  size?: number
  /** What it says when it stands alone; without one it is decoration. */
  label?: string
}

/** A Lucide icon in the colour of the text around it. */
export function Icon({ name, size = 16, label }: Props) {
  const spoken = label ? { role: 'img' as const, 'aria-label': label } : { 'aria-hidden': true }
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" {...spoken}>
      {name.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  )
}
