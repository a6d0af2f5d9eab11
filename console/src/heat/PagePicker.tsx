import { ChevronDown, FileText } from 'lucide'
import { useState } from 'preact/hooks'
import type { PageVolume } from '../api/types.ts'
import { text } from '../text/en.ts'
import { number } from '../text/format.ts'
import { Icon } from '../ui/Icon.tsx'
import { Popup } from '../ui/Popup.tsx'

const MOST_SHOWN = 60

interface Props {
  pages: readonly PageVolume[]
  chosen: string
  onChoose: (page: string) => void
}

/** The pages by their volume, found by typing a part of the path or the title. */
export function PagePicker({ pages, chosen, onChoose }: Props) {
  return (
    <Popup buttonClass="button page-button" label={text.heat.choosePage(chosen)} button={<><Icon name={FileText} /> <span class="cut">{chosen || text.heat.noPage}</span> <Icon name={ChevronDown} /></>}>
      {(close) => <PageList pages={pages} chosen={chosen} onChoose={(page) => { onChoose(page); close() }} />}
    </Popup>
  )
}

function PageList({ pages, chosen, onChoose }: Props) {
  const [typed, setTyped] = useState('')
  const sought = typed.trim().toLowerCase()
  const found = pages.filter(({ page, title }) => page.toLowerCase().includes(sought) || title.toLowerCase().includes(sought))
  const most = Math.max(1, pages[0]?.views ?? 1)

  return (
    <div class="page-list">
      <input class="input" type="search" aria-label={text.heat.searchPages} placeholder={text.heat.searchPages} value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
      <ul>
        {found.slice(0, MOST_SHOWN).map(({ page, title, views, clicks }) => (
          <li key={page}>
            <button type="button" aria-current={page === chosen} onClick={() => onChoose(page)}>
              <span class="cut">{page}</span>
              <span class="number right">{number(views)}</span>
              <span class="cut small muted">{title}</span>
              <span class="number right small muted">{text.heat.clicks(clicks)}</span>
              <span class="volume" style={{ width: `${(views / most) * 100}%` }} />
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p class="muted small">{text.heat.noSuchPage}</p>}
      {found.length > MOST_SHOWN && <p class="muted small">{text.heat.morePages(found.length - MOST_SHOWN)}</p>}
    </div>
  )
}
