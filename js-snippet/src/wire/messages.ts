// The events of ANALYSIS as they stand in event-log/src/main/protobuf/sojourn.proto: number of the event; names and kinds of its
// fields, in the order of their numbers. A test holds the two against each other.
import { boxFields, elementFields } from './element.ts'
import { Kind } from './writer.ts'
import type { Shape } from './writer.ts'

export type { Box, Fingerprint } from './element.ts'

/** An event type: its number in `Event` and how its body is written. */
export type EventKind<S> = readonly [number, S]

const fieldFields = {
  form: Kind.TEXT,
  key: Kind.TEXT,
  type: Kind.TEXT,
  required: Kind.FLAG,
  element: elementFields,
} as const

/** A form's field, by keys that carry no content (SIGNALS 6.1). */
export type Field = Shape<typeof fieldFields>

export const pageView = [
  2,
  {
    url: Kind.TEXT,
    title: Kind.TEXT,
    referrer: Kind.TEXT,
    navigation: Kind.UINT,
    viewportWidth: Kind.UINT,
    viewportHeight: Kind.UINT,
    documentWidth: Kind.UINT,
    documentHeight: Kind.UINT,
    pixelRatio: Kind.FLOAT,
    language: Kind.TEXT,
    visible: Kind.FLAG,
    recorded: Kind.FLAG,
    timezoneOffset: Kind.SINT,
    touch: Kind.FLAG,
    automated: Kind.FLAG,
    status: Kind.UINT,
    notFound: Kind.FLAG,
    name: Kind.TEXT,
    stub: Kind.FLAG,
    keptReason: Kind.TEXT,
    sampledAt: Kind.FLOAT,
  },
] as const
export const lifecycle = [3, { state: Kind.UINT }] as const
export const engagement = [4, { engagedMs: Kind.UINT, visibleMs: Kind.UINT }] as const
export const click = [
  5,
  {
    id: Kind.UINT,
    element: elementFields,
    x: Kind.UINT,
    y: Kind.UINT,
    box: boxFields,
    fixed: Kind.FLAG,
    pointer: Kind.UINT,
    detail: Kind.UINT,
    modified: Kind.FLAG,
    trusted: Kind.FLAG,
    node: Kind.UINT,
    pressedBeforeMs: Kind.UINT,
    hoveredMs: Kind.UINT,
    shiftedMs: Kind.UINT,
    opensElsewhere: Kind.FLAG,
    noSignal: Kind.FLAG,
  },
] as const
export const clickOutcome = [
  6,
  {
    click: Kind.UINT,
    response: Kind.UINT,
    afterMs: Kind.UINT,
    pending: Kind.FLAG,
    settledMs: Kind.UINT,
  },
] as const
export const scroll = [
  7,
  {
    top: Kind.UINT,
    viewportHeight: Kind.UINT,
    documentHeight: Kind.UINT,
    deepest: Kind.UINT,
    engagedMs: Kind.UINT,
    programmatic: Kind.FLAG,
  },
] as const
export const resize = [8, { viewportWidth: Kind.UINT, viewportHeight: Kind.UINT, documentHeight: Kind.UINT }] as const
export const fieldFocus = [9, { field: fieldFields }] as const
export const fieldInput = [
  10,
  {
    form: Kind.TEXT,
    key: Kind.TEXT,
    edits: Kind.UINT,
    deletions: Kind.UINT,
    pasted: Kind.FLAG,
    autofilled: Kind.FLAG,
    firstAfterMs: Kind.UINT,
    pasteBlocked: Kind.FLAG,
    refilled: Kind.FLAG,
    lengthBucket: Kind.UINT,
  },
] as const
export const fieldBlur = [
  11,
  {
    form: Kind.TEXT,
    key: Kind.TEXT,
    empty: Kind.FLAG,
    invalid: Kind.FLAG,
    engagedMs: Kind.UINT,
    returned: Kind.FLAG,
  },
] as const
export const submitAttempt = [
  12,
  {
    form: Kind.TEXT,
    element: elementFields,
    fields: Kind.UINT,
    filled: Kind.UINT,
    invalid: Kind.UINT,
    id: Kind.UINT,
    blank: Kind.TEXTS,
  },
] as const
export const named = [13, { name: Kind.TEXT, properties: Kind.TEXT_MAP, goal: Kind.FLAG }] as const
export const identify = [14, { userKey: Kind.TEXT, reset: Kind.FLAG }] as const
export const agentReport = [
  15,
  {
    droppedBatches: Kind.UINT,
    droppedBytes: Kind.UINT,
    reason: Kind.TEXT,
    ownTimeMs: Kind.UINT,
    longestTaskMs: Kind.UINT,
    sentBytes: Kind.UINT,
    level: Kind.UINT,
    ownTimePerMinuteMs: Kind.UINT,
  },
] as const
export const formSeen = [
  16,
  {
    form: Kind.TEXT,
    fields: Kind.UINT,
    required: Kind.UINT,
    field: [fieldFields],
  },
] as const
export const fieldError = [17, { form: Kind.TEXT, key: Kind.TEXT, kind: Kind.UINT, afterSubmit: Kind.FLAG }] as const
export const submitResult = [
  18,
  {
    form: Kind.TEXT,
    attempt: Kind.UINT,
    outcome: Kind.UINT,
    reason: Kind.UINT,
    afterMs: Kind.UINT,
    filledBefore: Kind.UINT,
    cleared: Kind.TEXTS,
    sensitiveCleared: Kind.UINT,
    status: Kind.UINT,
    reloaded: Kind.FLAG,
  },
] as const
export const duplicateEntry = [
  19,
  {
    form: Kind.TEXT,
    key: Kind.TEXT,
    earlierForm: Kind.TEXT,
    earlierKey: Kind.TEXT,
    confirm: Kind.FLAG,
  },
] as const
export const hover = [20, { element: elementFields, ms: Kind.UINT }] as const
export const pointerRest = [
  21,
  {
    element: elementFields,
    x: Kind.UINT,
    y: Kind.UINT,
    ms: Kind.UINT,
    box: boxFields,
  },
] as const
export const thrash = [
  22,
  {
    reversals: Kind.UINT,
    pathPx: Kind.UINT,
    displacementPx: Kind.UINT,
    waiting: Kind.FLAG,
    element: elementFields,
  },
] as const
export const swipe = [
  23,
  {
    id: Kind.UINT,
    element: elementFields,
    dx: Kind.SINT,
    dy: Kind.SINT,
    scrolled: Kind.FLAG,
  },
] as const
export const disabledPress = [
  24,
  {
    element: elementFields,
    x: Kind.UINT,
    y: Kind.UINT,
    box: boxFields,
    pointer: Kind.UINT,
  },
] as const
export const keyPress = [25, { id: Kind.UINT, key: Kind.UINT, element: elementFields }] as const
export const focusStop = [26, { element: elementFields, backwards: Kind.FLAG, lost: Kind.FLAG }] as const
export const scriptError = [
  27,
  {
    message: Kind.TEXT,
    frame: Kind.TEXT,
    rejection: Kind.FLAG,
    source: Kind.UINT,
    count: Kind.UINT,
  },
] as const
export const slowRequest = [
  28,
  {
    method: Kind.TEXT,
    path: Kind.TEXT,
    status: Kind.UINT,
    durationMs: Kind.UINT,
    end: Kind.UINT,
    firstParty: Kind.FLAG,
    click: Kind.UINT,
  },
] as const
export const brokenResource = [
  29,
  {
    tag: Kind.TEXT,
    path: Kind.TEXT,
    element: elementFields,
    inView: Kind.FLAG,
  },
] as const
export const longTask = [30, { ms: Kind.UINT }] as const
export const vital = [31, { name: Kind.UINT, value: Kind.FLOAT, element: elementFields }] as const
export const search = [48, { query: Kind.TEXT, results: Kind.SINT, declared: Kind.FLAG, filter: Kind.FLAG }] as const
export const order = [49, { id: Kind.TEXT, value: Kind.DOUBLE, currency: Kind.TEXT, items: Kind.UINT }] as const
export const cart = [50, { act: Kind.UINT, item: Kind.TEXT, value: Kind.DOUBLE, currency: Kind.TEXT }] as const
export const overlay = [51, { element: elementFields, open: Kind.FLAG, sharePercent: Kind.UINT }] as const
export const behaviour = [
  52,
  {
    pointerMoves: Kind.UINT,
    clicksWithoutMove: Kind.UINT,
    untrusted: Kind.UINT,
    exactIntervals: Kind.UINT,
    keyGapMs: Kind.UINT,
    keyGapSpreadMs: Kind.UINT,
    straightnessPercent: Kind.UINT,
    headless: Kind.FLAG,
  },
] as const
export const consent = [53, { given: Kind.FLAG }] as const
export const serverEvent = [
  54,
  {
    type: Kind.TEXT,
    name: Kind.TEXT,
    userKey: Kind.TEXT,
    key: Kind.TEXT,
    happenedAt: Kind.UINT,
    value: Kind.DOUBLE,
    currency: Kind.TEXT,
    properties: Kind.TEXT_MAP,
  },
] as const

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

export const enum VitalName {
  LCP = 1,
  INP = 2,
  CLS = 3,
  TTFB = 4,
  FCP = 5,
}

export const enum ErrorSource {
  SITE = 0,
  THIRD_PARTY = 1,
  EXTENSION = 2,
  OPAQUE = 3,
}

export const enum ErrorKind {
  INVALID = 1,
  ARIA = 2,
  TEXT = 3,
  ALERT = 4,
}

export const enum SubmitOutcome {
  UNKNOWN = 0,
  SUCCEEDED = 1,
  FAILED = 2,
}

export const enum FailReason {
  NONE = 0,
  VALIDATION = 1,
  REQUEST = 2,
  AGAIN = 3,
  LEFT_FORM = 4,
}

export const enum Level {
  FULL = 0,
  LIGHT = 1,
  EVENTS = 2,
  OFF = 3,
}
