import { fieldState } from './state.ts'
import { putState } from './take.ts'
import type { Take } from './take.ts'

// A form of ten thousand fields has its turn, too, only later.
const LOOKED_AT = 500

/** The state of form fields. Scripts change it without a trace, so all are looked at now and then, in turn. */
export interface Fields {
  add(field: Element): void
  remove(node: Node): void
  /** The visitor has changed a field: what stands in it now must not be repeated in the open. */
  note(field: Element): void
  /** Tells the state of one field if it has changed. */
  check(field: Element): void
  /** The next ones in turn. */
  checkSome(): void
}

export function createFields(take: Take): Fields {
  const { privacy } = take.host
  const told = new Map<Element, string>()
  let turn = told.keys()

  function note(field: Element) {
    if (field.localName !== 'option') privacy.note(field)
  }

  function check(field: Element) {
    const node = take.tree.of(field)
    const before = told.get(field)
    if (!node || before === undefined) return
    const state = fieldState(field, privacy)
    const now = String(state)
    if (before === now) return
    note(field)
    told.set(field, now)
    putState(take, node, state)
  }

  return {
    add(field) {
      note(field)
      told.set(field, String(fieldState(field, privacy)))
    },
    remove: (node) => told.delete(node as Element),
    note,
    check,
    checkSome() {
      for (let left = Math.min(LOOKED_AT, told.size); left > 0; left--) {
        const { done, value } = turn.next()
        if (done) turn = told.keys()
        else check(value)
      }
    },
  }
}
