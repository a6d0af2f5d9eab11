import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Api } from './api.ts'

/** What pages reach outside themselves for. `now` is epoch ms. */
export interface Services {
  readonly api: Api
  readonly now: () => number
}

const ServicesContext = createContext<Services | null>(null)
export const ServicesProvider = ServicesContext.Provider

export function useServices(): Services {
  const services = useContext(ServicesContext)
  if (!services) throw new Error('no services above this component')
  return services
}
