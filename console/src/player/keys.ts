import { useEffect, useRef } from 'preact/hooks'
import { SPEEDS, type Playback } from './playback.ts'
import { leadInto, neighbour, type Happening } from './story.ts'

interface Elsewhere {
  /** Looks closer at the time line (smaller than 1) or from farther away. */
  zoom(factor: number): void
  share(): void
  toggleStory(): void
  showKeys(): void
}

const STEP_MS = 5_000
const TYPING = 'input, textarea, select, [contenteditable]'
const PRESSED_BY_SPACE = 'button, a, summary'

/** The player's keys, for the whole page: it is what the page is for. Keys that belong to something closer are left to it. */
export function usePlayerKeys(playback: Playback | undefined, story: readonly Happening[], elsewhere: Elsewhere): void {
  const now = useRef(elsewhere)
  now.current = elsewhere
  useEffect(() => {
    if (!playback) return
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return
      const target = event.target instanceof Element ? event.target : null
      if (target?.closest(TYPING) || (event.key === ' ' && target?.closest(PRESSED_BY_SPACE))) return
      if (!act(event, playback, story, now.current)) return
      event.preventDefault()
      event.stopPropagation()
    }
    addEventListener('keydown', onKey, { capture: true })
    return () => removeEventListener('keydown', onKey, { capture: true })
  }, [playback, story])
}

/** Whether the key meant something. */
function act({ key, shiftKey }: KeyboardEvent, playback: Playback, story: readonly Happening[], elsewhere: Elsewhere): boolean {
  const { ms, playing, skipIdle, recording } = playback.state()
  if (/^[0-9]$/.test(key)) playback.seek((recording.durationMs * Number(key)) / 10)
  else if (key === ' ') playing ? playback.pause() : playback.play()
  else if (key === 'ArrowLeft') shiftKey ? seekNeighbour(playback, story, -1) : playback.seek(ms - STEP_MS)
  else if (key === 'ArrowRight') shiftKey ? seekNeighbour(playback, story, 1) : playback.seek(ms + STEP_MS)
  else if (key === 'Home') playback.seek(0)
  else if (key === 'End') playback.seek(recording.durationMs)
  else if (key === ',') stepSpeed(playback, -1)
  else if (key === '.') stepSpeed(playback, 1)
  else if (key === 'i') playback.setSkipIdle(!skipIdle)
  else if (key === 'l') elsewhere.toggleStory()
  else if (key === 'e') seekTrouble(playback, story)
  else if (key === 's') elsewhere.share()
  else if (key === '+' || key === '=') elsewhere.zoom(0.5)
  else if (key === '-') elsewhere.zoom(2)
  else if (key === '?') elsewhere.showKeys()
  else return false
  return true
}

export function seekNeighbour(playback: Playback, story: readonly Happening[], direction: -1 | 1): void {
  const { ms, recording } = playback.state()
  const happening = neighbour(story, ms, direction)
  playback.seek(happening ? leadInto(happening) : direction < 0 ? 0 : recording.durationMs)
}

/** The next thing that went wrong; after the last, the first again. */
function seekTrouble(playback: Playback, story: readonly Happening[]): void {
  const troubles = story.filter(({ kind, dead }) => dead || kind === 'error' || kind === 'signal' || kind === 'request')
  const next = neighbour(troubles, playback.state().ms, 1) ?? troubles[0]
  if (next) playback.seek(leadInto(next))
}

function stepSpeed(playback: Playback, by: -1 | 1): void {
  const speeds: readonly number[] = SPEEDS
  const next = speeds[speeds.indexOf(playback.state().speed) + by]
  if (next !== undefined) playback.setSpeed(next)
}
