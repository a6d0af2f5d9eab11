// A frame inside an opaque document is another opaque origin: its document cannot be reached, not even an empty one. So the
// document of a recorded frame is rebuilt in the shadow root of an element that takes the frame's place and size.
// Known loss: rules that name `iframe` miss it, and `:root` inside does not match.
import { keepBox, setRecordedStyle } from './boxStyle.ts'
import * as native from './native.ts'

const TAG = 'recorded-frame'

/**
 * How a frame looks before the page says otherwise: any rule of the page is stronger. Nothing is inherited into a frame, so what a
 * page sets on its text begins anew.
 */
export const FRAME_LOOK = `:where(${TAG}){display:inline-block;width:300px;height:150px;overflow:auto;border:2px inset;background:Canvas;font:initial;color:initial;
text-align:initial;text-indent:initial;text-transform:initial;letter-spacing:initial;word-spacing:initial;white-space:initial;cursor:initial}`

/** The root to build in. `replaced` hears of the element that stands for the frame from now on. */
export function hostFrameDocument(frame: Element, replaced: (host: Element) => void): Node {
  if (!(frame instanceof HTMLIFrameElement)) return new DocumentFragment()
  const host = native.createElementNS(document, 'http://www.w3.org/1999/xhtml', TAG)
  for (const name of native.attributeNames(frame)) native.setAttribute(host, name, native.getAttribute(frame, name) ?? '')
  setRecordedStyle(host, `${side(frame, 'width')}${side(frame, 'height')}${native.getAttribute(frame, 'style') ?? ''}`)
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
function side(frame: Element, name: 'width' | 'height'): string {
  const [, number, percent] = /^\s*(\d{1,5}(?:\.\d+)?)(%?)/.exec(native.getAttribute(frame, name) ?? '') ?? []
  return number === undefined ? '' : `${name}:${number}${percent || 'px'};`
}
