/** A place for one text that outlives the page, or at least pretends to. */
export interface Slot {
  /** Whether the browser keeps what is written here. */
  readonly lasting: boolean
  read(): string | null
  write(text: string): void
  clear(): void
}

/** One key of a web storage. Where storage is blocked or full, the text is kept in memory instead. */
export function createSlot(storage: () => Storage, key: string): Slot {
  let memory: string | null = null
  let lasting = true

  function attempt<T>(run: (storage: Storage) => T): T | undefined {
    if (lasting) {
      try {
        return run(storage())
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

/** Who visits and in which session, shared by all tabs. */
export function visitorSlot(siteKey: string): Slot {
  return createSlot(() => localStorage, 'sojourn.' + siteKey)
}

/** Which tab this is. */
export function tabSlot(): Slot {
  return createSlot(() => sessionStorage, 'sojourn.tab')
}
