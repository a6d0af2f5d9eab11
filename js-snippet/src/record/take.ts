import type { RecorderHost } from '../recording.ts'
import { Op } from '../wire/domops-writer.ts'
import type { OpsWriter } from '../wire/domops-writer.ts'
import type { TextRule } from '../privacy/rules.ts'
import type { State } from './state.ts'
import type { Told, ToldTree } from './told.ts'
import type { Work } from './work.ts'

/** One recording, from its snapshot on: what its parts share. */
export interface Take {
  readonly host: RecorderHost
  readonly ops: OpsWriter
  readonly tree: ToldTree
  readonly work: Work
  /** Whether this task has lasted, or this event has grown, long enough. */
  isFull(): boolean
  /** Whether what is told now may have been scrolled before anybody listened. */
  isEarly(): boolean
  /** The rule for the text that stands in this element; asked anew in each slice. */
  ruleOf(element: Element): TextRule
  /** A root begins to be recorded: a document, a shadow root, the content of a template. */
  enter(root: Node): void
  /** A field begins to be recorded. */
  watch(field: Element): void
  /** The text of an element's sheet; where that cannot be read, a gap. */
  sheetState(element: Element): State
  /** There is work: it is done after the next frame. */
  ask(): void
}

export function putAttribute({ ops }: Take, told: Told, name: string, value: string | null): void {
  ops.put(Op.ATTR, told.id)
  ops.string(name)
  ops.string(value)
}

export function putState(take: Take, told: Told, state: State): void {
  for (const [name, value] of state) putAttribute(take, told, name, value)
}
