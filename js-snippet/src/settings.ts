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
  /** The address and hash of the late trackers; without one there are none. */
  more?: string
  moreIntegrity?: string
  /** What a session's address in the console begins with. */
  sessions?: string
  /** Switched off by the site's owner: nothing runs. */
  off?: boolean
  /** Statistics without any identifier: nothing is stored, nobody recognized, nothing recorded. */
  statsOnly?: boolean
  /** Probability with which a session is recorded. */
  share?: number
  /** How much of a page's own text may be read. */
  masking?: 'balanced' | 'strict' | 'relaxed'
  /** Selectors, as if their elements bore `data-sojourn` with that word. One a browser does not understand changes nothing. */
  mask?: string[]
  block?: string[]
  ignore?: string[]
  allow?: string[]
  /** Keys of a query whose values may be read. */
  query?: string[]
  /** Whether requests are looked at; they are unless this says no. */
  requests?: boolean
}
