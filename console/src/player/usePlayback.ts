import { useEffect, useState } from 'preact/hooks'
import type { Playback, PlaybackState } from './playback.ts'

/** Draws the component again when what it selects has changed, and only then: most of the player stands still while it plays. */
export function useSelected<T>(playback: Playback, select: (state: PlaybackState) => T): T {
  const [, redraw] = useState<T>()
  const selected = select(playback.state())
  useEffect(() => {
    let last = select(playback.state())
    redraw(() => last)
    return playback.subscribe(() => {
      const next = select(playback.state())
      if (Object.is(next, last)) return
      last = next
      redraw(() => next)
    })
  }, [playback])
  return selected
}
