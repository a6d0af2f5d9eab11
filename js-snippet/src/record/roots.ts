import { isElement } from '../element/tree.ts'
import { stopAll } from '../page/page.ts'
import type { Stop } from '../page/page.ts'
import { wrapMethod } from '../page/wrap.ts'
import { Op } from '../wire/domops-writer.ts'
import { gapState, innerOf, insertInner } from './describe.ts'
import type { Fields } from './fields.ts'
import type { Scrolls } from './scrolls.ts'
import type { Sheets } from './sheets.ts'
import { isBoxed, isStateful, stateOf } from './state.ts'
import { putState } from './take.ts'
import type { Take } from './take.ts'
import type { Told } from './told.ts'

interface Parts {
  fields: Fields
  sheets: Sheets
  scrolls: Scrolls
  observe(root: Node): void
}

/** The documents and shadow roots of a recording: neither events nor observers reach from one into the other. */
export interface Roots {
  enter(root: Node): void
  leave(root: Node): void
  /** Tells the state of an element, into which something may have been loaded. */
  refresh(element: Element): void
  /** Tells which sheets the roots have adopted: the new ones, or all of them. */
  adopt(all?: boolean): void
  stop: Stop
}

export function createRoots(take: Take, { fields, sheets, scrolls, observe }: Parts): Roots {
  const { page } = take.host
  const open = new Map<Node, Stop>()
  const realms = new Set<Window>()
  const stops: Stop[] = []
  let fresh: Node[] = []

  function enter(root: Node) {
    observe(root)
    fresh.push(root)
    open.set(
      root,
      page.listen(root, 'input change reset toggle load scroll', ({ type, target }) => {
        if (type === 'scroll') return scrolls.note(target as Node)
        if (isElement(target)) later(target)
      }),
    )
    const realm = (root as Partial<Document>).defaultView
    if (!realm || realms.has(realm)) return
    realms.add(realm)
    if (realm.scrollX || realm.scrollY) scrolls.note(root)
    stops.push(
      sheets.enter(realm),
      wrapMethod((realm as unknown as typeof globalThis).Element.prototype, 'attachShadow', later),
    )
  }

  function later(element: Element) {
    if (isStateful(element)) fields.note(element)
    take.work.states.add(element)
    take.ask()
  }

  function refresh(element: Element) {
    const told = take.tree.of(element)
    // A radio button ticked unticks another, an option chosen leaves another; a form gives all their first values back.
    if (isStateful(element) && !/radio/.test((element as HTMLInputElement).type)) return fields.check(element)
    if (/^(form|select|input)$/.test(element.localName)) return fields.checkSome()
    if (!told) return
    sheets.check(told)
    refreshInner(told, element)
    putState(take, told, [...stateOf(element, take.host.privacy), ...gapState(element)])
    if (isBoxed(element)) take.work.boxes.add(told)
  }

  function refreshInner(told: Told, element: Element) {
    const { ops, tree } = take
    const { inner } = told
    const now = innerOf(element)
    if (inner?.node === (now ?? undefined)) return
    if (inner) {
      tree.take(inner)
      ops.put(Op.REMOVE, inner.id)
      tree.forget(inner)
    }
    if (now) insertInner(take, now, told)
  }

  function adopt(all = false) {
    const roots = all ? [...open.keys()] : fresh
    fresh = []
    for (const root of roots) {
      const told = take.tree.of(root)
      if (told) sheets.adopted(told)
    }
  }

  return {
    enter,
    refresh,
    leave(root) {
      open.get(root)?.()
      open.delete(root)
    },
    adopt,
    stop() {
      stopAll(stops)
      for (const stop of open.values()) stop()
    },
  }
}
