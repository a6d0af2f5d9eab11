/** Random numbers that are the same in every run. */
export interface Random {
  below(limit: number): number
  pick<T>(list: readonly T[]): T
  text(): string
}

export function seeded(seed: number): Random {
  let state = seed >>> 0
  const below = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!
  return {
    below,
    pick,
    text: () => Array.from({ length: below(12) }, () => pick(['a', 'Z', '7', ' ', 'é', '–', '漢', '🙂'])).join(''),
  }
}
