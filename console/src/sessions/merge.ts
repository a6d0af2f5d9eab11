import type { Session } from '../api/types.ts'

/**
 * Brings shown rows up to date without moving any: a row keeps its place and takes its newest numbers. Sessions that are new come back apart, for the
 * reader to let in.
 */
export function refreshInPlace(shown: readonly Session[], fresh: readonly Session[]): { rows: Session[]; arrivals: Session[] } {
  const newest = new Map(fresh.map((session) => [session.id, session]))
  const known = new Set(shown.map(({ id }) => id))
  return {
    rows: shown.map((session) => newest.get(session.id) ?? session),
    arrivals: fresh.filter(({ id }) => !known.has(id)),
  }
}

/** The list in its newest order: what was just fetched, then the further rows that were loaded before. */
export function letIn(shown: readonly Session[], fresh: readonly Session[]): Session[] {
  const first = new Set(fresh.map(({ id }) => id))
  return [...fresh, ...shown.filter(({ id }) => !first.has(id))]
}
