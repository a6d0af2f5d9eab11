import { useEffect } from 'preact/hooks'

export type Shortcuts = Record<string, () => void>

const SEQUENCE_MS = 1_200
const TYPING = 'input:not([type=radio]):not([type=checkbox]):not([type=range]), textarea, select, [contenteditable]'

/**
 * Calls what a key, or two keys in a row such as "g s", stand for. Keys typed into a field, held with a modifier or already used by
 * something closer are left alone.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  useEffect(() => {
    let first = ''
    let firstAt = 0
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.target instanceof Element && event.target.closest(TYPING)) return
      const pair = event.timeStamp - firstAt < SEQUENCE_MS ? `${first} ${event.key}` : ''
      const action = shortcuts[pair] ?? shortcuts[event.key]
      first = action ? '' : event.key
      firstAt = event.timeStamp
      if (!action) return
      event.preventDefault()
      action()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [shortcuts])
}
