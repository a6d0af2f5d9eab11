// Style sheets: those that stand in elements, and those that a page constructs and adopts.
import { FRAME_LOOK } from './frameHost.ts'
import * as native from './native.ts'

const ours = new CSSStyleSheet()
ours.replaceSync(FRAME_LOOK)

/** The page's sheets, after the one of ours that every root needs. */
export function adopt(root: Document | ShadowRoot, sheets: CSSStyleSheet[]): void {
  native.adoptSheets(root, [ours, ...sheets])
}

const sheetNodes = new WeakMap<Element, Text>()

/** Whether the sheet's own text stands for it, so that text nodes inside must not count a second time. */
export const hasSheetText = (element: Node | null): boolean => element instanceof Element && sheetNodes.has(element)

/** `=css`: what the browser parsed. The page's own source of it, text nodes inside, must then stay empty. */
export function setSheetText(element: Element, css: string | null): void {
  if (css === null || native.localNameOf(element) !== 'style') return
  for (let child = native.firstChildOf(element); child; child = native.nextSiblingOf(child)) native.setTextContent(child, '')
  const old = sheetNodes.get(element)
  if (old && native.parentOf(old) === element) native.removeChild(element, old)
  const node = native.createTextNode(document, css)
  sheetNodes.set(element, node)
  native.insertBefore(element, node, null)
}

/** False when there is no sheet to change or the browser does not take the rule. */
export function insertRule(sheet: CSSStyleSheet | null | undefined, text: string, index: number): boolean {
  return tried(sheet, (it) => it.insertRule(text, Math.min(index, it.cssRules.length)))
}

export function deleteRule(sheet: CSSStyleSheet | null | undefined, index: number): boolean {
  return tried(sheet, (it) => it.deleteRule(index))
}

export function sheetOf(node: Node | undefined): CSSStyleSheet | null {
  return node instanceof HTMLStyleElement || node instanceof SVGStyleElement ? node.sheet : null
}

function tried(sheet: CSSStyleSheet | null | undefined, change: (sheet: CSSStyleSheet) => void): boolean {
  if (!sheet) return false
  try {
    change(sheet)
    return true
  } catch {
    return false
  }
}
