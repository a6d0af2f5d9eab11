import { Sheet } from './Sheet.tsx'
import { text } from './text.ts'

export function KeySheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Sheet title={text.keys} open={open} onClose={onClose}>
      <dl>
        {text.keyList.map(([keys, meaning]) => [
          <dt key={keys} class="row player-keys">{keys.split(' ').map((key) => (key === '…' ? '…' : <kbd key={key}>{key}</kbd>))}</dt>,
          <dd key={meaning}>{meaning}</dd>,
        ])}
      </dl>
    </Sheet>
  )
}
