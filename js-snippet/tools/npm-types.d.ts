/** Where the server is, and the site's key, as they stand in the pasted line. */
export interface Where {
  key: string
  endpoint: string
}

/** Starts the agent in this page; does nothing where the visitor's browser sends Global Privacy Control. Never rejects. */
export function start(where: Where): Promise<void>

type Properties = Record<string, string | number | boolean>
interface Bought {
  item?: string
  value?: number
  currency?: string
}

export function sojourn(command: 'consent', given: boolean): void
export function sojourn(command: 'track' | 'goal', name: string, properties?: Properties): void
export function sojourn(command: 'search', query: string, results?: number, about?: { filter?: boolean }): void
export function sojourn(command: 'cart', act: 'add' | 'remove' | 'show', about?: Bought): void
export function sojourn(command: 'order', about: { id?: string; value?: number; currency?: string; items?: number }): void
export function sojourn(command: 'identify', userKey: string): void
export function sojourn(command: 'page', name: string): void
export function sojourn(command: 'mask', selector: string): void
export function sojourn(command: 'record', what: 'start' | 'stop' | 'keep', reason?: string): void
export function sojourn(command: 'reset' | 'stop'): void
export function sojourn(command: 'flush'): Promise<void>
export function sojourn(command: 'sessionUrl'): string
export function sojourn(command: 'status'): { state: string; version: string; faults: number; [more: string]: unknown }
