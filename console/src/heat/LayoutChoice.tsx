import type { Backdrop } from '../api/types.ts'
import { text } from '../text/en.ts'
import { share } from '../text/format.ts'

interface Props {
  choices: readonly Backdrop[]
  chosen: number
  onChoose: (chosen: number) => void
}

/** Which layout of the page the map is drawn on: the most common one first. */
export function LayoutChoice({ choices, chosen, onChoose }: Props) {
  if (choices.length < 2) return null
  return (
    <select class="input" aria-label={text.heat.layout} title={text.heat.layout} value={chosen} onChange={(event) => onChoose(Number(event.currentTarget.value))}>
      {choices.map(({ width, views = 0, of = 0 }, at) => <option key={at} value={at}>{text.heat.layoutOf(width, share(views, of))}</option>)}
    </select>
  )
}
