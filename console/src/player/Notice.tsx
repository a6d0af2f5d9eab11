import { TriangleAlert, VideoOff } from 'lucide'
import { Icon } from '../ui/Icon.tsx'
import { text } from './text.ts'
import type { Contents } from './useRecording.ts'

/** Stands where the replay would, and says why there is none. */
export function Notice({ contents, retry }: { contents: Exclude<Contents, { state: 'there' }>; retry: () => void }) {
  switch (contents.state) {
    case 'loading':
      return <div class="player-notice" role="status"><span class="spinner" /><p>{text.loading}</p></div>
    case 'none':
      return <div class="player-notice"><Icon name={VideoOff} size={28} /><h2>{text.none}</h2><p>{text.noneDetail}</p></div>
    case 'over':
      return <div class="player-notice"><Icon name={VideoOff} size={28} /><h2>{text.shareOver}</h2><p>{text.shareOverDetail}</p></div>
    case 'failed':
      return (
        <div class="player-notice" role="alert">
          <Icon name={TriangleAlert} size={28} />
          <h2>{text.failed}</h2>
          <p>{contents.message}</p>
          <button type="button" class="button" onClick={retry}>{text.retry}</button>
        </div>
      )
  }
}
