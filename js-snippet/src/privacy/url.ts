// Addresses without what they may carry about a person (SIGNALS 15.1).

export const HIDDEN = '*'
const MOST_KEYS = 50
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
const SECRET_KEY = /token|secret|sig|auth|pass|pwd|session|key|code|jwt|mail|credential/i

/** An address to show and to group by: keys without values, no fragment unless it is a route, tokens and e-mails hidden. */
export function maskUrl(address: string, base?: string): string {
  const url = parse(address, base)
  if (!url) return ''
  if (!/^https?:/.test(url.protocol)) return url.protocol
  return url.origin + maskPath(url.pathname) + maskQuery(url.search) + maskRoute(url.hash)
}

/** The address of an image, a font or a style sheet. Its query may decide what it shows, so it stays unless it is secret. */
export function maskAsset(address: string, base?: string): string {
  const url = parse(address, base)
  if (!url) return ''
  if (url.protocol === 'data:') return address.length < 100_000 ? address : ''
  if (!/^https?:/.test(url.protocol)) return url.protocol
  for (const [key, value] of [...url.searchParams]) {
    if (SECRET_KEY.test(key) || isSecret(value)) url.searchParams.delete(key)
  }
  return url.origin + url.pathname + url.search + url.hash
}

/** Path of a link without the parts that name one thing among many. */
export function pathTemplate(address: string, base?: string): string {
  const url = parse(address, base)
  if (!url || !/^https?:/.test(url.protocol)) return url ? url.protocol : ''
  return maskPath(url.pathname).replace(/\/\d+(?=\/|$)/g, '/' + HIDDEN)
}

export function maskPath(path: string): string {
  return path
    .split('/')
    .map((part) => (isSecret(part) ? HIDDEN : part))
    .join('/')
}

/** E-mails, card-like numbers, ids and tokens nobody could read aloud. */
export function isSecret(part: string): boolean {
  const text = decode(part)
  if (text.includes('@') || UUID.test(text) || /^eyJ/.test(text)) return true
  return text.split(/[-_.~ +:]/).some(isTokenLike)
}

function isTokenLike(word: string): boolean {
  if (/^\d{13,}$/.test(word)) return true
  if (word.length >= 32 && /^[A-Za-z\d=]+$/.test(word)) return true
  return word.length >= 16 && /\d/.test(word) && /[A-Za-z]/.test(word)
}

// One agent runs in a document, and one set of rules.
let readable: string[] = []

/** Keys of a query whose values may be read. */
export function allowQuery(keys: string[] = []): void {
  readable = keys
}

function maskQuery(query: string): string {
  const pairs = [...new URLSearchParams(query)]
    .filter(([key]) => !isSecret(key))
    .slice(0, MOST_KEYS)
    .map(
      ([key, value]) =>
        encodeURIComponent(key) + '=' + (readable.includes(key) && !isSecret(value) ? encodeURIComponent(value) : ''),
    )
  return pairs.length ? '?' + pairs.join('&') : ''
}

function maskRoute(fragment: string): string {
  return /^#!?\//.test(fragment) ? maskPath(fragment.split('?')[0]!) : ''
}

const siteOf = (host: string) => (/[a-z]$/.test(host) ? host.split('.').slice(-2).join('.') : host)

/** Whether an address belongs to the site that is visited, sub-domains and all. */
export function isOurs(address: string): boolean {
  const url = parse(address)
  return !!url && siteOf(url.hostname) === siteOf(location.hostname)
}

function parse(address: string, base = document.baseURI): URL | undefined {
  try {
    return new URL(address, base)
  } catch {
    return
  }
}

export function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
