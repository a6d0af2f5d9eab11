import type { IconNode } from 'lucide'
import { Ellipsis } from 'lucide'
import { Icon } from './Icon.tsx'
import { Popup } from './Popup.tsx'

export interface MenuItem {
  label: string
  icon: IconNode
  /** One of the two. */
  href?: string
  /** The address is saved under this name instead of opened. */
  download?: string
  onPick?: () => void
  /** Cannot be undone. Stands last, under a line. */
  danger?: boolean
}

/** What can be done with the thing at hand. Arrow keys go through it; Escape closes it. */
export function Menu({ label, items }: { label: string; items: readonly MenuItem[] }) {
  return (
    <Popup button={<Icon name={Ellipsis} />} buttonClass="button square" label={label} side="right">
      {(close) => (
        <ul class="menu" onKeyDown={step}>
          {items.map((item) => <Item key={item.label} item={item} close={close} />)}
        </ul>
      )}
    </Popup>
  )
}

function Item({ item: { label, icon, href, download, onPick, danger }, close }: { item: MenuItem; close: () => void }) {
  const pick = () => {
    close()
    onPick?.()
  }
  const inside = <><Icon name={icon} /> {label}</>
  return (
    <li>
      {danger && <hr />}
      {href ? <a href={href} download={download} onClick={close}>{inside}</a> : <button type="button" class={danger ? 'danger' : ''} onClick={pick}>{inside}</button>}
    </li>
  )
}

function step(event: KeyboardEvent): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by === 0) return
  event.preventDefault()
  const stops = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>('button, a')]
  const at = stops.indexOf(document.activeElement as HTMLElement)
  stops[(at + by + stops.length) % stops.length]?.focus()
}
