/** A place for one text that outlives the page, or at least pretends to. */
export interface Slot {
  /** Whether the browser keeps what is written here. */
  readonly lasting: boolean
  read(): string | null
  write(text: string): void
  clear(): void
}

/** One key of a web storage. Where storage is blocked or full, or none is given, the text is kept in memory instead. */
export function createSlot(storage: (() => Storage) | undefined, key: string): Slot {
  let memory: string | null = null
  let lasting = !!storage

  function attempt<T>(run: (storage: Storage) => T): T | undefined {
    if (lasting) {
      try {
        return run(storage!())
      } catch {
        lasting = false
      }
    }
    return
  }

  return {
    get lasting() {
      return lasting
    },
    read: () => attempt((kept) => kept.getItem(key)) ?? memory,
    write(text) {
      memory = text
      attempt((kept) => kept.setItem(key, text))
    },
    clear() {
      memory = null
      attempt((kept) => kept.removeItem(key))
    },
  }
}

export const inTab = () => sessionStorage

/** Who visits and in which session, shared by all tabs; with `domain` also by its sub-domains, in one first-party cookie. */
export function visitorSlot(siteKey: string, domain?: string): Slot {
  return createSlot(domain ? () => cookies(domain) : () => localStorage, 'sojourn.' + siteKey)
}

/** Which tab this is. */
export function tabSlot(): Slot {
  return createSlot(inTab, 'sojourn.tab')
}

// As long as a visitor is known at most; the visitor's own record knows when it began.
const COOKIE_LIFE = 395 * 24 * 3600

function cookies(domain: string): Storage {
  const set = (key: string, text: string, seconds: number) =>
    (document.cookie = `${key}=${text};domain=${domain};path=/;max-age=${seconds};samesite=lax${location.protocol === 'https:' ? ';secure' : ''}`)
  return {
    getItem: (key: string) =>
      document.cookie
        .split('; ')
        .find((pair) => pair.startsWith(key + '='))
        ?.slice(key.length + 1) ?? null,
    setItem(key: string, text: string) {
      set(key, text, COOKIE_LIFE)
      if (!document.cookie.includes(text)) throw 0
    },
    removeItem: (key: string) => set(key, '', 0),
  } as unknown as Storage
}
