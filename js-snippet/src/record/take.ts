import type { RecorderHost } from '../recording.ts'
import { Op } from '../wire/domops-writer.ts'
import type { OpsWriter } from '../wire/domops-writer.ts'
import type { State } from './state.ts'
import type { Told, ToldTree } from './told.ts'

/** One recording, from its snapshot on: what its parts share. */
export interface Take {
  readonly host: RecorderHost
  readonly ops: OpsWriter
  readonly tree: ToldTree
  /** Whether this task has lasted, or this event has grown, long enough. */
  isFull(): boolean
  /** Children of this node are still to be told, in a later slice. */
  later(told: Told): void
  /** Children of this node must be compared once more, in this slice. */
  again(told: Told): void
  /** Those of whom this was said since the last call. */
  takeAgain(): Set<Told>
  /** A root begins to be recorded: a document, a shadow root, the content of a template. */
  enter(root: Node): void
  /** An element begins to be recorded that may have a state of its own. */
  watch(element: Element): void
  /** The text of an element's sheet; where that cannot be read, a gap. */
  sheetState(element: Element): State
  /** Sends what was written, soon. */
  commit(): void
}

export function putAttribute({ ops }: Take, told: Told, name: string, value: string | null): void {
  ops.put(Op.ATTR, told.id)
  ops.string(name)
  ops.string(value)
}

export function putState(take: Take, told: Told, state: State): void {
  for (const [name, value] of state) putAttribute(take, told, name, value)
}
