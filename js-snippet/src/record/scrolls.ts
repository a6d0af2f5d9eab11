import { isElement } from '../element/tree.ts'
import type { Stop } from '../page/page.ts'
import type { RecorderHost } from '../recording.ts'
import { nodeScroll } from '../wire/playback.ts'

const SAMPLE = 100

export interface Scrolls {
  note(node: Node): void
  commit: Stop
  stop: Stop
}

/** Records where documents and elements are scrolled to, sampled; where they come to rest is always recorded. */
/** `send`: what names the nodes goes first. */
export function recordScrolls({ page, emit }: RecorderHost, idOf: (node: Node) => number, send: Stop): Scrolls {
  const moved = new Set<Node>()
  let timer: Stop | undefined

  function say() {
    timer?.()
    timer = undefined
    if (moved.size) send()
    for (const node of moved) {
      const area = isElement(node) ? node : (node as Document).scrollingElement
      const id = idOf(node)
      if (area && id) emit(nodeScroll, { node: id, x: area.scrollLeft, y: area.scrollTop })
    }
    moved.clear()
  }

  function note(node: Node) {
    moved.add(node)
    timer ??= page.after(SAMPLE, say)
  }

  return { note, commit: say, stop: () => timer?.() }
}
