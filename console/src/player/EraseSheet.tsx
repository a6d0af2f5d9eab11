import { useState } from 'preact/hooks'
import type { Desk } from './desk.ts'
import { Sheet } from './Sheet.tsx'
import { text } from './text.ts'

interface Props {
  desk: Desk
  open: boolean
  onClose: () => void
  onErased: () => void
}

/** Asks before a visit is deleted: that cannot be undone. */
export function EraseSheet({ desk, open, onClose, onErased }: Props) {
  const [failure, setFailure] = useState('')
  const erase = () => desk.erase().then(onErased, (reason: unknown) => setFailure(reason instanceof Error ? reason.message : String(reason)))
  return (
    <Sheet title={text.erase} open={open} onClose={onClose}>
      <div class="stack player-sharing">
        <p>{text.eraseMeans}</p>
        {failure && <p class="wrong" role="alert">{failure}</p>}
        <div class="row player-answers">
          <button type="button" class="button" onClick={onClose}>{text.keep}</button>
          <button type="button" class="button danger" onClick={erase}>{text.eraseYes}</button>
        </div>
      </div>
    </Sheet>
  )
}
