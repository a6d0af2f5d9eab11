import { useId } from 'preact/hooks'

interface Props {
  label: string
  hint: string
  lines: string
  wrong?: string | undefined
  onInput: (lines: string) => void
}

/** Several lines to fill in, one thing each. */
export function LinesField({ label, hint, lines, wrong, onInput }: Props) {
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea id={id} class="input" rows={2} value={lines} onInput={(event) => onInput(event.currentTarget.value)} aria-invalid={Boolean(wrong)} aria-describedby={`${id}-hint${wrong ? ` ${id}-wrong` : ''}`} spellcheck={false} />
      <span id={`${id}-hint`} class="hint">{hint}</span>
      {wrong && <span id={`${id}-wrong`} class="wrong" role="alert">{wrong}</span>}
    </div>
  )
}

export const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean)
