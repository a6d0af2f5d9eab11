// A heatmap shows the document at its full height, in a frame as tall as that. Lengths in vh would then grow with the frame and
// a `100vh` opening picture would fill the page. They are fixed at what they were in the visitor's window first.
import * as native from './native.ts'

const LENGTH = /(-?\d*\.?\d+)([sld]?)v(h|b|max|min)\b/g

/** Rewrites the rules and style attributes of the document and of its open shadow roots. Sizes are in CSS px. */
export function fixViewportUnits(root: Document | ShadowRoot, viewport: { width: number; height: number }): void {
  const toPx = (value: string): string =>
    value.replace(LENGTH, (_, number: string, _kind: string, unit: string) => `${(Number(number) / 100) * side(unit, viewport)}px`)
  for (const sheet of native.styleSheetsOf(root)) fixRules(sheet.cssRules, toPx)
  for (const element of elementsOf(root)) {
    if (native.getAttribute(element, 'style')?.match(LENGTH)) fixDeclarations((element as HTMLElement).style, toPx)
    const shadow = native.shadowRootOf(element)
    if (shadow) fixViewportUnits(shadow, viewport)
  }
}

function elementsOf(root: Document | ShadowRoot): Iterable<Element> {
  if (root instanceof ShadowRoot) return root.querySelectorAll('*')
  const top = native.documentElementOf(root)
  return top ? [top, ...native.elementsWithin(top, '*')] : []
}

function side(unit: string, { width, height }: { width: number; height: number }): number {
  return unit === 'max' ? Math.max(width, height) : unit === 'min' ? Math.min(width, height) : height
}

function fixRules(rules: CSSRuleList, toPx: (value: string) => string): void {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule || rule instanceof CSSKeyframeRule) fixDeclarations(rule.style, toPx)
    if ('cssRules' in rule) fixRules(rule.cssRules as CSSRuleList, toPx)
  }
}

function fixDeclarations(style: CSSStyleDeclaration, toPx: (value: string) => string): void {
  for (const name of [...style]) {
    const value = style.getPropertyValue(name)
    const fixed = toPx(value)
    if (fixed !== value) style.setProperty(name, fixed, style.getPropertyPriority(name))
  }
}
