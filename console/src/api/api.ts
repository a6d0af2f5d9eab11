import type { Backdrop, Intake, List, Me, NewSite, PageVolume, Session, SessionDetail, Site } from './types.ts'
import { agentCalls } from './agent.ts'
import { doctorCalls } from './doctor.ts'
import { createHeatApi } from './heat.ts'
import { insightCalls } from './insight.ts'
import { ownerCalls } from './owners.ts'
import type { Rules } from '../rules/types.ts'
import type { Counts } from '../sessions/counts.ts'
import type { Requests } from './requests.ts'

export type Api = ReturnType<typeof createApi>

/** Every question the console asks the server, one function each. All of them reject with a Problem. */
export function createApi(requests: Requests) {
  const { get, bytes, post, put } = requests
  return {
    ...insightCalls(requests),
    ...ownerCalls(requests),
    ...doctorCalls(requests),
    ...agentCalls(requests),

    me: (signal?: AbortSignal) => get<Me>('/api/me', signal),
    setup: (token: string, email: string, password: string) => post<void>('/api/setup', { token, email, password }),
    login: (email: string, password: string) => post<void>('/api/login', { email, password }),
    logout: () => post<void>('/api/logout', {}),
    enter: (token: string) => post<void>('/api/enter', { token }),

    sites: (signal?: AbortSignal) => get<List<Site>>('/api/sites?limit=1000', signal),
    addSite: (site: NewSite) => post<Site>('/api/sites', site),
    changeSite: (id: string, site: NewSite) => put<Site>(`/api/sites/${id}`, site),
    rules: (site: string, signal?: AbortSignal) => get<Rules>(`/api/sites/${site}/rules`, signal),
    changeRules: (site: string, rules: Omit<Rules, 'version'>) => put<Rules>(`/api/sites/${site}/rules`, rules),
    intake: (site: string, signal?: AbortSignal) => get<Intake>(`/api/sites/${site}/intake`, signal),

    sessions: (site: string, query: URLSearchParams, signal?: AbortSignal) => get<List<Session>>(`/api/sites/${site}/sessions?${query}`, signal),
    sessionCounts: (site: string, query: URLSearchParams, signal?: AbortSignal) => get<Counts>(`/api/sites/${site}/session-counts?${query}`, signal),
    session: (site: string, session: string, signal?: AbortSignal) => get<SessionDetail>(`/api/sites/${site}/sessions/${session}`, signal),
    recording: (site: string, { session, document, atMs }: Backdrop, signal?: AbortSignal) =>
      bytes(`/api/sites/${site}/sessions/${session}/recording/${document}?at=${atMs}&until=${atMs}`, signal),

    pages: (site: string, query: URLSearchParams, signal?: AbortSignal) => get<List<PageVolume>>(`/api/sites/${site}/pages?${query}`, signal),
    ...createHeatApi(requests),
  }
}
