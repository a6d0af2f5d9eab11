/**
 * The origin a person means by what they typed: "shop.example/cart" is https://shop.example. A bare localhost or loopback address gets http. Null when
 * it is no web address.
 */
export function originOf(typed: string): string | null {
  const trimmed = typed.trim()
  if (trimmed === '') return null
  const local = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:|\/|$)/.test(trimmed)
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `${local ? 'http' : 'https'}://${trimmed}`
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  const web = url.protocol === 'https:' || url.protocol === 'http:'
  const named = url.hostname === 'localhost' || url.hostname.startsWith('[') || /^[^.]+(\.[^.]+)+$/.test(url.hostname)
  return web && named ? url.origin : null
}

/** The origins of a list of typed addresses in order, each once, and the first entry that is none. */
export function originsOf(typed: readonly string[]): { origins: string[]; wrong: string | null } {
  const filled = typed.filter((address) => address.trim() !== '')
  const wrong = filled.find((address) => originOf(address) === null) ?? null
  return { origins: [...new Set(filled.map(originOf).filter((origin) => origin !== null))], wrong }
}
