import { isElement, isField, isTypedInto, nearest } from './element/tree.ts'
import { stopAll } from './page/page.ts'
import { wrapMethod } from './page/wrap.ts'
import { isSensitive, textRule } from './privacy/rules.ts'
import { maskAsset, maskUrl } from './privacy/url.ts'
import { event } from './wire/messages.ts'
import { pointerKind } from './wire/pointer-kind.ts'
import { bytes, packedSints, packedUints, sint, texts, uint } from './wire/writer.ts'

/** What core and recorder both use. The core brings it; in the recorder's bundle imports of these lead here (tools/build.mjs). */
export const shared = {
  bytes,
  event,
  isElement,
  isField,
  isSensitive,
  isTypedInto,
  maskAsset,
  maskUrl,
  nearest,
  packedSints,
  packedUints,
  pointerKind,
  sint,
  stopAll,
  textRule,
  texts,
  uint,
  wrapMethod,
}

export type Shared = typeof shared
