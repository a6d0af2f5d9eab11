import { MapPinOff } from 'lucide'
import { text } from '../text/en.ts'
import { Blank } from '../ui/notes.tsx'
import { useTitle } from '../ui/useTitle.ts'

export function NotFound() {
  useTitle(text.notFound.title)
  return (
    <Blank icon={MapPinOff} title={text.notFound.title}>
      <p>{text.notFound.body}</p>
      <a class="button" href="/">{text.notFound.back}</a>
    </Blank>
  )
}
