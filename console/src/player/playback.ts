// What the player's buttons do: a moment that can be set and that runs, and a picture that follows it.
import type { PointerMoment } from '../frame/recordedPage.ts'
import type { Projector, Shown } from './projector.ts'
import type { RecordedDocument, Recording } from './recording.ts'
import { Failure } from './source.ts'
import { text } from './text.ts'

/** Animation time: ms, and a callback before the next picture is drawn. */
export interface Clock {
  now(): number
  nextFrame(callback: () => void): void
}

export const browserClock: Clock = { now: () => performance.now(), nextFrame: (callback) => requestAnimationFrame(callback) }

export const SPEEDS = [0.5, 1, 2, 4, 8] as const

export interface PlaybackState {
  recording: Recording
  /** Where the player stands, ms since the visit began. The picture may be on its way there. */
  ms: number
  /** The moment the picture shows; null while it is being brought there. */
  shownMs: number | null
  playing: boolean
  speed: number
  skipIdle: boolean
  document: RecordedDocument | null
  /** Size of the picture in CSS px. */
  width: number
  height: number
  /** The last second and a half of the pointer, times in ms since the visit began. */
  trail: readonly PointerMoment[]
  /** The stretch last jumped over, and the moment after it. */
  skipped: { durationMs: number; atMs: number } | null
  damaged: boolean
  failure: string | null
}

export interface Playback {
  state(): PlaybackState
  subscribe(listener: () => void): () => void
  play(): void
  pause(): void
  seek(ms: number): void
  setSpeed(speed: number): void
  setSkipIdle(on: boolean): void
  /** A later table of contents of the same visit. */
  refresh(recording: Recording): void
  stop(): void
}

const TRAIL_MS = 1_500
/** An idle stretch is left this much before its end, so that what follows does not come as a jump. */
const IDLE_TAIL_MS = 500
const SHORTEST_SKIP_MS = 1_500
/** A tab that was hidden does not leap. */
const LONGEST_STEP_MS = 250

export function createPlayback(recording: Recording, projector: Projector, clock: Clock, startMs: number): Playback {
  const listeners = new Set<() => void>()
  let state: PlaybackState = {
    recording, ms: clamp(startMs, recording), shownMs: null, playing: false, speed: 1, skipIdle: true,
    document: null, width: 0, height: 0, trail: [], skipped: null, damaged: false, failure: null,
  }
  let drawing = false
  let stopped = false
  let lastTick = 0
  let ticking = false

  function set(change: Partial<PlaybackState>): void {
    state = { ...state, ...change }
    listeners.forEach((listener) => listener())
  }

  /** Draws until the picture shows where the player stands. While one moment is drawn, later ones replace each other. */
  async function draw(): Promise<void> {
    if (drawing) return
    drawing = true
    try {
      for (let target = NaN; target !== state.ms && !stopped; ) {
        target = state.ms
        if (projector.mustLoad(state.recording, target)) set({ shownMs: null })
        const shown = await projector.show(state.recording, target)
        if (stopped) return
        set({ ...(shown ? pictureOf(shown, state.trail) : {}), shownMs: target, failure: null })
      }
    } catch (failure) {
      if (!stopped) set({ playing: false, failure: failure instanceof Failure ? failure.message : text.frameFailed })
    } finally {
      drawing = false
    }
  }

  function tick(): void {
    ticking = state.playing && !stopped
    if (!ticking) return
    const now = clock.now()
    const passed = Math.min(now - lastTick, LONGEST_STEP_MS)
    lastTick = now
    if (state.shownMs !== null && !drawing) step(passed * state.speed)
    clock.nextFrame(tick)
  }

  function step(byMs: number): void {
    const ms = Math.min(state.ms + byMs, state.recording.durationMs)
    const idle = state.skipIdle ? idleAt(state.recording, ms) : undefined
    if (idle) set({ ms: idle.toMs - IDLE_TAIL_MS, skipped: { durationMs: idle.toMs - IDLE_TAIL_MS - ms, atMs: idle.toMs - IDLE_TAIL_MS } })
    else set({ ms, playing: ms < state.recording.durationMs })
    void draw()
  }

  function seek(ms: number): void {
    set({ ms: clamp(ms, state.recording), shownMs: null, skipped: null })
    void draw()
  }

  void draw()
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    play() {
      if (state.playing) return
      if (state.ms >= state.recording.durationMs) seek(0)
      lastTick = clock.now()
      set({ playing: true })
      if (!ticking) clock.nextFrame(tick)
      ticking = true
    },
    pause() {
      set({ playing: false })
      void draw()
    },
    seek,
    setSpeed: (speed) => set({ speed }),
    setSkipIdle: (skipIdle) => set({ skipIdle }),
    refresh: (later) => set({ recording: later }),
    stop() {
      stopped = true
      listeners.clear()
    },
  }
}

const clamp = (ms: number, recording: Recording): number => Math.min(Math.max(0, Math.round(ms)), recording.durationMs)

const idleAt = (recording: Recording, ms: number) =>
  recording.idle.find(({ fromMs, toMs }) => ms > fromMs && toMs - IDLE_TAIL_MS - ms > SHORTEST_SKIP_MS)

function pictureOf({ document, page, fresh }: Shown, trail: readonly PointerMoment[]): Partial<PlaybackState> {
  const ms = page.at + document.clockMs
  const moments = page.pointer.map((moment) => ({ ...moment, at: moment.at + document.clockMs }))
  return {
    document,
    width: page.width || document.width,
    height: page.height || document.height,
    trail: keepTrail(fresh ? moments : [...trail, ...moments], ms),
    damaged: page.damage !== undefined,
  }
}

/** What is old goes, but never the last: the pointer rests where it was. */
function keepTrail(trail: PointerMoment[], ms: number): PointerMoment[] {
  const young = trail.findIndex(({ at }) => at >= ms - TRAIL_MS)
  return trail.slice(young === -1 ? -1 : Math.max(0, young - 1))
}
