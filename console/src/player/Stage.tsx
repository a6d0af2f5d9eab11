import { TriangleAlert } from 'lucide'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../ui/Icon.tsx'
import type { Playback, PlaybackState } from './playback.ts'
import { paintPointer } from './paintPointer.ts'
import { gapAt } from './recording.ts'
import { span, text } from './text.ts'
import { useSelected } from './usePlayback.ts'

interface Props {
  /** Takes the frame. */
  picture: { current: HTMLDivElement | null }
  playback: Playback | undefined
}

/** The visitor's window, made to fit, with their pointer drawn over it. */
export function Stage({ picture, playback }: Props) {
  const stage = useRef<HTMLDivElement>(null)
  return (
    <div class="player-stage" ref={stage}>
      <div class="player-picture" ref={picture} />
      {playback && <Lights playback={playback} stage={stage} picture={picture} />}
      {playback && <Captions playback={playback} />}
    </div>
  )
}

function Lights({ playback, stage, picture }: Required<Omit<Props, 'playback'>> & { playback: Playback; stage: { current: HTMLDivElement | null } }) {
  const width = useSelected(playback, (state) => state.width)
  const height = useSelected(playback, (state) => state.height)
  const waiting = useSelected(playback, (state) => state.shownMs === null && state.failure === null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const space = useSpace(stage)
  const scale = width > 0 ? Math.min(1, space.width / width, space.height / height) : 0

  useLayoutEffect(() => {
    const element = picture.current
    if (!element) return
    element.style.cssText = `width:${width}px;height:${height}px;transform:translate(-50%,-50%) scale(${scale});visibility:${scale > 0 ? 'visible' : 'hidden'}`
  }, [width, height, scale])

  useEffect(() => {
    if (!canvas.current || scale === 0) return
    const paint = paintPointer(canvas.current, { width, height, scale })
    paint(playback.state())
    return playback.subscribe(() => paint(playback.state()))
  }, [playback, width, height, scale])

  return (
    <>
      <canvas class="player-pointer" ref={canvas} style={{ width: `${width * scale}px`, height: `${height * scale}px` }} />
      {waiting && <div class="player-waiting"><span class="spinner" /></div>}
      {scale > 0 && <span class="player-size number">{text.scaled(width, height, Math.round(scale * 100))}</span>}
    </>
  )
}

/** The room inside the padding, CSS px. */
function useSpace(stage: { current: HTMLDivElement | null }): { width: number; height: number } {
  const [space, setSpace] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    if (!stage.current) return
    const observer = new ResizeObserver(([entry]) => entry && setSpace({ width: entry.contentRect.width, height: entry.contentRect.height }))
    observer.observe(stage.current)
    return () => observer.disconnect()
  }, [])
  return space
}

const CAPTION_MS = 3_000

function Captions({ playback }: { playback: Playback }) {
  const caption = useSelected(playback, captionOf)
  const failure = useSelected(playback, (state) => state.failure)
  if (failure !== null) {
    return (
      <div class="player-failure" role="alert">
        <Icon name={TriangleAlert} size={20} />
        <p>{failure}</p>
        <button type="button" class="button" onClick={() => playback.seek(playback.state().ms)}>{text.retry}</button>
      </div>
    )
  }
  return <p class="player-caption" role="status">{caption}</p>
}

/** What needs saying about this moment: a gap first, for the picture cannot be trusted there. */
function captionOf({ recording, ms, skipped, damaged, speed }: PlaybackState): string {
  const gap = gapAt(recording, ms)
  if (gap) return `${text.gap}. ${gap.detail}`
  if (damaged) return text.damage
  if (skipped && ms >= skipped.atMs && ms < skipped.atMs + CAPTION_MS * speed) return text.skipped(span(skipped.durationMs))
  return ''
}
