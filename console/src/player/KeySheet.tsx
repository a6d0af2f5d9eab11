import { X } from 'lucide'
import { useEffect, useRef } from 'preact/hooks'
import { Icon } from '../ui/Icon.tsx'
import { text } from './text.ts'

export function KeySheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])

  return (
    <dialog ref={dialog} class="sheet" aria-labelledby="player-keys" onClose={onClose}>
      <div class="row player-sheet-head">
        <h2 id="player-keys">{text.keys}</h2>
        <button type="button" class="button quiet square" aria-label={text.close} onClick={onClose}><Icon name={X} /></button>
      </div>
      <dl>
        {text.keyList.map(([keys, meaning]) => [
          <dt key={keys} class="row player-keys">{keys.split(' ').map((key) => (key === '…' ? '…' : <kbd key={key}>{key}</kbd>))}</dt>,
          <dd key={meaning}>{meaning}</dd>,
        ])}
      </dl>
    </dialog>
  )
}
