// The events of PLAYBACK as they stand in sojourn.proto. Apart from messages.ts because only the recorder sends them.
import { event } from './messages.ts'
import { bytes, packedSints, packedUints, sint, texts, uint } from './writer.ts'

export const domOps = event(32, { code: [1, bytes], text: [2, texts] })
export const pointerPath = event(33, { dx: [1, packedSints], dy: [2, packedSints], dt: [3, packedUints] })
export const nodeScroll = event(34, { node: [1, uint], x: [2, sint], y: [3, sint] })
export const viewport = event(35, { width: [1, uint], height: [2, uint] })
export const pointerPress = event(36, { node: [1, uint], x: [2, sint], y: [3, sint], pointer: [4, uint] })
