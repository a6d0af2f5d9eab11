import type { Recorder, RecorderHost } from '../recording.ts'
import { record } from './record.ts'

const ATTEMPTS = 5

/** Records the page, in the language of docs/playback.md. Whenever a recording breaks, it begins anew, some few times. */
export function startRecorder(host: RecorderHost): Recorder {
  let attempts = 0
  let current: Recorder | undefined

  function begin() {
    current?.stop()
    current = ++attempts <= ATTEMPTS ? record(host, begin) : undefined
  }

  begin()
  return {
    idOf: (node) => current?.idOf(node) ?? 0,
    commit: () => current?.commit(),
    stop: () => current?.stop(),
  }
}
