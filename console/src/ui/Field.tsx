import { useId } from 'preact/hooks'

interface Props {
  label: string
  value: string
  onInput: (value: string) => void
  type?: 'text' | 'email' | 'password'
  hint?: string | undefined
  wrong?: string | undefined
  autoComplete?: string
  placeholder?: string
  minLength?: number
  required?: boolean
}

/** One line to fill in, with its hint and what is wrong with it tied to it for screen readers. */
export function Field({ label, value, onInput, type = 'text', hint, wrong, ...rest }: Props) {
  const id = useId()
  const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} class="input" type={type as 'text'} value={value} onInput={(event) => onInput(event.currentTarget.value)} aria-invalid={Boolean(wrong)} aria-describedby={described || undefined} spellcheck={false} {...rest} />
      {hint && <span id={`${id}-hint`} class="hint">{hint}</span>}
      {wrong && <span id={`${id}-wrong`} class="wrong" role="alert">{wrong}</span>}
    </div>
  )
}
