import { useRef, useState } from 'preact/hooks'
import type { Playback } from './playback.ts'
import type { Recording, Stretch } from './recording.ts'
import { leadInto, segmentsOf, type Happening } from './story.ts'
import { aside, clockTime, text } from './text.ts'
import { thinOut } from './thinOut.ts'
import { useSelected } from './usePlayback.ts'
import type { View, Zoom } from './zoom.ts'

interface Props {
  playback: Playback
  recording: Recording
  story: readonly Happening[]
  zoom: Zoom
}

/** The visit: its pages, what happened in them, where nothing did and what is missing. A press seeks; on a mark, to shortly before it. */
export function Timeline({ playback, recording, story, zoom }: Props) {
  const bar = useRef<HTMLDivElement>(null)
  const [hover, setHover] = useState<Hover>()
  const { view } = zoom
  const place = placeIn(view)
  const aim = (event: PointerEvent): Hover => aimAt(bar.current!, event, view, recording, story)
  const stretch = (each: Stretch, className: string) =>
    each.toMs > view.fromMs && each.fromMs < view.toMs && <span key={`${className} ${each.fromMs}`} class={className} style={{ left: `${place(each.fromMs)}%`, width: `${place(each.toMs) - place(each.fromMs)}%` }} />

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
  // Up and down looks closer or from farther, sideways goes along.
  const onWheel = (event: WheelEvent): void => {
    event.preventDefault()
    const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY)
    if (sideways) zoom.pan((event.deltaX / Math.max(1, bar.current!.clientWidth)) * (view.toMs - view.fromMs))
    else zoom.by(event.deltaY > 0 ? 1.25 : 0.8, momentUnder(bar.current!, event.clientX, view))
  }

  return (
    <div class="player-line" ref={bar} onPointerDown={onPointerDown} onPointerMove={onPointerMove} onPointerLeave={() => setHover(undefined)} onWheel={onWheel}>
      <div class="player-track">
        {segmentsOf(recording).map((each) => stretch(each, 'player-segment'))}
        {recording.idle.map((each) => stretch(each, 'player-idle'))}
        {recording.gaps.filter(({ lane }) => lane !== 'asset').map(({ atMs, untilMs }) => stretch({ fromMs: atMs, toMs: untilMs ?? recording.durationMs }, 'player-missing'))}
        <Progress playback={playback} view={view} />
      </div>
      {thinOut(story.filter(({ atMs }) => atMs >= view.fromMs && atMs <= view.toMs), view.toMs - view.fromMs).map((each) => (
        <span key={`${each.kind} ${each.atMs}`} class={`player-mark is-${each.kind}${each.dead ? ' is-dead' : ''}`} style={{ left: `${place(each.atMs)}%` }} />
      ))}
      <Thumb playback={playback} view={view} />
      {zoom.zoomed && <Overview view={view} wholeMs={recording.durationMs} />}
      {hover && <Tip hover={hover} />}
    </div>
  )
}

/** Percent of the bar. */
const placeIn = ({ fromMs, toMs }: View) => (ms: number): number => (100 * (ms - fromMs)) / Math.max(1, toMs - fromMs)

/** Steps of a two-thousandth of the view are enough for the eye, and few enough redraws. */
function useProgress(playback: Playback, view: View): number {
  const step = Math.max(1, (view.toMs - view.fromMs) / 2000)
  const steps = useSelected(playback, ({ ms }) => Math.round(ms / step))
  return placeIn(view)(steps * step)
}

function Progress({ playback, view }: { playback: Playback; view: View }) {
  return <span class="player-progress" style={{ width: `${Math.max(0, useProgress(playback, view))}%` }} />
}

function Thumb({ playback, view }: { playback: Playback; view: View }) {
  const place = useProgress(playback, view)
  const second = useSelected(playback, ({ ms }) => Math.floor(ms / 1000))
  const whole = playback.state().recording.durationMs
  return (
    <span
      class="player-thumb"
      style={{ left: `${Math.min(100, Math.max(0, place))}%` }}
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

/** Where in the whole visit the view is, when it is not all of it. */
function Overview({ view, wholeMs }: { view: View; wholeMs: number }) {
  const place = placeIn({ fromMs: 0, toMs: wholeMs })
  return <span class="player-overview"><span style={{ left: `${place(view.fromMs)}%`, width: `${Math.max(0.5, place(view.toMs) - place(view.fromMs))}%` }} /></span>
}

interface Hover {
  ms: number
  /** Across the bar, 0..1. */
  place: number
  page: string
  happening: Happening | undefined
}

const REACH_PX = 6

function momentUnder(bar: HTMLElement, clientX: number, { fromMs, toMs }: View): number {
  const { left, width } = bar.getBoundingClientRect()
  return fromMs + Math.min(1, Math.max(0, (clientX - left) / Math.max(1, width))) * (toMs - fromMs)
}

function aimAt(bar: HTMLElement, event: PointerEvent, view: View, recording: Recording, story: readonly Happening[]): Hover {
  const ms = momentUnder(bar, event.clientX, view)
  const reach = (REACH_PX / Math.max(1, bar.clientWidth)) * (view.toMs - view.fromMs)
  const distance = (each: Happening): number => Math.abs(each.atMs - ms)
  const near = story.filter((each) => distance(each) <= reach).sort((a, b) => distance(a) - distance(b))
  const page = segmentsOf(recording).findLast(({ fromMs }) => fromMs <= ms)?.name ?? ''
  return { ms, place: placeIn(view)(ms) / 100, page, happening: near[0] }
}

function Tip({ hover: { ms, place, page, happening } }: { hover: Hover }) {
  const more = happening && aside(happening)
  return (
    <div class="player-tip" style={{ left: `${100 * place}%`, transform: `translateX(${-100 * place}%)` }}>
      <span class="number muted">{clockTime(happening?.atMs ?? ms)}</span>
      <span class="cut">{happening ? `${happening.sentence}${more ? `, ${more}` : ''}` : page}</span>
    </div>
  )
}
