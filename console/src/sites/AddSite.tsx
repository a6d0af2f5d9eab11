import { useLocation } from 'preact-iso'
import { useServices } from '../api/services.ts'
import type { NewSite } from '../api/types.ts'
import { text } from '../text/en.ts'
import { useTitle } from '../ui/useTitle.ts'
import { SiteForm } from './SiteForm.tsx'
import { useSites } from './sites.tsx'

const NOTHING_SAID: NewSite = { name: '', origins: [], consent: 'required' }

export function AddSite() {
  useTitle(text.addSite.title)
  const { api } = useServices()
  const { route } = useLocation()
  const { reload } = useSites()
  const add = async (wish: NewSite) => {
    const site = await api.addSite(wish)
    reload()
    route(`/sites/${site.id}/install`)
  }

  return (
    <div class="page narrow">
      <h1>{text.addSite.title}</h1>
      <SiteForm site={NOTHING_SAID} submitLabel={text.addSite.submit} cancelTo="/sites" onSubmit={add} />
    </div>
  )
}
