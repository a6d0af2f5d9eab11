import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

interface Props {
  button: ComponentChildren
  buttonClass?: string
  label?: string
  /** The key that leads here, as the shell's shortcuts know it. */
  shortcut?: string
  /** Which edge of the button the panel keeps to; left when it says nothing. */
  side?: 'left' | 'right'
  children: (close: () => void) => ComponentChildren
}

/** A panel behind a button. Its first field or choice takes the focus; Escape or a press elsewhere closes it and gives the focus back. */
export function Popup({ button, buttonClass = 'button', label, shortcut, side = 'left', children }: Props) {
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)

  useLayoutEffect(() => {
    if (!open) return
    box.current?.querySelector<HTMLElement>('.popup input, .popup .menu button, .popup .menu a')?.focus()
    const elsewhere = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false)
    }
    addEventListener('pointerdown', elsewhere)
    addEventListener('focusin', elsewhere)
    return () => {
      removeEventListener('pointerdown', elsewhere)
      removeEventListener('focusin', elsewhere)
    }
  }, [open])

  const close = () => {
    setOpen(false)
    opener.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open || event.key !== 'Escape') return
    event.preventDefault()
    close()
  }
  return (
    <div class="popped" ref={box} onKeyDown={onKeyDown}>
      <button ref={opener} type="button" class={buttonClass} aria-label={label} aria-expanded={open} data-key={shortcut} onClick={() => setOpen(!open)}>
        {button}
      </button>
      {open && <div class={`card popup ${side}`}>{children(close)}</div>}
    </div>
  )
}
