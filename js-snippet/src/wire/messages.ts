// The events of ANALYSIS as they stand in event-log/src/main/protobuf/sojourn.proto: name, number, kind. A test holds the
// two against each other.
import { double, flag, float, message, messages, sint, text, textMap, texts, uint } from './writer.ts'
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
const box = message(boxFields)

const fieldFields = {
  form: [1, text],
  key: [2, text],
  type: [3, text],
  required: [4, flag],
  element: [5, element],
} as const

/** A form's field, by keys that carry no content (SIGNALS 6.1). */
export type Field = Shape<typeof fieldFields>

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
  status: [16, uint],
  notFound: [17, flag],
  name: [18, text],
  stub: [19, flag],
  keptReason: [20, text],
  sampledAt: [21, float],
})
export const lifecycle = event(3, { state: [1, uint] })
export const engagement = event(4, { engagedMs: [1, uint], visibleMs: [2, uint] })
export const click = event(5, {
  id: [1, uint],
  element: [2, element],
  x: [3, uint],
  y: [4, uint],
  box: [5, box],
  fixed: [6, flag],
  pointer: [7, uint],
  detail: [8, uint],
  modified: [9, flag],
  trusted: [10, flag],
  node: [11, uint],
  pressedBeforeMs: [12, uint],
  hoveredMs: [13, uint],
  shiftedMs: [14, uint],
  opensElsewhere: [15, flag],
  noSignal: [16, flag],
})
export const clickOutcome = event(6, {
  click: [1, uint],
  response: [2, uint],
  afterMs: [3, uint],
  pending: [4, flag],
  settledMs: [5, uint],
})
export const scroll = event(7, {
  top: [1, uint],
  viewportHeight: [2, uint],
  documentHeight: [3, uint],
  deepest: [4, uint],
  engagedMs: [5, uint],
  programmatic: [6, flag],
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
  pasteBlocked: [8, flag],
  refilled: [9, flag],
  lengthBucket: [10, uint],
})
export const fieldBlur = event(11, {
  form: [1, text],
  key: [2, text],
  empty: [3, flag],
  invalid: [4, flag],
  engagedMs: [5, uint],
  returned: [6, flag],
})
export const submitAttempt = event(12, {
  form: [1, text],
  element: [2, element],
  fields: [3, uint],
  filled: [4, uint],
  invalid: [5, uint],
  id: [6, uint],
  blank: [7, texts],
})
export const named = event(13, { name: [1, text], properties: [2, textMap], goal: [3, flag] })
export const identify = event(14, { userKey: [1, text], reset: [2, flag] })
export const agentReport = event(15, {
  droppedBatches: [1, uint],
  droppedBytes: [2, uint],
  reason: [3, text],
  ownTimeMs: [4, uint],
  longestTaskMs: [5, uint],
  sentBytes: [6, uint],
  level: [7, uint],
  ownTimePerMinuteMs: [8, uint],
})
export const formSeen = event(16, {
  form: [1, text],
  fields: [2, uint],
  required: [3, uint],
  field: [4, messages(fieldFields)],
})
export const fieldError = event(17, { form: [1, text], key: [2, text], kind: [3, uint], afterSubmit: [4, flag] })
export const submitResult = event(18, {
  form: [1, text],
  attempt: [2, uint],
  outcome: [3, uint],
  reason: [4, uint],
  afterMs: [5, uint],
  filledBefore: [6, uint],
  cleared: [7, texts],
  sensitiveCleared: [8, uint],
  status: [9, uint],
  reloaded: [10, flag],
})
export const duplicateEntry = event(19, {
  form: [1, text],
  key: [2, text],
  earlierForm: [3, text],
  earlierKey: [4, text],
  confirm: [5, flag],
})
export const hover = event(20, { element: [1, element], ms: [2, uint] })
export const pointerRest = event(21, {
  element: [1, element],
  x: [2, uint],
  y: [3, uint],
  ms: [4, uint],
  box: [5, box],
})
export const thrash = event(22, {
  reversals: [1, uint],
  pathPx: [2, uint],
  displacementPx: [3, uint],
  waiting: [4, flag],
  element: [5, element],
})
export const swipe = event(23, {
  id: [1, uint],
  element: [2, element],
  dx: [3, sint],
  dy: [4, sint],
  scrolled: [5, flag],
})
export const disabledPress = event(24, {
  element: [1, element],
  x: [2, uint],
  y: [3, uint],
  box: [4, box],
  pointer: [5, uint],
})
export const keyPress = event(25, { id: [1, uint], key: [2, uint], element: [3, element] })
export const focusStop = event(26, { element: [1, element], backwards: [2, flag], lost: [3, flag] })
export const scriptError = event(27, {
  message: [1, text],
  frame: [2, text],
  rejection: [3, flag],
  source: [4, uint],
  count: [5, uint],
})
export const slowRequest = event(28, {
  method: [1, text],
  path: [2, text],
  status: [3, uint],
  durationMs: [4, uint],
  end: [5, uint],
  firstParty: [6, flag],
  click: [7, uint],
})
export const brokenResource = event(29, {
  tag: [1, text],
  path: [2, text],
  element: [3, element],
  inView: [4, flag],
})
export const longTask = event(30, { ms: [1, uint] })
export const vital = event(31, { name: [1, uint], value: [2, float], element: [3, element] })
export const search = event(48, { query: [1, text], results: [2, sint], declared: [3, flag], filter: [4, flag] })
export const order = event(49, { id: [1, text], value: [2, double], currency: [3, text], items: [4, uint] })
export const cart = event(50, { act: [1, uint], item: [2, text], value: [3, double], currency: [4, text] })
export const overlay = event(51, { element: [1, element], open: [2, flag], sharePercent: [3, uint] })
export const behaviour = event(52, {
  pointerMoves: [1, uint],
  clicksWithoutMove: [2, uint],
  untrusted: [3, uint],
  exactIntervals: [4, uint],
  keyGapMs: [5, uint],
  keyGapSpreadMs: [6, uint],
  straightnessPercent: [7, uint],
  headless: [8, flag],
})
export const consent = event(53, { given: [1, flag] })
export const serverEvent = event(54, {
  type: [1, text],
  name: [2, text],
  userKey: [3, text],
  key: [4, text],
  happenedAt: [5, uint],
  value: [6, double],
  currency: [7, text],
  properties: [8, textMap],
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
