import { X } from 'lucide'
import { useEffect, useRef } from 'preact/hooks'
import { text } from '../text/en.ts'
import { Icon } from '../ui/Icon.tsx'

/** The list of keys, over the page. */
export function KeySheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])

  return (
    <dialog ref={dialog} class="sheet" aria-labelledby="keys-title" onClose={onClose}>
      <div class="row" style={{ justifyContent: 'space-between' }}>
        <h2 id="keys-title">{text.keys.title}</h2>
        <button type="button" class="button quiet square" aria-label={text.close} onClick={onClose}>
          <Icon name={X} />
        </button>
      </div>
      <dl>
        {text.keys.list.map(([keys, meaning]) => (
          <>
            <dt>{keys.split(' ').map((key) => <kbd key={key}>{key}</kbd>)}</dt>
            <dd>{meaning}</dd>
          </>
        ))}
      </dl>
    </dialog>
  )
}
