// Finds the element of a fingerprint in another document: the same page later, or its replay (SIGNALS 14, "Matching").
import type { Fingerprint } from '../wire/messages.ts'
import { fingerprint } from './fingerprint.ts'
import type { Discretion } from './fingerprint.ts'
import { tagOf } from './paths.ts'

const SAME = 0.7
const AHEAD = 0.15
const COMPONENTS: { weight: number; read(print: Fingerprint): string | undefined }[] = [
  { weight: 1, read: (print) => print.testId },
  { weight: 0.9, read: (print) => print.id },
  { weight: 0.8, read: (print) => print.label && `${print.role}:${print.label}` },
  { weight: 0.7, read: (print) => print.href || print.name },
  { weight: 0.5, read: (print) => print.landmark },
  { weight: 0.35, read: (print) => print.classPath },
  { weight: 0.15, read: (print) => print.nthPath },
]
const OPEN: Discretion = {
  label: (text) => text.replace(/\s+/g, ' ').trim().slice(0, 60) || undefined,
  path: (address) => address,
}

/** How much two fingerprints agree, 0 to 1, over what both of them know. */
export function likeness(one: Fingerprint, other: Fingerprint): number {
  let known = 0
  let equal = 0
  for (const { weight, read } of COMPONENTS) {
    const [a, b] = [read(one), read(other)]
    if (!a || !b) continue
    known += weight
    if (a === b) equal += weight
  }
  return known && equal / known
}

/**
 * A finder for one state of a document; make a new one when the document has changed. It describes each candidate once, so
 * that many fingerprints can be looked up. `path` must turn a recorded `href` into what the agent made of it.
 */
export function createMatcher(root: ParentNode, path: Discretion['path'] = OPEN.path) {
  const byTag = new Map<string, { element: Element; print: Fingerprint }[]>()
  const discretion = { ...OPEN, path, step: createSteps() }

  function candidates(tag: string) {
    let known = byTag.get(tag)
    if (!known) {
      known = allByTag(root, tag).map((element) => ({ element, print: fingerprint(element, true, discretion) }))
      byTag.set(tag, known)
    }
    return known
  }

  return (wanted: Fingerprint): Element | undefined => {
    let best: { element: Element; score: number } | undefined
    let runnerUp = 0
    for (const { element, print } of candidates(wanted.tag ?? '')) {
      const score = likeness(wanted, print)
      if (score > (best?.score ?? 0)) {
        runnerUp = best?.score ?? 0
        best = { element, score }
      } else if (score > runnerUp) runnerUp = score
    }
    return best && best.score >= SAME && best.score - runnerUp >= AHEAD ? best.element : undefined
  }
}

/** The steps of paths.ts, counted once for all children of a parent: one by one, thousands of rows would take minutes. */
function createSteps(): (element: Element) => string {
  const known = new Map<Element, string>()
  return (element) => {
    if (!known.has(element)) for (const [sibling, step] of stepsBeside(element)) known.set(sibling, step)
    return known.get(element)!
  }
}

function stepsBeside(element: Element): [Element, string][] {
  let first = element
  for (let at = first.previousElementSibling; at; at = at.previousElementSibling) first = at
  const siblings: Element[] = []
  const totals = new Map<string, number>()
  for (let at: Element | null = first; at; at = at.nextElementSibling) {
    siblings.push(at)
    totals.set(at.localName, (totals.get(at.localName) ?? 0) + 1)
  }
  const counted = new Map<string, number>()
  return siblings.map((sibling) => {
    const nth = (counted.get(sibling.localName) ?? 0) + 1
    counted.set(sibling.localName, nth)
    return [sibling, totals.get(sibling.localName)! > 1 ? `${tagOf(sibling)}:nth-of-type(${nth})` : tagOf(sibling)]
  })
}

function allByTag(root: ParentNode, tag: string): Element[] {
  const found: Element[] = []
  for (const element of root.querySelectorAll('*')) {
    if (element.localName === tag) found.push(element)
    const inner = element.shadowRoot ?? documentOf(element)
    if (inner) found.push(...allByTag(inner, tag))
  }
  return found
}

function documentOf(element: Element): Document | null {
  try {
    return (element as Partial<HTMLIFrameElement>).contentDocument ?? null
  } catch {
    return null
  }
}
