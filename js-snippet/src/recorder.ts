import { onReady } from './meeting.ts'
import { startRecorder } from './record/recorder.ts'

onReady(startRecorder)
