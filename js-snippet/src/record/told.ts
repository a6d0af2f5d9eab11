/** A node as the recording knows it: what a reader of the operations written so far would see. */
export interface Told {
  readonly id: number
  readonly node: Node
  /** Null while the node is adrift: taken out, and not yet put elsewhere or removed. */
  parent: Told | null
  previous: Told | null
  next: Told | null
  first: Told | null
  /** What hangs inside without being a child: shadow root, template content, frame document. */
  inner: Told | null
  /** What the site's selectors made of it when it was told. */
  marks: string
}

/** The recorded tree. It follows the page from operation to operation, so that the difference is always known. */
export interface ToldTree {
  of(node: Node): Told | undefined
  /** A node is described for the first time. */
  add(id: number, node: Node, parent: Told | null, previous: Told | null): Told
  addInner(id: number, node: Node, parent: Told): Told
  take(told: Told): void
  put(told: Told, parent: Told, previous: Told | null): void
  /** The subtree is gone, and so are its ids. */
  forget(told: Told): void
  /** Whether a node hangs, over however many steps, in the document that is recorded. */
  isAttached(told: Told): boolean
}

export function createToldTree(onForget: (told: Told) => void): ToldTree {
  // Not weak: what is in the tree is held by it anyway, and a weak map of a large page costs more than its snapshot.
  const known = new Map<Node, Told>()

  function create(id: number, node: Node, parent: Told | null): Told {
    const told: Told = { id, node, parent, previous: null, next: null, first: null, inner: null, marks: '' }
    known.set(node, told)
    return told
  }

  function put(told: Told, parent: Told, previous: Told | null) {
    told.parent = parent
    told.previous = previous
    told.next = previous ? previous.next : parent.first
    if (told.next) told.next.previous = told
    if (previous) previous.next = told
    else parent.first = told
  }

  function take(told: Told) {
    const { parent, previous, next } = told
    if (next) next.previous = previous
    if (previous) previous.next = next
    else if (parent?.first === told) parent.first = next
    if (parent?.inner === told) parent.inner = null
    told.parent = told.previous = told.next = null
  }

  function forget(told: Told) {
    // A node that was described once more in the meantime is known by that.
    if (known.get(told.node) === told) known.delete(told.node)
    onForget(told)
    for (let child = told.first; child; child = child.next) forget(child)
    if (told.inner) forget(told.inner)
  }

  return {
    of: (node) => known.get(node),
    add(id, node, parent, previous) {
      const told = create(id, node, parent)
      if (parent) put(told, parent, previous)
      return told
    },
    addInner(id, node, parent) {
      return (parent.inner = create(id, node, parent))
    },
    take,
    put,
    forget,
    isAttached(told) {
      let top = told
      while (top.parent) top = top.parent
      return top.id === 1
    },
  }
}
