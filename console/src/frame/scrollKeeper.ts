// Scroll positions wait until the picture has been laid out, and are kept: the frame takes the visitor's window size only
// after the first layout, and a page that was too short to scroll then may scroll now.
import * as native from './native.ts'

interface Position {
  x: number
  y: number
}

export interface ScrollKeeper {
  both(node: Node, x: number, y: number): void
  axis(element: Element, axis: 'x' | 'y', to: number): void
  settle(all: boolean): void
  clear(): void
  /** Positions are said again; what had one and is given none goes back to its start. */
  begin(): void
}

export function createScrollKeeper(): ScrollKeeper {
  let positions = new Map<Node, Position>()
  const pending = new Set<Node>()

  /** The last said is the last done: the window has two names, its document and the root element. */
  function both(node: Node, x: number, y: number): void {
    positions.delete(node)
    pending.delete(node)
    positions.set(node, { x, y })
    pending.add(node)
  }

  return {
    both,
    axis(element, axis, to) {
      const { x, y } = positions.get(element) ?? { x: 0, y: 0 }
      both(element, axis === 'x' ? to : x, axis === 'y' ? to : y)
    },
    settle(all) {
      for (const node of all ? positions.keys() : pending) scroll(node, positions.get(node)!)
      pending.clear()
    },
    begin() {
      const before = positions
      positions = new Map()
      pending.clear()
      for (const node of before.keys()) both(node, 0, 0)
    },
    clear() {
      positions = new Map()
      pending.clear()
      // The window stays when all in it goes: without this, the next page would begin as far down as the last one was.
      both(document, 0, 0)
    },
  }
}

function scroll(node: Node, { x, y }: Position): void {
  const to: ScrollToOptions = { left: x, top: y, behavior: 'instant' }
  if (node === document || node === native.documentElementOf(document)) window.scrollTo(to)
  else if (node instanceof Element) native.scrollElement(node, to)
}
