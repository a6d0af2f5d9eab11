import { Plus } from 'lucide'
import { useState } from 'preact/hooks'
import { useSubmit } from '../account/useSubmit.ts'
import type { Consent, NewSite } from '../api/types.ts'
import { text } from '../text/en.ts'
import { Field } from '../ui/Field.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Failure } from '../ui/notes.tsx'
import { ConsentChoice } from './ConsentChoice.tsx'
import { originsOf } from './origins.ts'

interface Props {
  /** What stands in it at first. */
  site: NewSite
  submitLabel: string
  /** Where who changes their mind goes. */
  cancelTo: string
  onSubmit: (site: NewSite) => Promise<void>
}

/** What an owner says of a site. What is typed wrong is told before anything is sent. */
export function SiteForm({ site, submitLabel, cancelTo, onSubmit }: Props) {
  const [name, setName] = useState(site.name)
  const [addresses, setAddresses] = useState(site.origins.length > 0 ? site.origins : [''])
  const [consent, setConsent] = useState<Consent>(site.consent)
  const [complain, setComplain] = useState(false)
  const { origins, wrong } = originsOf(addresses)

  const { busy, error, submit } = useSubmit(async () => {
    setComplain(true)
    if (wrong !== null || origins.length === 0) return
    await onSubmit({ name: name.trim(), origins, consent })
  })

  const complaint = (address: string) => {
    if (!complain) return undefined
    if (wrong !== null) return address === wrong ? text.addSite.wrongAddress(wrong) : undefined
    return origins.length === 0 ? text.addSite.noAddress : undefined
  }

  return (
    <form class="card stack site-form" onSubmit={submit}>
      <Field label={text.addSite.name} placeholder={text.addSite.nameExample} required value={name} onInput={setName} />
      {addresses.map((address, index) => (
        <Field
          key={index}
          label={index === 0 ? text.addSite.address : text.addSite.another(index + 1)}
          hint={index === 0 ? text.addSite.addressHint : undefined}
          wrong={complaint(address)}
          placeholder="https://www.example.com"
          value={address}
          onInput={(typed) => setAddresses(addresses.map((before, at) => (at === index ? typed : before)))}
        />
      ))}
      <div>
        <button type="button" class="button quiet" onClick={() => setAddresses([...addresses, ''])}>
          <Icon name={Plus} /> {text.addSite.more}
        </button>
      </div>
      <ConsentChoice consent={consent} onChange={setConsent} />
      {error !== null && <Failure error={error} />}
      <div class="row">
        <button class="button primary" disabled={busy}>{submitLabel}</button>
        <a class="button quiet" href={cancelTo}>{text.cancel}</a>
      </div>
    </form>
  )
}
