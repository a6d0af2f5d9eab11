import { text } from '../text/en.ts'

const ZOOMS = [0, 0.5, 1, 1.5, 2] as const

/** How large the picture is drawn; 0 is as large as fits. The field is not painted again: the browser scales it. */
export function ZoomChoice({ zoom, onChoose }: { zoom: number; onChoose: (zoom: number) => void }) {
  return (
    <select class="input" aria-label={text.heat.zoom} title={text.heat.zoom} value={zoom} onChange={(event) => onChoose(Number(event.currentTarget.value))}>
      {ZOOMS.map((one) => <option key={one} value={one}>{one === 0 ? text.heat.fit : `${one * 100} %`}</option>)}
    </select>
  )
}
