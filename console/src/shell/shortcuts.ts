import { useEffect } from 'preact/hooks'

/** What keys stand for: one key such as "?", or two in a row such as "g s". */
export type Shortcuts = Record<string, () => void>

const SEQUENCE_MS = 1_200
const TYPING = 'input:not([type=radio]):not([type=checkbox]):not([type=range]), textarea, select, [contenteditable]'

/**
 * Listens for keys on the whole page. Keys typed into a field, held with a modifier, under an open dialog or used by something closer are left alone;
 * only the second key of a pair comes before anything closer, since the first has said what is meant.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  useEffect(() => {
    let first = { key: '', at: 0 }
    const act = (event: KeyboardEvent, keys: string) => {
      if (isMeantElsewhere(event) || !Object.hasOwn(shortcuts, keys)) return
      event.preventDefault()
      event.stopPropagation()
      first = { key: '', at: 0 }
      shortcuts[keys]?.()
    }
    const onSecond = (event: KeyboardEvent) => {
      if (first.key !== '' && event.timeStamp - first.at < SEQUENCE_MS) act(event, `${first.key} ${event.key}`)
    }
    const onKey = (event: KeyboardEvent) => {
      act(event, event.key)
      if (!event.defaultPrevented) first = { key: event.key, at: event.timeStamp }
    }
    addEventListener('keydown', onSecond, { capture: true })
    addEventListener('keydown', onKey)
    return () => {
      removeEventListener('keydown', onSecond, { capture: true })
      removeEventListener('keydown', onKey)
    }
  }, [shortcuts])
}

function isMeantElsewhere(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true
  return (event.target instanceof Element && event.target.closest(TYPING) !== null) || document.querySelector('dialog[open]') !== null
}
