import { type ComponentType, createContext } from 'preact'
import { useRoute } from 'preact-iso'
import { useContext } from 'preact/hooks'
import type { Site } from '../api/types.ts'
import { NotFound } from '../shell/NotFound.tsx'

interface Sites {
  sites: Site[]
  /** Fetches the list again, after a site was added. */
  reload: () => void
}

const SitesContext = createContext<Sites>({ sites: [], reload: () => {} })
export const SitesProvider = SitesContext.Provider
export const useSites = (): Sites => useContext(SitesContext)

/** Gives a page the site its address names. */
export function withSite(Page: ComponentType<{ site: Site }>) {
  return function PageOfSite() {
    const { params } = useRoute()
    const site = useSites().sites.find(({ id }) => id === params['site'])
    // The key starts a page afresh for another site: nothing of one site may show under the name of the next.
    return site ? <Page key={site.id} site={site} /> : <NotFound />
  }
}
