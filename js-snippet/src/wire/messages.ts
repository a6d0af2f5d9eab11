// The events of ANALYSIS as they stand in event-log/src/main/protobuf/sojourn.proto: name, number, kind. A test holds the
// two against each other.
import { flag, float, message, sint, text, textMap, uint } from './writer.ts'
import type { Kind, Schema, Shape } from './writer.ts'

/** An event type: its number in `Event` and how its body is written. */
export type EventKind<T> = readonly [number, Kind<T>]

/* @__NO_SIDE_EFFECTS__ */
export function event<S extends Schema>(number: number, schema: S): EventKind<Shape<S>> {
  return [number, message(schema)]
}

const elementFields = {
  tag: [1, text],
  testId: [2, text],
  id: [3, text],
  role: [4, text],
  label: [5, text],
  name: [6, text],
  type: [7, text],
  href: [8, text],
  landmark: [9, text],
  classPath: [10, text],
  nthPath: [11, text],
  interactive: [12, flag],
  disabled: [13, flag],
} as const
const element = message(elementFields)

/** An element's fingerprint (SIGNALS 14). */
export type Fingerprint = Shape<typeof elementFields>

const boxFields = { x: [1, sint], y: [2, sint], width: [3, uint], height: [4, uint] } as const

/** Page coordinates in CSS px. */
export type Box = { [K in keyof typeof boxFields]: number }

const fieldFields = {
  form: [1, text],
  key: [2, text],
  type: [3, text],
  required: [4, flag],
  element: [5, element],
} as const

export const pageView = event(2, {
  url: [1, text],
  title: [2, text],
  referrer: [3, text],
  navigation: [4, uint],
  viewportWidth: [5, uint],
  viewportHeight: [6, uint],
  documentWidth: [7, uint],
  documentHeight: [8, uint],
  pixelRatio: [9, float],
  language: [10, text],
  visible: [11, flag],
  recorded: [12, flag],
  timezoneOffset: [13, sint],
  touch: [14, flag],
  automated: [15, flag],
})
export const lifecycle = event(3, { state: [1, uint] })
export const engagement = event(4, { engagedMs: [1, uint], visibleMs: [2, uint] })
export const click = event(5, {
  id: [1, uint],
  element: [2, element],
  x: [3, uint],
  y: [4, uint],
  box: [5, message(boxFields)],
  fixed: [6, flag],
  pointer: [7, uint],
  detail: [8, uint],
  modified: [9, flag],
  trusted: [10, flag],
  node: [11, uint],
  pressedBeforeMs: [12, uint],
})
export const clickOutcome = event(6, { click: [1, uint], response: [2, uint], afterMs: [3, uint] })
export const scroll = event(7, {
  top: [1, uint],
  viewportHeight: [2, uint],
  documentHeight: [3, uint],
  deepest: [4, uint],
})
export const resize = event(8, { viewportWidth: [1, uint], viewportHeight: [2, uint], documentHeight: [3, uint] })
export const fieldFocus = event(9, { field: [1, message(fieldFields)] })
export const fieldInput = event(10, {
  form: [1, text],
  key: [2, text],
  edits: [3, uint],
  deletions: [4, uint],
  pasted: [5, flag],
  autofilled: [6, flag],
  firstAfterMs: [7, uint],
})
export const fieldBlur = event(11, { form: [1, text], key: [2, text], empty: [3, flag], invalid: [4, flag] })
export const submitAttempt = event(12, {
  form: [1, text],
  element: [2, element],
  fields: [3, uint],
  filled: [4, uint],
  invalid: [5, uint],
})
export const named = event(13, { name: [1, text], properties: [2, textMap], goal: [3, flag] })
export const identify = event(14, { userKey: [1, text], reset: [2, flag] })
export const agentReport = event(15, {
  droppedBatches: [1, uint],
  droppedBytes: [2, uint],
  reason: [3, text],
  ownTimeMs: [4, uint],
})

export const enum Navigation {
  NAVIGATE = 0,
  RELOAD = 1,
  BACK_FORWARD = 2,
  BFCACHE = 3,
  PRERENDER = 4,
  SPA = 5,
}

export const enum Life {
  HIDDEN = 1,
  VISIBLE = 2,
  FOCUSED = 3,
  BLURRED = 4,
  LEFT = 5,
}

export const enum Outcome {
  NO_RESPONSE = 0,
  NAVIGATED = 1,
  MUTATED = 2,
  SCROLLED = 3,
  FOCUS_MOVED = 4,
  INPUT_CHANGED = 5,
  SELECTION_CHANGED = 6,
  DIALOG = 7,
  MEDIA = 8,
  WINDOW_LEFT = 9,
  UNOBSERVABLE = 10,
  UNKNOWN_LEFT = 11,
}
