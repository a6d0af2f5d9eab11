/** What the server writes into the core when it hands it out. */
export interface Settings {
  /** The site's key: public, it names the site. */
  key: string
  /** The origin batches go to. */
  endpoint: string
  version: string
  consent: 'required' | 'not-required'
  /** Whether pages are recorded. */
  record: boolean
  /** The recorder's address, and what its content must hash to. */
  recorder: string
  integrity?: string
}
