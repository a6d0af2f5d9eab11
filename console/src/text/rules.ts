/** The words of goals, names of pages, and what sessions divide by. */
const numbers = new Intl.NumberFormat('en')

export const rules = {
  nav: 'Goals and pages',
  title: 'Goals and pages',
  lead: 'What you want visitors to reach, and which addresses are one page. A change is applied to all visits that are still kept.',
  save: 'Save',
  saved: (version: number) => `Saved as version ${version}. Visits are read anew now; reports follow within minutes.`,
  unsaved: 'Not saved yet',
  remove: (what: string) => `Remove ${what}`,
  goals: {
    title: 'Goals',
    lead: 'Any one of its steps reaches a goal. Goals that your pages report themselves count without being listed here.',
    none: 'No goals yet. A thank-you page, an order or a press on a button is a good first one.',
    add: 'Add a goal',
    name: 'Name',
    nameExample: 'Bought something',
    step: 'Reached by',
    another: 'or by another step',
    value: 'Which',
    kinds: { page: 'a page', element: 'a press on', event: 'an event' },
    examples: { page: '/thanks or /order/*/done', element: '#pay, or its label', event: 'order' },
    hint: { page: '* stands for one part of the path, ** for any rest.', element: 'An id with #, a test id in brackets, or the words on it.', event: 'A name your site reports, or order, search, cart.' },
    sessions: 'Visits that reached it',
    unnamed: 'this goal',
  },
  pages: {
    title: 'Names of pages',
    lead: 'Tried from top to bottom; the first that fits names the page. Addresses that none fits are grouped by themselves.',
    none: 'No rules: /p/123 and /p/456 are one page by themselves.',
    add: 'Add a rule',
    pattern: 'Addresses',
    patternExample: '/shop/*/reviews',
    name: 'Name in reports',
    nameExample: 'Reviews',
    up: (pattern: string) => `Move ${pattern} up`,
    unnamed: 'this rule',
  },
  hosts: {
    title: 'Your own people',
    lead: 'Visits to these hosts are left out of every report, and so are visits with ?internal=1 in an address.',
    label: 'Hosts, separated by commas',
    example: 'staging.my-shop.example',
  },
}

export const counts = {
  total: (sessions: number) => `${numbers.format(sessions)} ${sessions === 1 ? 'visit' : 'visits'}`,
  label: 'Narrow down',
  add: (field: string, value: string, sessions: number) => `${field} ${value}: ${numbers.format(sessions)}`,
  fields: { signal: 'Sign', goal: 'Goal', channel: 'From', class: 'Visitors', device: 'Device', browser: 'Browser', country: 'Country', bounce: 'Bounce' } as Record<string, string>,
  values: { true: 'yes', false: 'no', person: 'people', agent: 'agents', automation: 'driven browsers', bot: 'crawlers', internal: 'your own', monitoring: 'probes' } as Record<string, string>,
}

export const columns = {
  open: 'Columns',
  label: 'Columns to show',
  names: { pageViews: 'Pages', clicks: 'Clicks', stalls: 'Stalls', engagedMs: 'Engaged', durationMs: 'Lasted', language: 'Language', country: 'Country', gaps: 'Gaps' },
}
