import { X } from 'lucide'
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { Icon } from '../ui/Icon.tsx'
import { text } from './text.ts'

interface Props {
  title: string
  open: boolean
  onClose: () => void
  children: ComponentChildren
}

/** A dialog over the player. What is in it is made anew each time it opens. */
export function Sheet({ title, open, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])

  return (
    <dialog ref={dialog} class="sheet" aria-labelledby={id} onClose={onClose}>
      <div class="row player-sheet-head">
        <h2 id={id}>{title}</h2>
        <button type="button" class="button quiet square" aria-label={text.close} onClick={onClose}><Icon name={X} /></button>
      </div>
      {open && children}
    </dialog>
  )
}
