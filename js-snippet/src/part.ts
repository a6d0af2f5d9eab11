import { MEETING_PLACE } from './meeting-place.ts'
import { shared } from './shared.ts'

let policy: { createScriptURL(url: string): string } | undefined

/** Fetches a part of the agent: checked by its hash, allowed by the page's nonce, and handing itself over to `onReady`. */
export function fetchPart(
  address: string,
  integrity: string | undefined,
  own: HTMLScriptElement | null,
  onReady: (start: any) => void,
  onError: () => void,
): void {
  const script = Document.prototype.createElement.call(document, 'script') as HTMLScriptElement
  Object.assign(script, {
    async: true,
    crossOrigin: 'anonymous',
    onerror: onError,
    [Symbol.for(MEETING_PLACE)]: { onReady, shared },
  })
  if (integrity) script.integrity = integrity
  if (own?.nonce) script.nonce = own.nonce
  script.src = trusted(address)
  script.onload = () => script.remove()
  ;(document.head ?? document.documentElement).append(script)
}

/** Pages that demand Trusted Types get one; where our policy is not allowed, the plain address says so. */
function trusted(address: string): string {
  const types = (
    window as { trustedTypes?: { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } } }
  ).trustedTypes
  try {
    policy ??= types?.createPolicy('sojourn', { createScriptURL: (url: string) => url })
    return policy?.createScriptURL(address) ?? address
  } catch {
    return address
  }
}
