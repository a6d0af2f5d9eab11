import { attribute, matches } from './tree.ts'

const ROLES: Record<string, string> = {
  'a': 'link',
  'button': 'button',
  'summary': 'button',
  'select': 'combobox',
  'textarea': 'textbox',
  'option': 'option',
  'img': 'img',
}
const INPUT_ROLES: Record<string, string> = {
  'button': 'button',
  'submit': 'button',
  'reset': 'button',
  'image': 'button',
  'checkbox': 'checkbox',
  'radio': 'radio',
  'range': 'slider',
  'number': 'spinbutton',
  'search': 'searchbox',
}

/** The explicit role, or the one the tag brings along. */
export function roleOf(element: Element): string {
  const given = attribute(element, 'role')
  if (given) return given.slice(0, 40)
  const tag = element.localName
  return tag === 'input' ? (INPUT_ROLES[(element as HTMLInputElement).type] ?? 'textbox') : (ROLES[tag] ?? '')
}

/** What a visitor would call the element: its accessible name or its text. Not masked yet. */
export function nameOf(element: Element, interactive: boolean): string {
  const given = (name: string) => attribute(element, name).trim()
  return (
    given('aria-label') ||
    labelledBy(element) ||
    labelOf(element) ||
    given('alt') ||
    given('title') ||
    given('placeholder') ||
    ownText(element, interactive)
  )
}

function labelledBy(element: Element): string {
  const ids = attribute(element, 'aria-labelledby')
  if (!ids) return ''
  const root = element.getRootNode() as Document
  return ids
    .split(/\s+/)
    .map((id) => root.getElementById?.(id)?.textContent ?? '')
    .join(' ')
}

function labelOf(element: Element): string {
  const { labels, localName, type, value } = element as HTMLInputElement
  if (localName === 'input' && /^(button|submit|reset)$/.test(type)) return value
  return labels?.[0]?.textContent ?? ''
}

/** A large area is not named by all that it contains, so only a control speaks for its descendants. */
function ownText(element: Element, interactive: boolean): string {
  if (matches(element, 'select,textarea')) return ''
  if (interactive) return element.textContent ?? ''
  return [...element.childNodes].map((node) => (node.nodeType === 3 ? node.nodeValue : '')).join('')
}
