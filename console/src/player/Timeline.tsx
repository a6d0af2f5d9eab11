import { useRef, useState } from 'preact/hooks'
import type { Playback } from './playback.ts'
import type { Recording } from './recording.ts'
import { leadInto, segmentsOf, type Happening } from './story.ts'
import { clockTime, deadClick, text } from './text.ts'
import { thinOut } from './thinOut.ts'
import { useSelected } from './usePlayback.ts'

interface Props {
  playback: Playback
  recording: Recording
  story: readonly Happening[]
}

/** The whole visit: its pages, what happened in them, and where nothing did. A press seeks; on a mark, to shortly before it. */
export function Timeline({ playback, recording, story }: Props) {
  const bar = useRef<HTMLDivElement>(null)
  const [hover, setHover] = useState<Hover>()
  const share = (ms: number): string => `${(100 * ms) / Math.max(1, recording.durationMs)}%`
  const aim = (event: PointerEvent): Hover => aimAt(bar.current!, event, recording, story)

  const onPointerDown = (event: PointerEvent): void => {
    bar.current?.setPointerCapture(event.pointerId)
    const { happening, ms } = aim(event)
    playback.seek(happening ? leadInto(happening) : ms)
  }
  const onPointerMove = (event: PointerEvent): void => {
    const aimed = aim(event)
    setHover(aimed)
    if (event.buttons === 1 && !aimed.happening) playback.seek(aimed.ms)
  }

  return (
    <div class="player-line" ref={bar} onPointerDown={onPointerDown} onPointerMove={onPointerMove} onPointerLeave={() => setHover(undefined)}>
      <div class="player-track">
        {segmentsOf(recording).map(({ fromMs, toMs }) => <span key={fromMs} class="player-segment" style={{ left: share(fromMs), width: share(toMs - fromMs) }} />)}
        {recording.idle.map(({ fromMs, toMs }) => <span key={fromMs} class="player-idle" style={{ left: share(fromMs), width: share(toMs - fromMs) }} />)}
        <Progress playback={playback} />
      </div>
      {thinOut(story, recording.durationMs).map((each, i) => (
        <span key={i} class={`player-mark is-${each.kind}${each.dead ? ' is-dead' : ''}`} style={{ left: share(each.atMs) }} />
      ))}
      <Thumb playback={playback} />
      {hover && <Tip hover={hover} />}
    </div>
  )
}

const progressOf = (playback: Playback): number =>
  useSelected(playback, ({ ms, recording }) => Math.round((10_000 * ms) / Math.max(1, recording.durationMs)) / 100)

function Progress({ playback }: { playback: Playback }) {
  return <span class="player-progress" style={{ width: `${progressOf(playback)}%` }} />
}

function Thumb({ playback }: { playback: Playback }) {
  const second = useSelected(playback, ({ ms }) => Math.floor(ms / 1000))
  const whole = playback.state().recording.durationMs
  return (
    <span
      class="player-thumb"
      style={{ left: `${progressOf(playback)}%` }}
      role="slider"
      tabIndex={0}
      aria-label={text.timeline}
      aria-valuemin={0}
      aria-valuemax={Math.round(whole / 1000)}
      aria-valuenow={second}
      aria-valuetext={text.ofTime(clockTime(second * 1000), clockTime(whole))}
    />
  )
}

interface Hover {
  ms: number
  /** Across the bar, 0..1. */
  place: number
  page: string
  happening: Happening | undefined
}

const REACH_PX = 6

function aimAt(bar: HTMLElement, event: PointerEvent, recording: Recording, story: readonly Happening[]): Hover {
  const { left, width } = bar.getBoundingClientRect()
  const place = Math.min(1, Math.max(0, (event.clientX - left) / Math.max(1, width)))
  const ms = place * recording.durationMs
  const reach = (REACH_PX / Math.max(1, width)) * recording.durationMs
  const distance = (each: Happening): number => Math.abs(each.atMs - ms)
  const near = story.filter((each) => distance(each) <= reach).sort((a, b) => distance(a) - distance(b))
  const page = segmentsOf(recording).findLast(({ fromMs }) => fromMs <= ms)?.name ?? ''
  return { ms, place, page, happening: near[0] }
}

function Tip({ hover: { ms, place, page, happening } }: { hover: Hover }) {
  return (
    <div class="player-tip" style={{ left: `${100 * place}%`, transform: `translateX(${-100 * place}%)` }}>
      <span class="number muted">{clockTime(happening?.atMs ?? ms)}</span>
      <span class="cut">{happening ? `${happening.sentence}${happening.dead ? `, ${deadClick}` : ''}` : page}</span>
    </div>
  )
}
