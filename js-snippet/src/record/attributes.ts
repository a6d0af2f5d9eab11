import { isField } from '../element/tree.ts'
import type { Privacy } from '../privacy/privacy.ts'
import { textRule } from '../privacy/rules.ts'
import { maskAsset, maskUrl } from '../privacy/url.ts'
import { absoluteCss } from './css.ts'

const NEVER = /^on|^(srcdoc|nonce|integrity|ping)$/
const TEXT =
  /^(title|alt|placeholder|name|label|summary|abbr|aria-(label|description|valuetext|placeholder|roledescription)|data-.*)$/
const ASSET = /^(src|poster|data|background|imagesrcset|srcset)$/
const LINK = /^(href|action|formaction|cite|longdesc|xlink:href)$/
// A page repeats what was typed in a class or an id at most; in these a chance hit would only spoil the look.
const STRUCTURAL =
  /^(type|role|rel|dir|lang|media|method|target|sizes|width|height|colspan|rowspan|tabindex|content|max|min|step)$/
const READABLE_META = /^(viewport|color-scheme|theme-color)$/i
const VALUE_IS_TEXT = 'button,input[type=button],input[type=submit],input[type=reset],li'
const VALUE_IS_LENGTH = 'progress,meter'

/** What of an attribute goes into the recording; null when nothing may. */
export function recordedAttribute(element: Element, name: string, value: string, privacy: Privacy): string | null {
  if (NEVER.test(name) || name.startsWith('=')) return null
  if (name === 'data-sojourn') return value
  if (TEXT.test(name)) return privacy.text(value, textRule(around(element)))
  if (name === 'value') return valueAttribute(element, value, privacy)
  if (name === 'content') return READABLE_META.test(element.getAttribute('name') ?? '') ? value : null
  if (LINK.test(name)) return privacy.address(linkAttribute(element, value))
  if (ASSET.test(name)) {
    const address = assetAttribute(element, name, value)
    return address && privacy.address(address)
  }
  if (name === 'style') return privacy.css(absoluteCss(value, element))
  return STRUCTURAL.test(name) || isDrawing(element, name) ? value : privacy.unrepeated(value)
}

function valueAttribute(element: Element, value: string, privacy: Privacy): string | null {
  if (element.matches(VALUE_IS_LENGTH)) return value
  return element.matches(VALUE_IS_TEXT) ? privacy.text(value, textRule(element)) : null
}

/** What names a field stands around it; only what stands in it was typed. */
function around(element: Element): Element {
  return (isField(element) && element.parentElement) || element
}

function linkAttribute(element: Element, value: string): string {
  if (value.startsWith('#')) return value
  return element.matches('link,image,use') ? maskAsset(value, element.baseURI) : maskUrl(value, element.baseURI)
}

function assetAttribute(element: Element, name: string, value: string): string | null {
  if (element.matches('iframe,frame,embed,object')) return null
  if (!name.endsWith('srcset')) return maskAsset(value, element.baseURI)
  return value
    .replace(/(^|,)\s*([^\s,]\S*[^\s,])/g, (_, comma, address) => `${comma} ${maskAsset(address, element.baseURI)}`)
    .trim()
}

function isDrawing({ namespaceURI }: Element, name: string): boolean {
  return !/xhtml/.test(namespaceURI ?? '') && !/^(id|class)$/.test(name)
}
