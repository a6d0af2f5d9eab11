import { ImageOff } from 'lucide'
import { text } from '../text/en.ts'
import { Note } from '../ui/notes.tsx'

/** Clicks are counted without any recording; only the picture under them needs one. */
export function NoPicture() {
  return (
    <Note tone="plain" icon={ImageOff}>
      <strong>{text.heat.noPicture}</strong>
      <p class="muted">{text.heat.noPictureBody}</p>
    </Note>
  )
}
