// A frame inside an opaque document is another opaque origin: its document cannot be reached, not even an empty one. So the
// document of a recorded frame is rebuilt in the shadow root of an element that takes the frame's place and size.
// Known loss: rules that name `iframe` miss it, and `:root` inside does not match.
import { keepBox, setRecordedStyle } from './boxStyle.ts'
import * as native from './native.ts'

const TAG = 'recorded-frame'
const PLAIN_LOOK = 'display:inline-block;overflow:auto;vertical-align:bottom;background:Canvas'

/** The root to build in. `replaced` hears of the element that stands for the frame from now on. */
export function hostFrameDocument(frame: Element, replaced: (host: Element) => void): Node {
  if (!(frame instanceof HTMLIFrameElement)) return new DocumentFragment()
  const host = native.createElementNS(document, 'http://www.w3.org/1999/xhtml', TAG)
  for (const name of native.attributeNames(frame)) native.setAttribute(host, name, native.getAttribute(frame, name) ?? '')
  setRecordedStyle(host, [PLAIN_LOOK, side(frame, 'width', 300), side(frame, 'height', 150), native.getAttribute(frame, 'style') ?? ''].join(';'))
  keepBox(host)
  const parent = native.parentOf(frame)
  if (parent) {
    native.insertBefore(parent, host, frame)
    native.removeChild(parent, frame)
  }
  replaced(host)
  return native.attachShadow(host, { mode: 'open' })
}

/** As a browser takes the attribute: a number of px, or a share. */
function side(frame: Element, name: 'width' | 'height', otherwise: number): string {
  const [, number, percent] = /^\s*(\d{1,5}(?:\.\d+)?)(%?)/.exec(native.getAttribute(frame, name) ?? '') ?? []
  return `${name}:${number ?? otherwise}${percent || 'px'}`
}
