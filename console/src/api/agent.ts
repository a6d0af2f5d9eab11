import type { Requests } from './requests.ts'

export type Masking = 'balanced' | 'strict' | 'relaxed'
export type SelectorKind = 'mask' | 'block' | 'ignore' | 'allow'

/** What an owner decides about the agent in a site's pages. */
export type AgentSettings = Record<SelectorKind | 'query', string[]> & {
  off: boolean
  statsOnly: boolean
  record: boolean
  /** Of sessions that are recorded, 0 to 1. */
  share: number
  masking: Masking
  requests: boolean
}

export function agentCalls({ get, put }: Requests) {
  return {
    agent: (site: string, signal?: AbortSignal) => get<AgentSettings>(`/api/sites/${site}/agent`, signal),
    changeAgent: (site: string, settings: AgentSettings) => put<AgentSettings>(`/api/sites/${site}/agent`, settings),
  }
}
