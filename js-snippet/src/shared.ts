import { targetOf } from './element/interactive.ts'
import { nameOf } from './element/label.ts'
import { isStableName } from './element/names.ts'
import { placeInside } from './element/place.ts'
import { attribute, isElement, isField, isPressed, isTypedInto, matches, nearest, parentOf } from './element/tree.ts'
import { stopAll } from './page/page.ts'
import { blockedBy, isBlocked, isIgnored, isSensitive, marksOf, textRule } from './privacy/rules.ts'
import { isOurs, maskAsset, maskUrl } from './privacy/url.ts'
import { fromHex, hash, randomBytes, toHex } from './session/ids.ts'
import { visibleTarget } from './track/clicks.ts'
import { activationStart, entry } from './track/page-views.ts'
import { together } from './track/scope.ts'
import { boxFields, elementFields } from './wire/element.ts'
import { pointerKind } from './wire/pointer-kind.ts'

/**
 * What core and its parts all use. The core brings it; in their bundles imports of these lead here (tools/build.mjs). Not what
 * stands around the page's built-ins: an error that passes through it would be one of the core, a script without CORS, and of
 * those a page hears nothing.
 */
export const shared = {
  activationStart,
  attribute,
  blockedBy,
  boxFields,
  elementFields,
  entry,
  fromHex,
  hash,
  isBlocked,
  isElement,
  isField,
  isIgnored,
  isOurs,
  isPressed,
  isSensitive,
  isStableName,
  isTypedInto,
  marksOf,
  maskAsset,
  maskUrl,
  matches,
  nameOf,
  nearest,
  parentOf,
  placeInside,
  pointerKind,
  randomBytes,
  stopAll,
  targetOf,
  textRule,
  toHex,
  together,
  visibleTarget,
}

export type Shared = typeof shared
