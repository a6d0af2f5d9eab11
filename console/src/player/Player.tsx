import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { createRecordedPage, type RecordedPage } from '../frame/recordedPage.ts'
import { AddressBar } from './AddressBar.tsx'
import { Controls } from './Controls.tsx'
import { KeySheet } from './KeySheet.tsx'
import { usePlayerKeys } from './keys.ts'
import { Notice } from './Notice.tsx'
import { browserClock, createPlayback, type Clock, type Playback } from './playback.ts'
import './player.css'
import { createProjector } from './projector.ts'
import type { Recording } from './recording.ts'
import { createSource, type Source } from './source.ts'
import { Stage } from './Stage.tsx'
import { storyOf } from './story.ts'
import { StoryPanel } from './StoryPanel.tsx'
import { Timeline } from './Timeline.tsx'
import { useRecording } from './useRecording.ts'

export interface PlayerProps {
  site: string
  session: string
  /** Where to stand at first, ms since the visit began. */
  at: number | 'end'
  /** Hears the moment the picture shows, and null as soon as it no longer does. */
  onMoment?: (ms: number | null) => void
  clock?: Clock
}

/** One visit's replay, paused at `at`. Fills the element it stands in. Starts anew when site or session change. */
export function Player({ site, session, at, onMoment, clock = browserClock }: PlayerProps) {
  const source = useMemo(() => createSource(site, session), [site, session])
  const [contents, reload] = useRecording(source)
  return (
    <section class="player">
      {contents.state === 'there' ? (
        <Screening key={`${site} ${session}`} source={source} recording={contents.recording} at={at} clock={clock} reload={reload} {...(onMoment && { onMoment })} />
      ) : (
        <Notice contents={contents} retry={reload} />
      )}
    </section>
  )
}

interface ScreeningProps {
  source: Source
  recording: Recording
  at: number | 'end'
  clock: Clock
  reload: () => void
  onMoment?: (ms: number | null) => void
}

function Screening({ source, recording, at, clock, reload, onMoment }: ScreeningProps) {
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

  return <Desk recording={recording} picture={picture} reload={reload} playback={screen?.playback} />
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

interface DeskProps {
  recording: Recording
  picture: { current: HTMLDivElement | null }
  playback: Playback | undefined
  reload: () => void
}

function Desk({ recording, picture, playback, reload }: DeskProps) {
  const [showStory, setShowStory] = useState(true)
  const [showKeys, setShowKeys] = useState(false)
  const story = useMemo(() => storyOf(recording), [recording])
  const toggleStory = () => setShowStory((shown) => !shown)
  usePlayerKeys(playback, story, { toggleStory, showKeys: () => setShowKeys(true) })

  return (
    <>
      <AddressBar recording={recording} playback={playback} reload={reload} />
      <div class="player-middle">
        <Stage picture={picture} playback={playback} />
        {showStory && playback && <StoryPanel playback={playback} story={story} />}
      </div>
      {playback && (
        <footer class="player-foot">
          <Timeline playback={playback} recording={recording} story={story} />
          <Controls playback={playback} story={story} showStory={showStory} toggleStory={toggleStory} openKeys={() => setShowKeys(true)} />
        </footer>
      )}
      <KeySheet open={showKeys} onClose={() => setShowKeys(false)} />
    </>
  )
}
