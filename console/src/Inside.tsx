import { Route, Router, useLocation } from 'preact-iso'
import { useEffect } from 'preact/hooks'
import { useServices } from './api/services.ts'
import type { Me } from './api/types.ts'
import { useAnswer } from './api/useAnswer.ts'
import { DetectorsPage } from './owners/DetectorsPage.tsx'
import { DoctorPage } from './owners/DoctorPage.tsx'
import { FormsPage } from './owners/FormsPage.tsx'
import { AlertsPage } from './owners/AlertsPage.tsx'
import { ReleasesPage } from './owners/ReleasesPage.tsx'
import { HomePage } from './home/HomePage.tsx'
import { StallPage } from './home/StallPage.tsx'
import { HeatmapsPage } from './heat/HeatmapsPage.tsx'
import { RulesPage } from './rules/RulesPage.tsx'
import { SessionPage } from './sessions/SessionPage.tsx'
import { SessionsPage } from './sessions/SessionsPage.tsx'
import { NotFound } from './shell/NotFound.tsx'
import { Shell } from './shell/Shell.tsx'
import { AddSite } from './sites/AddSite.tsx'
import { ChangeSite } from './sites/ChangeSite.tsx'
import { InstallPage } from './sites/InstallPage.tsx'
import { SiteList } from './sites/SiteList.tsx'
import { SitesProvider, withSite } from './sites/sites.tsx'
import { Boundary } from './ui/Boundary.tsx'
import { Bones, Failure } from './ui/notes.tsx'

const Stalls = withSite(HomePage)
const Stall = withSite(StallPage)
const Forms = withSite(FormsPage)
const Detectors = withSite(DetectorsPage)
const Releases = withSite(ReleasesPage)
const Alerts = withSite(AlertsPage)
const Doctor = withSite(DoctorPage)
const Sessions = withSite(SessionsPage)
const Replay = withSite(SessionPage)
const Heatmaps = withSite(HeatmapsPage)
const Goals = withSite(RulesPage)
const Install = withSite(InstallPage)
const Change = withSite(ChangeSite)

/** Everything behind the log-in: the frame, and the page the address names. */
export function Inside({ me, onLogout }: { me: Me; onLogout: () => void }) {
  const { api } = useServices()
  const { path } = useLocation()
  const sites = useAnswer('sites', (signal) => api.sites(signal))
  const items = sites.data?.items ?? []
  const site = items.find(({ id }) => id === /^\/sites\/([^/]+)/.exec(path)?.[1])

  return (
    <SitesProvider value={{ sites: items, reload: sites.retry }}>
      <Shell me={me} sites={items} site={site} onLogout={onLogout}>
        {sites.loading && <Bones lines={6} />}
        {!sites.data && sites.error !== null && <div class="page"><Failure error={sites.error} retry={sites.retry} /></div>}
        {sites.data && (
          <Boundary page={path}>
            <Router>
              <Route component={Home} path="/" to={items.length === 1 ? `/sites/${items[0]!.id}/home` : '/sites'} />
              <Route component={Home} path="/login" to="/" />
              <Route component={Home} path="/setup" to="/" />
              <Route component={SiteList} path="/sites" />
              <Route component={AddSite} path="/sites/new" />
              <Route component={Goals} path="/sites/:site/rules" />
              <Route component={Install} path="/sites/:site/install" />
              <Route component={Change} path="/sites/:site/settings" />
              <Route component={Stalls} path="/sites/:site/home" />
              <Route component={Stall} path="/sites/:site/home/:stall" />
              <Route component={Forms} path="/sites/:site/forms" />
              <Route component={Detectors} path="/sites/:site/detectors" />
              <Route component={Releases} path="/sites/:site/releases" />
              <Route component={Alerts} path="/sites/:site/alerts" />
              <Route component={Doctor} path="/sites/:site/doctor" />
              <Route component={Sessions} path="/sites/:site/sessions" />
              <Route component={Replay} path="/sites/:site/sessions/:session" />
              <Route component={Heatmaps} path="/sites/:site/heatmaps" />
              <Route component={NotFound} default />
            </Router>
          </Boundary>
        )}
      </Shell>
    </SitesProvider>
  )
}

function Home({ to }: { to: string }) {
  const { route } = useLocation()
  useEffect(() => route(to, true), [to])
  return null
}
