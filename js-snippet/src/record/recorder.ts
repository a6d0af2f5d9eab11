import type { Recorder, RecorderHost } from '../recording.ts'
import { record } from './record.ts'

const ATTEMPTS = 5

/** Records the page, in the language of docs/playback.md. Whenever a recording breaks, it begins anew, some few times. */
export function startRecorder(host: RecorderHost): Recorder {
  let attempts = 0
  let current: Recorder | undefined

  let stopped = false

  function begin() {
    if (!stopped) current = record(host, again)
  }

  function again() {
    current?.stop()
    current = undefined
    // Not at once: what broke is still on its way up from somewhere inside.
    if (++attempts < ATTEMPTS) host.page.after(0, begin)
  }

  begin()
  return {
    idOf: (node) => current?.idOf(node) ?? 0,
    commit: () => current?.commit(),
    stop() {
      stopped = true
      current?.stop()
    },
  }
}
