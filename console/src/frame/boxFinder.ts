// Where the elements of a heatmap stand in this document.
import { createMatcher, isFixed } from '../../../js-snippet/src/element/index.ts'
import type { ElementBox, Fingerprint } from './protocol.ts'

/** Good for one picture only. Null for an element that is not there, or not surely the same (SIGNALS 14). */
export function createBoxFinder(root: Element | null): (fingerprint: Fingerprint) => ElementBox | null {
  if (!root) return () => null
  // Links lead nowhere here, so their addresses must not speak against them.
  const find = createMatcher(root, () => '')
  return (fingerprint) => {
    try {
      const element = find(fingerprint as Parameters<typeof find>[0])
      return element ? boxOf(element) : null
    } catch {
      return null // a form whose fields are named like the DOM's own methods
    }
  }
}

function boxOf(element: Element): ElementBox {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { x: left + scrollX, y: top + scrollY, width, height, fixed: isFixed(element) }
}
