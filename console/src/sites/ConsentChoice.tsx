import type { Consent } from '../api/types.ts'
import { text } from '../text/en.ts'

const CHOICES: readonly Consent[] = ['required', 'not-required']

/** The one question of law, asked in plain words; each answer says what it will mean. */
export function ConsentChoice({ consent, onChange }: { consent: Consent; onChange: (consent: Consent) => void }) {
  return (
    <fieldset class="choices">
      <legend>{text.consent.question}</legend>
      {CHOICES.map((choice) => (
        <label key={choice} class="choice">
          <input type="radio" name="consent" checked={choice === consent} onChange={() => onChange(choice)} />
          <span>
            <strong>{text.consent.answer[choice]}</strong>
            <span class="muted">{text.consent.means[choice]}</span>
          </span>
        </label>
      ))}
      <p class="muted small">{text.consent.unsure}</p>
    </fieldset>
  )
}
