import { FastForward, Keyboard, PanelRight, ZoomIn, ZoomOut, Pause, Play, RotateCcw, SkipBack, SkipForward, Undo2, Redo2 } from 'lucide'
import { Icon } from '../ui/Icon.tsx'
import { seekNeighbour } from './keys.ts'
import { SPEEDS, type Playback } from './playback.ts'
import type { Happening } from './story.ts'
import { clockTime, text } from './text.ts'
import { useSelected } from './usePlayback.ts'
import type { Zoom } from './zoom.ts'

interface Props {
  playback: Playback
  story: readonly Happening[]
  zoom: Zoom
  showStory: boolean
  toggleStory: () => void
  openKeys: () => void
}

export function Controls({ playback, story, zoom, showStory, toggleStory, openKeys }: Props) {
  const back = (ms: number) => () => playback.seek(playback.state().ms + ms)
  return (
    <div class="player-controls">
      <PlayButton playback={playback} />
      <Tool icon={SkipBack} label={text.previous} onClick={() => seekNeighbour(playback, story, -1)} />
      <Tool icon={Undo2} label={text.back} onClick={back(-5_000)} />
      <Tool icon={Redo2} label={text.forward} onClick={back(5_000)} />
      <Tool icon={SkipForward} label={text.next} onClick={() => seekNeighbour(playback, story, 1)} />
      <Time playback={playback} />
      <span class="player-spring" />
      {zoom.zoomed && <Tool icon={ZoomOut} label={text.zoomAll} onClick={zoom.all} />}
      <Tool icon={ZoomIn} label={text.zoomIn} onClick={() => zoom.by(0.5, playback.state().ms)} />
      <IdleSwitch playback={playback} />
      <Speed playback={playback} />
      <Tool icon={Keyboard} label={text.keys} onClick={openKeys} />
      <Tool icon={PanelRight} label={showStory ? text.hideStory : text.showStory} onClick={toggleStory} pressed={showStory} />
    </div>
  )
}

function PlayButton({ playback }: { playback: Playback }) {
  const playing = useSelected(playback, (state) => state.playing)
  const ended = useSelected(playback, (state) => state.ms >= state.recording.durationMs)
  const label = playing ? text.pause : ended ? text.replay : text.play
  return (
    <button type="button" class="button primary square player-play" aria-label={label} title={label} onClick={() => (playing ? playback.pause() : playback.play())}>
      <Icon name={playing ? Pause : ended ? RotateCcw : Play} size={18} />
    </button>
  )
}

function Time({ playback }: { playback: Playback }) {
  const now = useSelected(playback, (state) => clockTime(state.ms))
  const whole = useSelected(playback, (state) => clockTime(state.recording.durationMs))
  return <span class="player-time number">{now} <span class="muted">/ {whole}</span></span>
}

function IdleSwitch({ playback }: { playback: Playback }) {
  const on = useSelected(playback, (state) => state.skipIdle)
  return (
    <button type="button" class="button" aria-pressed={on} title={text.skipIdleDetail} onClick={() => playback.setSkipIdle(!on)}>
      <Icon name={FastForward} size={14} /> <span class="player-wide">{text.skipIdle}</span>
    </button>
  )
}

function Speed({ playback }: { playback: Playback }) {
  const speed = useSelected(playback, (state) => state.speed)
  return (
    <select class="input number" aria-label={text.speed} title={text.speed} value={String(speed)} onChange={(event) => playback.setSpeed(Number(event.currentTarget.value))}>
      {SPEEDS.map((each) => <option key={each} value={String(each)}>{each}×</option>)}
    </select>
  )
}

interface ToolProps {
  icon: typeof Play
  label: string
  onClick: () => void
  pressed?: boolean
}

function Tool({ icon, label, onClick, pressed }: ToolProps) {
  return (
    <button type="button" class="button quiet square" aria-label={label} title={label} aria-pressed={pressed} onClick={onClick}>
      <Icon name={icon} />
    </button>
  )
}
