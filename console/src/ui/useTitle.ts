import { useEffect } from 'preact/hooks'
import { text } from '../text/en.ts'

/** Names the browser's tab after what it shows, the most particular first. */
export function useTitle(...parts: (string | undefined)[]): void {
  const title = [...parts.filter(Boolean), text.product].join(' · ')
  useEffect(() => {
    document.title = title
  }, [title])
}
