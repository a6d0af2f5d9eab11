const SHORTEST = 4
const SHORTEST_PART = 8
const SHORTEST_START = 6
const LONGEST = 2000
const MOST = 100

/** Remembers what stands and stood in masked fields, so that a page that repeats it elsewhere does not give it away. */
export interface Mirror {
  /** To be called whenever a field's value may have changed. */
  note(field: Element): void
  /**
   * Whether the text repeats a value, a good part of one, or an earlier state of a field. Also true after the field is gone:
   * reviews come one step later, and sent messages once the field is empty again.
   */
  repeats(text: string): boolean
  /** Whether a part of an address is a value or its beginning: pages that search while one types lag behind. */
  begins(part: string): boolean
  /** The text without its repetitions of whole values: for style text, of which the rest has to be read. */
  without(text: string): string
}

const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

export function createMirror(): Mirror {
  const places = new WeakMap<Element, number>()
  const values: string[] = []
  let next = 0

  /** A page that shows an earlier state shows the value up to somewhere, and there the word ends. */
  function startsIn(value: string, text: string): boolean {
    const from = value.length < SHORTEST_START ? -1 : text.indexOf(value.slice(0, SHORTEST_START))
    if (from < 0) return false
    let to = SHORTEST_START
    while (to < value.length && text[from + to] === value[to]) to++
    return !/[\p{L}\p{N}]/u.test((text[from - 1] ?? '') + (text[from + to] ?? ''))
  }

  return {
    note(field) {
      const value = ((field as HTMLInputElement).value ?? field.textContent ?? '')
        .slice(0, LONGEST)
        .trim()
        .toLowerCase()
      const place = places.get(field)
      const before = place === undefined ? '' : values[place]!
      // What only became shorter is known already, with all its beginnings.
      if (value.length < SHORTEST || before.startsWith(value)) return
      // What only became longer takes the place of what it was. All else stands beside it: both were typed.
      const grown = before && value.startsWith(before)
      places.set(field, grown ? place! : next)
      values[grown ? place! : next] = value
      if (!grown) next = (next + 1) % MOST
    },
    repeats(text) {
      const lower = text.trim().toLowerCase()
      return values.some(
        (value) =>
          lower.includes(value) || (lower.length >= SHORTEST_PART && value.includes(lower)) || startsIn(value, lower),
      )
    },
    begins(part) {
      const start = bare(part.replace(/\.\w{1,5}$/, ''))
      return start.length >= SHORTEST && values.some((value) => bare(value).startsWith(start))
    },
    without: (text) =>
      values.reduce((open, value) => open.replace(new RegExp(value.replace(/\W/g, '\\$&'), 'gi'), '•••••'), text),
  }
}
