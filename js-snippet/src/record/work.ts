import type { Told } from './told.ts'

/** What has changed in the page and is not told yet. It waits for the next frame, and from one slice to the next. */
export interface Work {
  /** Parents whose children must be compared, each from behind this child on; null: all of them. */
  readonly children: Map<Told, Told | null>
  /** Parents that may have lost children since they were last looked at. */
  readonly parted: Set<Told>
  /** What was taken out and not yet put elsewhere, with where a reader still sees it. */
  readonly adrift: Map<Told, Told>
  /** Elements of which more, or less, may be told than before. */
  readonly anew: Set<Told>
  readonly attributes: Map<Told, Set<string>>
  readonly texts: Set<Told>
  /** Elements into which something may have been loaded, or whose state may have changed. */
  readonly states: Set<Element>
  /** Elements whose box and scroll position are to be read, once the page has been laid out anyway. */
  readonly boxes: Set<Told>
}

export function createWork(): Work {
  return {
    children: new Map(),
    parted: new Set(),
    adrift: new Map(),
    anew: new Set(),
    attributes: new Map(),
    texts: new Set(),
    states: new Set(),
    boxes: new Set(),
  }
}

/** The children of this node are no longer what was told. */
export function compare({ children, parted }: Work, told: Told): void {
  children.set(told, null)
  parted.add(told)
}

/** Takes the entries out one by one, until there are none or there is no more time. Answers whether it got through. */
export function each<T>(part: Set<T> | Map<T, unknown>, isFull: () => boolean, run: (entry: T) => void): boolean {
  for (const entry of part.keys()) {
    if (isFull()) return false
    run(entry)
    part.delete(entry)
  }
  return true
}
