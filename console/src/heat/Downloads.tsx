import { Download } from 'lucide'
import type { HeatKind } from '../api/heat.ts'
import { text } from '../text/en.ts'
import { Icon } from '../ui/Icon.tsx'
import { Popup } from '../ui/Popup.tsx'

interface Props {
  site: string
  kind: HeatKind
  query: URLSearchParams
}

/** The map as files, made by the server. */
export function Downloads({ site, kind, query }: Props) {
  const of = (file: string) => `/api/sites/${site}/heatmaps/${kind}/${file}?${query}`
  return (
    <Popup side="right" label={text.heat.download} button={<Icon name={Download} />}>
      {() => (
        <div class="condition">
          <a class="button quiet" href={of('picture.png')} download={`heatmap-${kind}.png`}>{text.heat.asWireframe}</a>
          <a class="button quiet" href={of('table.csv')} download={`heatmap-${kind}.csv`}>{text.heat.asCsv}</a>
        </div>
      )}
    </Popup>
  )
}
