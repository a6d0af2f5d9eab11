import type { Fingerprint } from '../wire/messages.ts'
import { nameOf, roleOf } from './label.ts'
import { isStableName } from './names.ts'
import { classPath, landmarkPath, nthPath } from './paths.ts'
import { isField } from './tree.ts'

const TEST_IDS = [
  'data-testid',
  'data-test',
  'data-qa',
  'data-cy',
  'data-test-id',
  'data-qa-id',
  'data-testing',
  'data-component',
  'data-element',
]

/** What may be said about an element. The agent hides what is private; a reader of a recording has nothing left to hide. */
export interface Discretion {
  /** The text when all of it may be said, else undefined. */
  label(text: string, element: Element): string | undefined
  /** A link's path, free of what names one thing among many. */
  path(address: string): string
}

/** Describes an element in several ways (SIGNALS 14), so that one changed name does not lose it. Reads the page only. */
export function fingerprint(element: Element, interactive: boolean, discretion: Discretion): Fingerprint {
  const say = (text: string | null) => (text ? discretion.label(text, element) : undefined)
  // Not `element.id`: in a form a field may be named so.
  const id = element.getAttribute('id') ?? ''
  const href = element.localName === 'a' && element.getAttribute('href')
  return {
    tag: element.localName.slice(0, 60),
    testId: testId(element, say),
    id: isStableName(id) ? id : undefined,
    role: roleOf(element),
    label: say(nameOf(element, interactive)),
    name: isField(element) ? say(element.name) : undefined,
    type: /^(input|button)$/.test(element.localName) ? (element as HTMLInputElement).type : undefined,
    href: href ? discretion.path(href).slice(0, 200) : undefined,
    landmark: landmarkPath(element),
    classPath: classPath(element),
    nthPath: nthPath(element),
    interactive,
    disabled: element.matches(':disabled,[aria-disabled=true]'),
  }
}

function testId(element: Element, say: (text: string | null) => string | undefined): string | undefined {
  const name = TEST_IDS.find((name) => element.hasAttribute(name))
  const value = name && say(element.getAttribute(name))
  return value ? `${name}=${value}` : undefined
}
