// Some elements stand in the replay without their content: pictures we have no copy of, canvases, media, blocked parts. They
// keep their place on the page by the box they had. Our declarations follow the recorded style attribute, so that a later
// change of one does not lose the other.
import * as native from './native.ts'

interface Stand {
  style: string
  width?: string
  height?: string
  look?: string
  kept?: boolean
  inline?: boolean
}

const stands = new WeakMap<Element, Stand>()

const HATCH = 'repeating-linear-gradient(135deg,#e6e8ec 0 6px,#f2f3f6 6px 12px)'
const PICTURE =
  "#eceef2 url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%239aa0ab' stroke-width='1.5'%3E%3Crect x='3' y='4' width='18' height='16' rx='2'/%3E%3Ccircle cx='8.5' cy='9.5' r='1.5'/%3E%3Cpath d='m4 18 5.5-5 3.500 3 3-2.500 4.500 4'/%3E%3C/svg%3E\") center/min(40px,60%) no-repeat"

/** A picture of nothing: it makes an `img` without a source take its box like any other. */
export const EMPTY_PICTURE = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'

export function setRecordedStyle(element: Element, style: string | null): void {
  change(element, { style: style ?? '' })
}

export function setBoxSide(element: Element, side: 'width' | 'height', value: string | null): void {
  change(element, { [side]: value !== null && /^\d{1,6}(\.\d{1,4})?$/.test(value) ? value : undefined })
}

export function lookMissing(element: Element, look: 'hatch' | 'picture' | null): void {
  change(element, { look: look === 'hatch' ? HATCH : look === 'picture' ? PICTURE : undefined })
}

/** The box counts although nothing is missing: this element is not the one that the page's rules gave a size. */
export function keepBox(element: Element): void {
  change(element, { kept: true })
}

/** An inline box has no size of its own. Called once the element is in the document, when that can be known. */
export function giveInlineBoxItsSize(element: Element): void {
  if (getComputedStyle(element).display === 'inline') change(element, { inline: true })
}

function change(element: Element, part: { [K in keyof Stand]?: Stand[K] | undefined }): void {
  const stand = Object.assign(stands.get(element) ?? { style: '' }, part) as Stand
  stands.set(element, stand)
  const own = ownDeclarations(stand)
  const style = own ? `${stand.style.replace(/[;\s]*$/, stand.style.trim() ? ';' : '')}${own}` : stand.style
  if (style) native.setAttribute(element, 'style', style)
  else native.removeAttribute(element, 'style')
}

function ownDeclarations({ width, height, look, kept, inline }: Stand): string {
  if (!look && !kept) return ''
  const size = [width && `width:${width}px`, height && `height:${height}px`].filter(Boolean)
  const box = size.length > 0 ? ['box-sizing:border-box', ...size] : []
  const flow = inline && size.length > 0 ? ['display:inline-block'] : []
  const ground = look ? [`background:${look}`] : []
  return [...box, ...flow, ...ground].map((declaration) => `${declaration}!important`).join(';')
}
