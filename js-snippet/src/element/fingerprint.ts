import type { Fingerprint } from '../wire/messages.ts'
import { nameOf, roleOf } from './label.ts'
import { isStableName } from './names.ts'
import { classPath, landmarkPath, nthPath } from './paths.ts'
import { attribute, isField, matches } from './tree.ts'

const TEST_IDS = 'testid,test,qa,cy,test-id,qa-id,testing,component,element'.split(',')

/** What may be said about an element. The agent hides what is private; a reader of a recording has nothing left to hide. */
export interface Discretion {
  /** The text when all of it may be said, else undefined. */
  label(text: string, element: Element): string | undefined
  /** A link's path, free of what names one thing among many. */
  path(address: string): string
  /** A name the page has made, unless it repeats what was typed. */
  name?(name: string): string | undefined
  /** Where an element stands among its siblings; whoever describes many at once need not count them each time. */
  step?(element: Element): string
}

/** Describes an element in several ways (SIGNALS 14), so that one changed name does not lose it. Reads the page only. */
export function fingerprint(element: Element, interactive: boolean, discretion: Discretion): Fingerprint {
  const say = (text: string) => (text ? discretion.label(text, element) : undefined)
  const named = discretion.name ?? ((name) => name)
  // Not `element.id`: in a form a field may be named so.
  const id = attribute(element, 'id')
  const href = element.localName === 'a' && attribute(element, 'href')
  return {
    tag: element.localName.slice(0, 60),
    testId: testId(element, say),
    id: isStableName(id) ? named(id) : undefined,
    role: roleOf(element),
    label: say(nameOf(element, interactive)),
    name: isField(element) ? say(attribute(element, 'name')) : undefined,
    type: matches(element, 'input,button') ? (element as HTMLInputElement).type : undefined,
    href: href ? discretion.path(href).slice(0, 200) : undefined,
    landmark: landmarkPath(element, discretion.step),
    classPath: named(classPath(element)),
    nthPath: nthPath(element, discretion.step),
    interactive,
    disabled: matches(element, ':disabled,[aria-disabled=true]'),
  }
}

function testId(element: Element, say: (text: string) => string | undefined): string | undefined {
  const name = TEST_IDS.find((name) => attribute(element, 'data-' + name))
  const value = name && say(attribute(element, 'data-' + name))
  return value ? `data-${name}=${value}` : undefined
}
