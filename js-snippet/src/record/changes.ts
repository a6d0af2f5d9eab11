import { isElement } from '../element/tree.ts'
import { isBlocked, marksOf } from '../privacy/rules.ts'
import { Op } from '../wire/domops-writer.ts'
import { recordedAttribute } from './attributes.ts'
import { recordedText } from './describe.ts'
import { reconcile } from './reconcile.ts'
import { stateOf } from './state.ts'
import { putAttribute, putState } from './take.ts'
import type { Take } from './take.ts'
import type { Told } from './told.ts'
import { compare, each } from './work.ts'

// These change what may be recorded of all that is inside.
const CHANGES_RULES = /^(data-sojourn|contenteditable)$/
const CHANGES_STATE = /^(open|popover|type|value|checked|selected)$/

/** Sorts what an observer has seen into the work to be done. Cheap: a page may change a lot between two frames. */
export function note({ tree, work }: Take, records: MutationRecord[]): void {
  for (const { type, target, attributeName } of records) {
    const style = type === 'attributes' ? undefined : styleOf(target)
    const told = tree.of(style ?? target)
    if (!told) continue
    if (style) work.states.add(style)
    else if (type === 'childList') compare(work, told)
    else if (type === 'characterData') work.texts.add(told)
    else if (CHANGES_RULES.test(attributeName!) || marksOf(target as Element) !== told.marks) work.anew.add(told)
    else {
      const names = work.attributes.get(told)
      if (names) names.add(attributeName!)
      else work.attributes.set(told, new Set([attributeName!]))
    }
  }
}

/** Tells what has changed, until the slice is full. Answers whether it got through. */
export function tellChanges(take: Take): boolean {
  const { tree, work, isFull } = take
  const ifKnown = (run: (take: Take, told: Told) => void) => (told: Told) => {
    // What was removed, or told only now, needs no more words.
    if (tree.of(told.node) === told) run(take, told)
  }
  return (
    each(work.anew, isFull, ifKnown(describeAnew)) &&
    reconcile(take) &&
    each(work.attributes, isFull, ifKnown(writeAttributes)) &&
    each(work.texts, isFull, ifKnown(writeText))
  )
}

function writeAttributes(take: Take, told: Told) {
  const element = told.node as Element
  if (element.localName === 'script') return
  const { privacy } = take.host
  for (const name of take.work.attributes.get(told)!) {
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

function styleOf(target: Node): Element | undefined {
  return [target, target.parentNode].find((node): node is Element => isElement(node) && node.localName === 'style')
}

/** Takes a subtree out of the recording; its parent, compared again, puts it back as it may be shown now. */
function describeAnew({ ops, tree, work }: Take, told: Told) {
  const { parent } = told
  tree.take(told)
  work.adrift.delete(told)
  ops.put(Op.REMOVE, told.id)
  tree.forget(told)
  if (parent) compare(work, parent)
}
