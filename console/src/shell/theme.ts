import { useState } from 'preact/hooks'

export type Theme = 'system' | 'light' | 'dark'

const KEPT_AS = 'sojourn.theme'
const isTheme = (value: unknown): value is Theme => value === 'system' || value === 'light' || value === 'dark'

/** What was chosen in this browser; the system's own look when nothing was, or when nothing may be kept. */
export function keptTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEPT_AS)
    return isTheme(kept) ? kept : 'system'
  } catch {
    return 'system'
  }
}

export function showTheme(theme: Theme): void {
  document.documentElement.classList.remove('light', 'dark')
  if (theme !== 'system') document.documentElement.classList.add(theme)
}

export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(keptTheme)
  const choose = (chosen: Theme) => {
    setTheme(chosen)
    showTheme(chosen)
    try {
      localStorage.setItem(KEPT_AS, chosen)
    } catch {
      // Not remembered, but shown.
    }
  }
  return [theme, choose]
}
