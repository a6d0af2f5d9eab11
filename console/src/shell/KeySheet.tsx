import { X } from 'lucide'
import { Fragment } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { text } from '../text/en.ts'
import { Icon } from '../ui/Icon.tsx'
import { PLACES } from './places.ts'

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
        {[...PLACES.map(({ key, label }) => [`g ${key}`, label] as const), ...text.keys.list].map(([keys, meaning]) => (
          <Fragment key={keys}>
            <dt>{keys.split(' ').map((key) => <kbd key={key}>{key}</kbd>)}</dt>
            <dd>{meaning}</dd>
          </Fragment>
        ))}
      </dl>
    </dialog>
  )
}
