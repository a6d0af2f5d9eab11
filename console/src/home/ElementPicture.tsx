import { useRef, useState } from 'preact/hooks'
import type { Stall } from '../api/insight.ts'
import type { Backdrop, HeatElement, Site } from '../api/types.ts'
import { useServices } from '../api/services.ts'
import { useAnswer } from '../api/useAnswer.ts'
import { useBackdrop } from '../heat/useBackdrop.ts'
import { useWidth } from '../heat/useWidth.ts'
import { text } from '../text/en.ts'
import { Bones } from '../ui/notes.tsx'

const HEIGHT = 220
/** How much of the page around the element is shown, in its own CSS px. */
const AROUND = 160

/** The element as it stood on the recorded page, with a piece of the page around it. Nothing of the page runs here. */
export function ElementPicture({ site, stall }: { site: Site; stall: Stall }) {
  const { api } = useServices()
  const query = new URLSearchParams({ page: stall.page })
  const backdrop = useAnswer(`piece ${site.id} ${query}`, (signal) => api.backdrop(site.id, query, signal))
  if (backdrop.loading) return <Bones lines={4} />
  if (!backdrop.data) return <p class="muted small">{text.stalls.stall.pictureNone}</p>
  return <Piece site={site} backdrop={backdrop.data} element={elementOf(stall)} />
}

const elementOf = ({ element }: Stall): HeatElement[] => (element?.fingerprint ? [{ key: element.key, selector: element.selector, label: element.label, count: 0, cells: [], fingerprint: element.fingerprint }] : [])

function Piece({ site, backdrop, element }: { site: Site; backdrop: Backdrop; element: HeatElement[] }) {
  const host = useRef<HTMLDivElement>(null)
  const [space, setSpace] = useState<HTMLDivElement | null>(null)
  const [elements] = useState(element)
  const { standing, placed, error } = useBackdrop(host, site.id, backdrop, elements)
  const room = useWidth(space) || 480
  const box = placed?.[0]?.box ?? null
  const shown = box ? Math.max(box.width + 2 * AROUND, (box.height + AROUND) * (room / HEIGHT)) : backdrop.width
  const scale = Math.min(1, room / Math.min(shown, standing?.width ?? backdrop.width))
  const left = box ? Math.max(0, Math.min(box.x + box.width / 2 - room / scale / 2, (standing?.width ?? backdrop.width) - room / scale)) : 0
  const top = box ? Math.max(0, box.y + box.height / 2 - HEIGHT / scale / 2) : 0
  const missing = placed !== null && elements.length > 0 && box === null

  return (
    <div>
      <div class="piece" ref={setSpace} aria-hidden="true">
        <div class="piece-page" style={{ transform: `scale(${scale}) translate(${-left}px, ${-top}px)` }}>
          <div ref={host} />
          {box && <div class="piece-mark" style={{ left: `${box.x - 4}px`, top: `${box.y - 4}px`, width: `${box.width + 8}px`, height: `${box.height + 8}px` }} />}
        </div>
      </div>
      {(missing || error !== null) && <p class="muted small">{text.stalls.stall.pictureMissing}</p>}
    </div>
  )
}
