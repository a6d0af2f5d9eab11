import type { Page, Stop } from './page/page.ts'
import type { Privacy } from './privacy/privacy.ts'
import { fetchPart } from './part.ts'
import type { Settings } from './settings.ts'
import type { EventKind } from './wire/messages.ts'
import type { Schema, Shape } from './wire/writer.ts'

// A dashboard nobody looks at changes all day long; a picture of it is worth nothing.
const IDLE = 5 * 60_000
const CHECKED_EVERY = 30_000
const LOSSES_TO_GIVE_UP = 3

/** What the recorder gets from the core. Events go to the PLAYBACK lane; times are in ms since the page started. */
export interface RecorderHost {
  readonly page: Page
  readonly privacy: Privacy
  emit<S extends Schema>(kind: EventKind<S>, body: Shape<S>, at?: number): void
  now(): number
  timeOf(event: Event): number
  lastActive(): number
}

export interface Recorder {
  /** The id of a node in the recording, 0 when it has none. */
  idOf(node: Node): number
  /** Hands over what it still holds back. */
  commit(): void
  stop: Stop
}

export type StartRecorder = (host: RecorderHost) => Recorder

export interface Recording {
  start(): void
  stop: Stop
  /** The visitor is back; if the recording was paused, it begins anew. */
  resume(): void
  /** A part of the recording was lost: what follows could not be read, so it stops. */
  lose(): void
  /** The collector takes batches again. */
  recover(): void
  /** What the page's owner wants. */
  want(on: boolean): void
  wanted(): boolean
  idOf(node: Node): number
  commit(): void
  state(): string
}

/** Fetches the recorder when it is needed and runs it while somebody is there. */
export function createRecording(settings: Settings, script: HTMLScriptElement | null, host: RecorderHost): Recording {
  let wanted = settings.record
  let started = false
  let broken = ''
  let losses = 0
  let asked = false
  let startRecorder: StartRecorder | undefined
  let recorder: Recorder | undefined
  let watch: Stop | undefined

  function run() {
    if (!wanted || !started || recorder || broken) return
    if (!startRecorder) return fetchRecorder()
    try {
      recorder = startRecorder(host)
    } catch (fault) {
      // Once is enough: it would be tried again at the visitor's next move.
      broken = 'recorder-failed'
      throw fault
    }
    watch = host.page.every(CHECKED_EVERY, () => host.now() - host.lastActive() > IDLE && halt())
  }

  function onReady(start: StartRecorder) {
    startRecorder = start
    host.page.guard(run)()
  }

  function halt() {
    watch?.()
    recorder?.stop()
    recorder = undefined
  }

  function fetchRecorder() {
    if (asked) return
    asked = true
    try {
      fetchPart(settings.recorder, settings.integrity, script, onReady, () => (broken = 'recorder-unavailable'))
    } catch {
      broken = 'recorder-blocked'
    }
  }

  return {
    start() {
      started = true
      losses = 0
      run()
    },
    stop() {
      started = false
      halt()
    },
    resume: run,
    lose() {
      halt()
      broken = 'lost'
      losses++
    },
    recover() {
      if (broken !== 'lost' || losses >= LOSSES_TO_GIVE_UP) return
      broken = ''
      run()
    },
    want(on) {
      wanted = on
      if (on) run()
      else halt()
    },
    wanted: () => wanted && !broken,
    idOf: (node) => recorder?.idOf(node) ?? 0,
    commit: () => recorder?.commit(),
    state: () => broken || (recorder ? 'on' : wanted ? 'waiting' : 'off'),
  }
}
