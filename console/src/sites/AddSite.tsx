import { Plus } from 'lucide'
import { useLocation } from 'preact-iso'
import { useState } from 'preact/hooks'
import { useSubmit } from '../account/useSubmit.ts'
import { useServices } from '../api/services.ts'
import type { Consent } from '../api/types.ts'
import { text } from '../text/en.ts'
import { Field } from '../ui/Field.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Failure } from '../ui/notes.tsx'
import { useTitle } from '../ui/useTitle.ts'
import { ConsentChoice } from './ConsentChoice.tsx'
import { originsOf } from './origins.ts'
import { useSites } from './sites.tsx'

export function AddSite() {
  useTitle(text.addSite.title)
  const { api } = useServices()
  const { route } = useLocation()
  const { reload } = useSites()
  const [name, setName] = useState('')
  const [addresses, setAddresses] = useState([''])
  const [consent, setConsent] = useState<Consent>('required')
  const [complain, setComplain] = useState(false)
  const { origins, wrong } = originsOf(addresses)

  const { busy, error, submit } = useSubmit(async () => {
    setComplain(true)
    if (wrong !== null || origins.length === 0) return
    const site = await api.addSite({ name: name.trim(), origins, consent })
    reload()
    route(`/sites/${site.id}/install`)
  })

  const complaint = (address: string) => {
    if (!complain) return undefined
    if (wrong !== null) return address === wrong ? text.addSite.wrongAddress(wrong) : undefined
    return origins.length === 0 ? text.addSite.noAddress : undefined
  }

  return (
    <div class="page narrow">
      <h1>{text.addSite.title}</h1>
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
          <button class="button primary" disabled={busy}>{text.addSite.submit}</button>
          <a class="button quiet" href="/sites">{text.cancel}</a>
        </div>
      </form>
    </div>
  )
}
