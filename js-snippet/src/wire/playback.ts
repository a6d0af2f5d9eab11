// The events of PLAYBACK as they stand in sojourn.proto. Apart from messages.ts because only the recorder sends them.
import { Kind } from './writer.ts'

export const domOps = [32, { code: Kind.BYTES, text: Kind.TEXTS }] as const
export const pointerPath = [33, { dx: Kind.SINTS, dy: Kind.SINTS, dt: Kind.UINTS }] as const
export const nodeScroll = [34, { node: Kind.UINT, x: Kind.SINT, y: Kind.SINT }] as const
export const viewport = [35, { width: Kind.UINT, height: Kind.UINT }] as const
export const pointerPress = [36, { node: Kind.UINT, x: Kind.SINT, y: Kind.SINT, pointer: Kind.UINT }] as const
