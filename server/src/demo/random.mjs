/** A seeded generator (mulberry32): the same seed walks the same way. */
export function createRandom(seed) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (low, high) => low + next() * (high - low)
  return {
    between,
    chance: (share) => next() < share,
    one: (list) => list[Math.floor(next() * list.length)],
    /** Around 0, mostly within ±1: the sum of uniform numbers is round enough for a hand. */
    wobble: () => (next() + next() + next()) / 1.5 - 1,
  }
}
