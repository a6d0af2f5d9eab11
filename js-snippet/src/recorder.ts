import { startRecorder } from './record/recorder.ts'
import { MEETING_PLACE } from './recording.ts'
import type { StartRecorder } from './recording.ts'

const meeting = document.currentScript as unknown as Record<symbol, ((start: StartRecorder) => void) | undefined> | null
const onReady = meeting?.[MEETING_PLACE]
if (meeting && onReady) {
  delete meeting[MEETING_PLACE]
  onReady(startRecorder)
}
