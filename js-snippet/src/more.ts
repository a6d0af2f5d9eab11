import { onReady } from './meeting.ts'
import { lateTrackers } from './track/late-trackers.ts'

onReady(lateTrackers)
