const SHORTEST = 4
const MOST = 200

/** Remembers what stands in masked fields, so that a page that repeats it elsewhere does not give it away. */
export interface Mirror {
  /** To be called whenever a field's value may have changed. */
  note(field: Element): void
  /** Whether the text repeats a value. Also true after the field is gone: reviews come one step later. */
  repeats(text: string): boolean
  /** Whether a part of an address is a value or its beginning: pages that search while one types lag behind. */
  begins(part: string): boolean
}

const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

export function createMirror(): Mirror {
  const places = new WeakMap<Element, number>()
  const values: string[] = []
  let next = 0
  return {
    note(field) {
      const value = ((field as HTMLInputElement).value ?? field.textContent ?? '').trim().toLowerCase()
      let place = places.get(field)
      if (place === undefined) {
        if (value.length < SHORTEST) return
        places.set(field, (place = next++ % MOST))
      }
      values[place] = value
    },
    repeats(text) {
      const lower = text.toLowerCase()
      return values.some((value) => value.length >= SHORTEST && lower.includes(value))
    },
    begins(part) {
      const start = bare(part.replace(/\.\w{1,5}$/, ''))
      return start.length >= SHORTEST && values.some((value) => bare(value).startsWith(start))
    },
  }
}
