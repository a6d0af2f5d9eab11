// Which part of the visit the time line shows.
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Playback } from './playback.ts'

/** ms since the visit began. */
export interface View {
  fromMs: number
  toMs: number
}

export interface Zoom {
  view: View
  /** Whether less than the whole visit is in view. */
  zoomed: boolean
  /** By a factor, smaller than 1 to see less; the moment `at` keeps its place. */
  by(factor: number, atMs: number): void
  pan(ms: number): void
  all(): void
}

/** Closer than this, two clicks of a hurried hand no longer fall on one spot. */
const SHORTEST_MS = 5_000

export function zoomed({ fromMs, toMs }: View, factor: number, atMs: number, wholeMs: number): View {
  const length = Math.min(wholeMs, Math.max(Math.min(SHORTEST_MS, wholeMs), (toMs - fromMs) * factor))
  const place = (atMs - fromMs) / Math.max(1, toMs - fromMs)
  return within({ fromMs: atMs - place * length, toMs: atMs + (1 - place) * length }, wholeMs)
}

/** The same length, inside the visit. */
export function within({ fromMs, toMs }: View, wholeMs: number): View {
  const length = Math.min(toMs - fromMs, wholeMs)
  const from = Math.min(Math.max(0, fromMs), wholeMs - length)
  return { fromMs: from, toMs: from + length }
}

/** Follows the moment, page by page, when it leaves the view. */
export function useZoom(playback: Playback | undefined, wholeMs: number): Zoom {
  const [chosen, choose] = useState<View | null>(null)
  const view = chosen ? within(chosen, wholeMs) : { fromMs: 0, toMs: wholeMs }
  const zoom = useMemo<Omit<Zoom, 'view' | 'zoomed'>>(
    () => ({
      by: (factor, atMs) => choose((now) => narrower(zoomed(now ?? { fromMs: 0, toMs: wholeMs }, factor, atMs, wholeMs), wholeMs)),
      pan: (ms) => choose((now) => now && within({ fromMs: now.fromMs + ms, toMs: now.toMs + ms }, wholeMs)),
      all: () => choose(null),
    }),
    [wholeMs],
  )
  useFollowing(playback, chosen, choose)
  return { view, zoomed: chosen !== null, ...zoom }
}

const narrower = (view: View, wholeMs: number): View | null => (view.toMs - view.fromMs >= wholeMs ? null : view)

function useFollowing(playback: Playback | undefined, chosen: View | null, choose: (view: (now: View | null) => View | null) => void): void {
  useEffect(() => {
    if (!playback || !chosen) return
    const follow = (): void => {
      const { ms, recording } = playback.state()
      if (ms >= chosen.fromMs && ms <= chosen.toMs) return
      const length = chosen.toMs - chosen.fromMs
      choose(() => within({ fromMs: ms - length / 10, toMs: ms + (9 * length) / 10 }, recording.durationMs))
    }
    follow()
    return playback.subscribe(follow)
  }, [playback, chosen])
}
