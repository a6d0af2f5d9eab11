import type { Requests } from './requests.ts'
import type { List } from './types.ts'

export interface Release {
  id: string
  name: string
  /** Epoch ms: visits from here on saw it. */
  at: number
  note: string | null
  markedBy: string
  markedAt: number
}

export type StallState = 'new' | 'acknowledged' | 'fixed' | 'verified' | 'reopened' | 'muted'

/** What was last said of a stall, and by whom. */
export interface StallStep {
  state: StallState
  assignee: string | null
  release: string | null
  mutedUntil: number | null
  note: string | null
  by: string
  at: number
}

export type StallWord = Partial<Omit<StallStep, 'by' | 'at'>> & { state: StallState }

export interface AlertChannel {
  id: string
  kind: 'hook' | 'mail'
  target: string
  pace: 'once' | 'daily'
  paused: boolean
  createdAt: number
}

export interface SentAlert {
  id: string
  channel: string
  state: 'waiting' | 'delivered' | 'given-up'
  attempts: number
  createdAt: number
  dueAt: number
  endedAt: number | null
  answer: string | null
  sentence: string
}

/** What the console asks, and tells, about an owner's own work: releases, the book of stalls, alerts. */
export function ownerCalls({ get, post, put, remove }: Requests) {
  return {
    releases: (site: string, signal?: AbortSignal) => get<List<Release>>(`/api/sites/${site}/releases`, signal),
    markRelease: (site: string, release: { name: string; at?: number; note?: string }) => post<Release>(`/api/sites/${site}/releases`, release),
    removeRelease: (site: string, id: string) => remove(`/api/sites/${site}/releases/${id}`),

    stallStates: (site: string, signal?: AbortSignal) => get<Record<string, StallStep>>(`/api/sites/${site}/stall-states`, signal),
    stallHistory: (site: string, stall: string, signal?: AbortSignal) => get<List<StallStep>>(`/api/sites/${site}/stalls/${stall}/history`, signal),
    sayOfStall: (site: string, stall: string, word: StallWord) => post<StallStep>(`/api/sites/${site}/stalls/${stall}/state`, word),

    alertChannels: (site: string, signal?: AbortSignal) => get<List<AlertChannel>>(`/api/sites/${site}/alert-channels`, signal),
    addAlertChannel: (site: string, channel: Pick<AlertChannel, 'kind' | 'target' | 'pace'>) => post<{ channel: AlertChannel; secret: string }>(`/api/sites/${site}/alert-channels`, channel),
    pauseAlertChannel: (site: string, id: string, paused: boolean) => put<void>(`/api/sites/${site}/alert-channels/${id}`, { paused }),
    removeAlertChannel: (site: string, id: string) => remove(`/api/sites/${site}/alert-channels/${id}`),
    testAlertChannel: (site: string, id: string) => post<void>(`/api/sites/${site}/alert-channels/${id}/test`, {}),
    sentAlerts: (site: string, signal?: AbortSignal) => get<List<SentAlert>>(`/api/sites/${site}/alerts`, signal),
  }
}
