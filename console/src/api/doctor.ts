import type { Requests } from './requests.ts'

export interface Check {
  key: string
  state: 'good' | 'attention' | 'bad' | 'unknown'
  sentence: string
  mend: string | null
}

export interface Diagnosis {
  /** The server's clock, epoch ms. */
  now: number
  items: Check[]
  /** Where browsers fetch the script. */
  script: string
  /** What a content security policy has to allow. */
  policy: string
  versions: Record<string, string>
}

/** What the doctor is asked. */
export function doctorCalls({ get }: Requests) {
  return {
    doctor: (site: string, signal?: AbortSignal) => get<Diagnosis>(`/api/sites/${site}/doctor`, signal),
  }
}
