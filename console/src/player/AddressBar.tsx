import { Globe, RefreshCw } from 'lucide'
import { Icon } from '../ui/Icon.tsx'
import type { Playback } from './playback.ts'
import { addressAt, type Recording } from './recording.ts'
import { text } from './text.ts'
import { useSelected } from './usePlayback.ts'

interface Props {
  recording: Recording
  playback: Playback | undefined
  reload: () => void
}

/** Which page the visitor was on. Text only: a replay does not lead to the recorded site. */
export function AddressBar({ recording, playback, reload }: Props) {
  return (
    <header class="player-head">
      <div class="player-address">
        <Icon name={Globe} size={14} />
        <span class="cut mono">{playback && <Address playback={playback} />}</span>
      </div>
      {recording.live && (
        <div class="row" title={text.liveDetail}>
          <span class="badge live">{text.live}</span>
          <button type="button" class="button quiet" title={text.more} onClick={reload}>
            <Icon name={RefreshCw} size={14} /> <span class="player-wide">{text.more}</span>
          </button>
        </div>
      )}
    </header>
  )
}

function Address({ playback }: { playback: Playback }) {
  const address = useSelected(playback, ({ recording, document, ms }) => (document ? addressAt(recording, document, ms) : ''))
  return <span title={address}>{address}</span>
}
