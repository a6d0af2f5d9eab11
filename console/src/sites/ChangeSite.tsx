import { useLocation } from 'preact-iso'
import { useServices } from '../api/services.ts'
import type { NewSite, Site } from '../api/types.ts'
import { text } from '../text/en.ts'
import { useTitle } from '../ui/useTitle.ts'
import { AgentSection } from './AgentForm.tsx'
import { SiteForm } from './SiteForm.tsx'
import { useSites } from './sites.tsx'

/** Mends what was said of a site; its key and line stay, so that nothing has to be pasted again. */
export function ChangeSite({ site }: { site: Site }) {
  useTitle(text.changeSite.title(site.name))
  const { api } = useServices()
  const { route } = useLocation()
  const { reload } = useSites()
  const install = `/sites/${site.id}/install`
  const change = async (wish: NewSite) => {
    await api.changeSite(site.id, wish)
    reload()
    route(install)
  }

  return (
    <div class="page narrow">
      <h1>{text.changeSite.title(site.name)}</h1>
      <p class="muted">{text.changeSite.lead}</p>
      <SiteForm site={site} submitLabel={text.changeSite.submit} cancelTo={install} onSubmit={change} />
      <AgentSection site={site} />
    </div>
  )
}
