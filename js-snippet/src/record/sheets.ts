import { stopAll } from '../page/page.ts'
import type { Stop } from '../page/page.ts'
import { wrapMethod } from '../page/wrap.ts'
import { Op } from '../wire/domops-writer.ts'
import { cssOf, ruleText } from './css.ts'
import { putState } from './take.ts'
import type { State } from './state.ts'
import type { Take } from './take.ts'
import type { Told } from './told.ts'

// A page that animates rules keeps a few of them; one that reads them all must not make us do so again and again.
const MOST_TOUCHED = 200

type Owned = CSSStyleSheet & { ownerNode: Element | null }

/** Follows what scripts do to style sheets without touching the markup. */
export interface Sheets {
  state(element: Element): State
  /** Tells which sheets a root has adopted, if that has changed. */
  adopted(root: Told): void
  /** A `style` or `link` may have another sheet, or other text, than the recording knows. */
  check(told: Told): void
  /** Tells which of the rules that the page holds in its hands have changed. */
  compareTouched(): void
  /** Listens in on one realm: the page's own or a frame's. */
  enter(realm: Window): Stop
}

export function createSheets(take: Take): Sheets {
  const told = new WeakMap<Element, string>()
  const numbers = new WeakMap<CSSStyleSheet, number>()
  const adoptions = new WeakMap<Node, CSSStyleSheet[]>()
  const touched = new Map<CSSRule, string>()
  const { privacy } = take.host
  let lastNumber = 0

  function state(element: Element): State {
    if (!/^(style|link)$/.test(element.localName) || !element.matches('style,link[rel~=stylesheet]')) return []
    const { sheet } = element as HTMLStyleElement
    const css = sheet && textOf(sheet)
    told.set(element, css ?? '')
    return [
      ['=css', css],
      ['=gap', sheet && css === null ? 'css' : null],
    ]
  }

  function textOf(sheet: CSSStyleSheet): string | null {
    const css = cssOf(sheet)
    return css && privacy.css(css)
  }

  function check(owner: Told) {
    const element = owner.node as Element
    const before = told.get(element)
    const pairs = state(element)
    if (before === told.get(element) || !pairs.length) return
    putState(take, owner, pairs)
  }

  function define(sheet: CSSStyleSheet, number: number) {
    const { ops } = take
    ops.put(Op.SHEET, number)
    ops.string(textOf(sheet) ?? '')
  }

  function adopted(root: Told) {
    const sheets = [...((root.node as Document).adoptedStyleSheets ?? [])]
    const before = adoptions.get(root.node) ?? []
    if (sheets.length === before.length && sheets.every((sheet, i) => sheet === before[i])) return
    adoptions.set(root.node, sheets)
    for (const sheet of sheets) {
      if (numbers.has(sheet)) continue
      numbers.set(sheet, ++lastNumber)
      define(sheet, lastNumber)
    }
    take.ops.put(Op.ADOPT, root.id, sheets.length, ...sheets.map((sheet) => numbers.get(sheet)!))
  }

  /** The sheet as operations name it: by its element, or by its number; undefined when the recording does not know it. */
  function nameOf(sheet: CSSStyleSheet): number[] | undefined {
    const owner = (sheet as Owned).ownerNode
    const node = owner && take.tree.of(owner)
    const number = numbers.get(sheet)
    return node ? [node.id] : number ? [0, number] : undefined
  }

  function inserted(sheet: CSSStyleSheet, index: number) {
    const name = nameOf(sheet)
    const rule = sheet.cssRules[index]
    if (!name || !rule) return
    take.ops.put(Op.RULE_INSERT, ...name, index)
    take.ops.string(privacy.css(ruleText(rule, sheet)))
    forgetText(sheet)
  }

  function deleted(sheet: CSSStyleSheet, index: number) {
    const name = nameOf(sheet)
    if (!name) return
    take.ops.put(Op.RULE_DELETE, ...name, index)
    forgetText(sheet)
  }

  function forgetText(sheet: CSSStyleSheet) {
    const { ownerNode } = sheet as Owned
    if (ownerNode) told.delete(ownerNode)
    take.ask()
  }

  function rewritten(sheet: CSSStyleSheet | null) {
    const name = sheet && nameOf(sheet)
    if (!name) return
    const { ownerNode } = sheet as Owned
    if (!ownerNode) {
      define(sheet, name[1]!)
      return take.ask()
    }
    told.delete(ownerNode)
    take.work.states.add(ownerNode)
    take.ask()
  }

  /** The page has got hold of a rule: what it does to it from now on leaves no trace. */
  function touch(rule: CSSRule) {
    let top = rule
    while (top.parentRule) top = top.parentRule
    if (touched.size >= MOST_TOUCHED) touched.delete(touched.keys().next().value!)
    touched.set(top, touched.get(top) ?? top.cssText)
    take.ask()
  }

  function compareTouched() {
    for (const [rule, before] of touched) {
      const sheet = rule.parentStyleSheet
      if (!sheet) touched.delete(rule)
      if (!sheet || rule.cssText === before) continue
      touched.set(rule, rule.cssText)
      const index = [...sheet.cssRules].indexOf(rule)
      deleted(sheet, index)
      inserted(sheet, index)
    }
  }

  function enter(realm: Window): Stop {
    const { CSSStyleSheet, CSSGroupingRule, CSSStyleRule, CSSKeyframeRule } = realm as unknown as typeof globalThis
    const last = (sheet: CSSStyleSheet) => sheet.cssRules.length - 1
    const sheets = CSSStyleSheet?.prototype
    const stops = [
      wrapMethod(sheets, 'insertRule', (sheet, _, index) => inserted(sheet, index)),
      wrapMethod(sheets, 'deleteRule', (sheet, [index]) => deleted(sheet, +index || 0)),
      wrapMethod(sheets, 'addRule', (sheet, [, , index]) => inserted(sheet, index ?? last(sheet))),
      wrapMethod(sheets, 'removeRule', (sheet, [index]) => deleted(sheet, +index || 0)),
      wrapMethod(sheets, 'replaceSync', (sheet) => rewritten(sheet)),
      wrapMethod(sheets, 'replace', (sheet, _, done) => done.then(() => rewritten(sheet)).catch(() => {})),
      wrapMethod(CSSStyleRule?.prototype, 'style', touch, 'get'),
      wrapMethod(CSSStyleRule?.prototype, 'styleMap', touch, 'get'),
      wrapMethod(CSSStyleRule?.prototype, 'selectorText', (rule) => rewritten(rule.parentStyleSheet), 'set'),
      wrapMethod(CSSKeyframeRule?.prototype, 'style', touch, 'get'),
      ...['insertRule', 'deleteRule'].map((name) =>
        wrapMethod(CSSGroupingRule?.prototype, name, (rule) => rewritten(rule.parentStyleSheet)),
      ),
    ]
    return () => stopAll(stops)
  }

  return { state, adopted, check, compareTouched, enter }
}
