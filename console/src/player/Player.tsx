import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { createRecordedPage, type RecordedPage } from '../frame/recordedPage.ts'
import { AddressBar } from './AddressBar.tsx'
import { Controls } from './Controls.tsx'
import type { Desk } from './desk.ts'
import { EraseSheet } from './EraseSheet.tsx'
import { KeySheet } from './KeySheet.tsx'
import { usePlayerKeys } from './keys.ts'
import { Notice } from './Notice.tsx'
import { browserClock, createPlayback, type Clock, type Playback } from './playback.ts'
import './player.css'
import { createProjector } from './projector.ts'
import type { Recording } from './recording.ts'
import { ShareSheet } from './ShareSheet.tsx'
import { createSource, type Source } from './source.ts'
import { Stage } from './Stage.tsx'
import { storyOf } from './story.ts'
import { StoryPanel } from './StoryPanel.tsx'
import { Timeline } from './Timeline.tsx'
import { useRecording } from './useRecording.ts'
import { useZoom } from './zoom.ts'

export interface PlayerProps {
  /** Of the recording: addressOf a session, or the sharedAddress of a link. Another one starts anew. */
  address: string
  /** What else can be done with it; absent for whoever came by a link. */
  desk?: Desk
  /** Where to stand at first, ms since the visit began. */
  at: number | 'end'
  /** Hears the moment the picture shows, and null as soon as it no longer does. */
  onMoment?: (ms: number | null) => void
  /** The visit was deleted here. */
  onErased?: () => void
  clock?: Clock
}

/** One visit's replay, paused at `at`. Fills the element it stands in. */
export function Player(props: PlayerProps) {
  const source = useMemo(() => createSource(props.address), [props.address])
  const [contents, reload] = useRecording(source)
  return (
    <section class="player">
      {contents.state === 'there' ? (
        <Screening key={props.address} {...props} source={source} recording={contents.recording} reload={reload} />
      ) : (
        <Notice contents={contents} retry={reload} />
      )}
    </section>
  )
}

interface ScreeningProps extends PlayerProps {
  source: Source
  recording: Recording
  reload: () => void
}

function Screening({ source, recording, at, clock = browserClock, reload, onMoment, desk, onErased }: ScreeningProps) {
  const picture = useRef<HTMLDivElement>(null)
  const [screen, setScreen] = useState<{ playback: Playback; page: RecordedPage }>()

  useLayoutEffect(() => {
    if (!picture.current) return
    const page = createRecordedPage(picture.current, 'page')
    const playback = createPlayback(recording, createProjector(source, page), clock, momentOf(at, recording))
    setScreen({ playback, page })
    return () => {
      playback.stop()
      page.destroy()
    }
  }, [source])

  useEffect(() => screen?.playback.refresh(recording), [screen, recording])
  useEffect(() => screen?.playback.seek(momentOf(at, recording)), [at])
  useEffect(() => (screen && onMoment ? tellMoments(screen.playback, onMoment) : undefined), [screen, onMoment])

  return <Screen recording={recording} picture={picture} reload={reload} playback={screen?.playback} desk={desk} onErased={onErased} />
}

const momentOf = (at: number | 'end', recording: Recording): number => (at === 'end' ? recording.durationMs : at)

function tellMoments(playback: Playback, onMoment: (ms: number | null) => void): () => void {
  let told: number | null | undefined
  const tell = (): void => {
    const { shownMs } = playback.state()
    if (shownMs !== told) onMoment(shownMs)
    told = shownMs
  }
  tell()
  return playback.subscribe(tell)
}

interface ScreenProps {
  recording: Recording
  picture: { current: HTMLDivElement | null }
  playback: Playback | undefined
  reload: () => void
  desk: Desk | undefined
  onErased: (() => void) | undefined
}

type Sheets = 'keys' | 'share' | 'erase' | null

function Screen({ recording, picture, playback, reload, desk, onErased }: ScreenProps) {
  const [showStory, setShowStory] = useState(true)
  const [sheet, setSheet] = useState<Sheets>(null)
  const story = useMemo(() => storyOf(recording), [recording])
  const zoom = useZoom(playback, recording.durationMs)
  const toggleStory = () => setShowStory((shown) => !shown)
  const share = () => {
    if (!desk) return
    playback?.pause()
    setSheet('share')
  }
  const close = () => setSheet(null)
  usePlayerKeys(playback, story, { toggleStory, share, showKeys: () => setSheet('keys'), zoom: (factor) => playback && zoom.by(factor, playback.state().ms) })

  return (
    <>
      <AddressBar recording={recording} playback={playback} reload={reload} desk={desk} share={share} erase={() => setSheet('erase')} />
      <div class="player-middle">
        <Stage picture={picture} playback={playback} />
        {showStory && playback && <StoryPanel playback={playback} story={story} />}
      </div>
      {playback && (
        <footer class="player-foot">
          <Timeline playback={playback} recording={recording} story={story} zoom={zoom} />
          <Controls playback={playback} story={story} zoom={zoom} showStory={showStory} toggleStory={toggleStory} openKeys={() => setSheet('keys')} />
        </footer>
      )}
      <KeySheet open={sheet === 'keys'} onClose={close} />
      {desk && playback && <ShareSheet desk={desk} atMs={playback.state().ms} open={sheet === 'share'} onClose={close} />}
      {desk && <EraseSheet desk={desk} open={sheet === 'erase'} onClose={close} onErased={() => onErased?.()} />}
    </>
  )
}
