// What stands in many messages: apart from them, so that all parts of the agent share it.
import { Kind } from './writer.ts'
import type { Shape } from './writer.ts'

export const elementFields = {
  tag: Kind.TEXT,
  testId: Kind.TEXT,
  id: Kind.TEXT,
  role: Kind.TEXT,
  label: Kind.TEXT,
  name: Kind.TEXT,
  type: Kind.TEXT,
  href: Kind.TEXT,
  landmark: Kind.TEXT,
  classPath: Kind.TEXT,
  nthPath: Kind.TEXT,
  interactive: Kind.FLAG,
  disabled: Kind.FLAG,
} as const

/** An element's fingerprint (SIGNALS 14). */
export type Fingerprint = Shape<typeof elementFields>

export const boxFields = { x: Kind.SINT, y: Kind.SINT, width: Kind.UINT, height: Kind.UINT } as const

/** Page coordinates in CSS px. */
export type Box = { [K in keyof typeof boxFields]: number }
