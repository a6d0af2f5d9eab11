import { useState } from 'preact/hooks'

/** The columns people can choose; when and who always stand first, the recording last. */
export const COLUMNS = ['pageViews', 'clicks', 'stalls', 'engagedMs', 'durationMs', 'language', 'country', 'gaps'] as const
export type Column = (typeof COLUMNS)[number]

export const USUAL: readonly Column[] = ['pageViews', 'clicks', 'stalls', 'engagedMs']
const KEPT_AS = 'sojourn.session-columns'

export function columnsOf(kept: string | null): readonly Column[] {
  if (kept === null) return USUAL
  const names = kept.split(' ')
  return COLUMNS.filter((column) => names.includes(column))
}

/** What was chosen in this browser; the usual ones when nothing was, or when nothing may be kept. */
export function useColumns(): [readonly Column[], (column: Column) => void] {
  const [columns, setColumns] = useState(() => columnsOf(kept()))
  const toggle = (column: Column) => {
    const next = COLUMNS.filter((known) => (known === column ? !columns.includes(column) : columns.includes(known)))
    setColumns(next)
    try {
      localStorage.setItem(KEPT_AS, next.join(' '))
    } catch {
      // Not remembered, but shown.
    }
  }
  return [columns, toggle]
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEPT_AS)
  } catch {
    return null
  }
}
