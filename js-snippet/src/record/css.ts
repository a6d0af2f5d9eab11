import { maskAsset } from '../privacy/url.ts'

// A sheet larger than this is a library of styles in one file; the page is shown without it rather than not sent at all.
const LONGEST = 1024 * 1024

/** A sheet's rules as the browser parsed them, addresses made absolute; null where the browser does not let us read. */
export function cssOf(sheet: CSSStyleSheet): string | null {
  try {
    let css = ''
    for (const rule of sheet.cssRules) {
      css += ruleText(rule, sheet) + '\n'
      if (css.length > LONGEST) return null
    }
    return css
  } catch {
    return null
  }
}

export function ruleText(rule: CSSRule, sheet: CSSStyleSheet): string {
  const imported = (rule as CSSImportRule).styleSheet
  if (!imported) return absoluteCss(rule.cssText, sheetBase(sheet))
  // One rule stays one rule, so that the places of the others stay true.
  const { media, layerName, supportsText } = rule as CSSImportRule & {
    layerName?: string | null
    supportsText?: string | null
  }
  let css = cssOf(imported) ?? ''
  if (layerName != null) css = `@layer ${layerName}{${css}}`
  if (supportsText) css = `@supports ${supportsText}{${css}}`
  return `@media ${media.mediaText || 'all'}{${css}}`
}

/** Every `url(…)` made absolute, and free of secrets. */
export function absoluteCss(css: string, base: string | Element): string {
  if (!css.includes('url(')) return css
  const address = typeof base === 'string' ? base : base.baseURI
  return css.replace(
    /url\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^"')\s]*))\s*\)/g,
    (whole, double, single, bare) => {
      const given: string = double ?? single ?? bare
      return !given || given.startsWith('#') ? whole : `url("${maskAsset(given, address)}")`
    },
  )
}

function sheetBase(sheet: CSSStyleSheet): string {
  return (
    sheet.href ??
    sheet.ownerNode?.baseURI ??
    (sheet.parentStyleSheet ? sheetBase(sheet.parentStyleSheet) : document.baseURI)
  )
}
