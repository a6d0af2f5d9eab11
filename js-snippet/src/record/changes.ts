import { isElement } from '../element/tree.ts'
import type { Page, Stop } from '../page/page.ts'
import { Op } from '../wire/domops-writer.ts'
import { recordedAttribute } from './attributes.ts'
import { isBlocked, recordedText } from './describe.ts'
import { reconcile } from './reconcile.ts'
import { stateOf } from './state.ts'
import { putAttribute, putState } from './take.ts'
import type { Take } from './take.ts'
import type { Told } from './told.ts'

// These change what may be recorded of all that is inside.
const CHANGES_RULES = /^(data-sojourn|contenteditable)$/
const CHANGES_STATE = /^(open|popover|type|value|checked|selected)$/

/** Follows the page's own changes: one observer for all documents and shadow roots. */
export interface Changes {
  observe(root: Node): void
  /** Brings what changed up to date, and the children of the given nodes. */
  catchUp(also?: Iterable<Told>): void
  stop: Stop
}

export function createChanges(page: Page, write: (run: (take: Take) => void) => void): Changes {
  const observer = new MutationObserver(page.guard((records) => follow(records)))

  function follow(records: MutationRecord[], also: Iterable<Told> = []) {
    write((take) => writeChanges(take, records, also))
  }

  return {
    observe: (root) =>
      observer.observe(root, { childList: true, characterData: true, attributes: true, subtree: true }),
    catchUp: (also) => follow(observer.takeRecords(), also),
    stop: () => observer.disconnect(),
  }
}

function writeChanges(take: Take, records: MutationRecord[], also: Iterable<Told>) {
  const { tree } = take
  const children = new Set(also)
  const texts = new Set<Told>()
  const sheets = new Set<Told>()
  const attributes = new Map<Told, Set<string>>()
  for (const { type, target, attributeName } of records) {
    const style = type === 'attributes' ? undefined : styleOf(target)
    const told = tree.of(style ?? target)
    if (!told) continue
    if (style) sheets.add(told)
    else if (type === 'childList') children.add(told)
    else if (type === 'characterData') texts.add(told)
    else if (CHANGES_RULES.test(attributeName!)) describeAnew(take, told, children)
    else attributes.set(told, (attributes.get(told) ?? new Set()).add(attributeName!))
  }
  reconcile(take, children)
  // What was removed, or told only now, needs no more words.
  const isKnown = (told: Told) => tree.of(told.node) === told
  for (const told of sheets) if (isKnown(told)) putState(take, told, take.sheetState(told.node as Element))
  for (const [told, names] of attributes) if (isKnown(told)) writeAttributes(take, told, names)
  for (const told of texts) if (isKnown(told)) writeText(take, told)
}

function writeAttributes(take: Take, told: Told, names: Set<string>) {
  const element = told.node as Element
  if (element.localName === 'script') return
  const { privacy } = take.host
  for (const name of names) {
    if (isBlocked(element) && !/^(id|class|style)$/.test(name)) continue
    const value = element.getAttribute(name)
    putAttribute(take, told, name, value === null ? null : recordedAttribute(element, name, value, privacy))
    if (CHANGES_STATE.test(name)) putState(take, told, stateOf(element, privacy))
  }
}

function writeText(take: Take, told: Told) {
  take.ops.put(Op.TEXT, told.id)
  take.ops.string(recordedText(take, told.node))
}

function styleOf(target: Node): Node | undefined {
  return [target, target.parentNode].find((node) => isElement(node) && node.localName === 'style') ?? undefined
}

/** Takes a subtree out of the recording; its parent, compared again, puts it back as it may be shown now. */
function describeAnew({ ops, tree }: Take, told: Told, children: Set<Told>) {
  const { parent } = told
  if (!parent || tree.of(told.node) !== told) return
  tree.take(told)
  ops.put(Op.REMOVE, told.id)
  tree.forget(told)
  children.add(parent)
}
