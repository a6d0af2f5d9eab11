import { Download, ExternalLink, Globe, RefreshCw, Share2, Trash2 } from 'lucide'
import { Icon } from '../ui/Icon.tsx'
import { Menu } from '../ui/Menu.tsx'
import type { Desk } from './desk.ts'
import type { Playback } from './playback.ts'
import { addressAt, tabAt, type Recording } from './recording.ts'
import { text } from './text.ts'
import { useSelected } from './usePlayback.ts'

interface Props {
  recording: Recording
  playback: Playback | undefined
  reload: () => void
  /** Absent for whoever came by a link: they may only watch. */
  desk: Desk | undefined
  share: () => void
  erase: () => void
}

/** Which page the visitor was on. Text only: a replay does not lead to the recorded site. */
export function AddressBar({ recording, playback, reload, desk, share, erase }: Props) {
  return (
    <header class="player-head">
      <div class="player-address">
        <Icon name={Globe} size={14} />
        <span class="cut mono">{playback && <Address playback={playback} />}</span>
      </div>
      {playback && <Tab playback={playback} />}
      {recording.live && (
        <div class="row" title={text.liveDetail}>
          <span class="badge live">{text.live}</span>
          <button type="button" class="button quiet" title={text.more} onClick={reload}>
            <Icon name={RefreshCw} size={14} /> <span class="player-wide">{text.more}</span>
          </button>
        </div>
      )}
      {desk && playback && (
        <div class="row player-doings">
          <button type="button" class="button" title={text.share} onClick={share}><Icon name={Share2} size={14} /> <span class="player-wide">{text.shareShort}</span></button>
          <Doings desk={desk} playback={playback} erase={erase} />
        </div>
      )}
    </header>
  )
}

function Doings({ desk, playback, erase }: { desk: Desk; playback: Playback; erase: () => void }) {
  const open = () => void window.open(desk.alone(playback.state().ms), '_blank', 'noopener')
  return (
    <Menu
      label={text.doings}
      items={[
        { label: text.exportRrweb, icon: Download, href: desk.exportAddress, download: `session-${playback.state().recording.session.id}.rrweb.json` },
        { label: text.alone, icon: ExternalLink, onPick: open },
        { label: text.erase, icon: Trash2, danger: true, onPick: erase },
      ]}
    />
  )
}

function Tab({ playback }: { playback: Playback }) {
  const tab = useSelected(playback, ({ recording, document }) => {
    const found = document && tabAt(recording, document)
    return found ? text.tab(found.number, found.of) : ''
  })
  return tab ? <span class="badge player-tab">{tab}</span> : null
}

function Address({ playback }: { playback: Playback }) {
  const address = useSelected(playback, ({ recording, document, ms }) => (document ? addressAt(recording, document, ms) : ''))
  return <span title={address}>{address}</span>
}
