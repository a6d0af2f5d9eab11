/** What an owner decides about how visits are read, as docs/rules.md puts it. */
export type StepKind = 'page' | 'element' | 'event'
export const STEP_KINDS: readonly StepKind[] = ['page', 'element', 'event']

export interface Step {
  kind: StepKind
  value: string
}

export interface Goal {
  /** Made of the name when it is left out. */
  id?: string
  name: string
  anyOf: Step[]
}

export interface PageRule {
  pattern: string
  name: string
}

export interface Rules {
  version: number
  pages: PageRule[]
  goals: Goal[]
  internalHosts: string[]
}

export const emptyGoal = (): Goal => ({ name: '', anyOf: [{ kind: 'page', value: '' }] })

/** The list with one place changed, or without it when nothing is given. */
export function replaced<T>(list: readonly T[], at: number, by?: T): T[] {
  return list.flatMap((item, index) => (index !== at ? [item] : by === undefined ? [] : [by]))
}

/** The list with one item a place earlier. */
export function movedUp<T>(list: readonly T[], at: number): T[] {
  if (at < 1 || at >= list.length) return [...list]
  return [...list.slice(0, at - 1), list[at]!, list[at - 1]!, ...list.slice(at + 1)]
}
