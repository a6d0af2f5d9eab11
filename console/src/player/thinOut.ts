import type { Happening } from './story.ts'

const SLOTS = 300
/** What is seen when several fall on the same spot: the rarer and the worse first. */
const ORDER: readonly Happening['kind'][] = ['gap', 'error', 'signal', 'request', 'goal', 'submit', 'click', 'input', 'page', 'scroll', 'idle']

/** At most one mark per spot of the time line; a dead click is never covered by one that worked. Stretches have no mark. */
export function thinOut(story: readonly Happening[], durationMs: number): Happening[] {
  const slots = new Map<number, Happening>()
  for (const each of story) {
    if (each.kind === 'idle') continue
    const slot = Math.floor((SLOTS * each.atMs) / Math.max(1, durationMs))
    const there = slots.get(slot)
    if (!there || weight(each) < weight(there)) slots.set(slot, each)
  }
  return [...slots.values()]
}

const weight = ({ kind, dead }: Happening): number => (dead ? -1 : ORDER.indexOf(kind))
