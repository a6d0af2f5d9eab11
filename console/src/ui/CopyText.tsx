import { Check, Copy } from 'lucide'
import { useRef, useState } from 'preact/hooks'
import { text } from '../text/en.ts'
import { Icon } from './Icon.tsx'

/** Code to paste elsewhere, with a button that copies it; where the browser forbids that, the code is selected instead. */
export function CopyText({ code, label }: { code: string; label: string }) {
  const shown = useRef<HTMLElement>(null)
  const [copied, setCopied] = useState(false)

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code)
      setCopied(true)
    } catch {
      // The clipboard needs HTTPS or localhost; a console on plain HTTP still wants its line copied.
      if (shown.current) getSelection()?.selectAllChildren(shown.current)
    }
  }

  return (
    <pre class="code">
      <code ref={shown}>{code}</code>
      <button type="button" class="button" aria-label={label} onClick={copy} onBlur={() => setCopied(false)}>
        <Icon name={copied ? Check : Copy} /> <span aria-live="polite">{copied ? text.copied : text.copy}</span>
      </button>
    </pre>
  )
}
