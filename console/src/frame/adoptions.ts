// Sheets that a page constructs, and who adopts them.
import { adopt } from './sheets.ts'

export interface Adoptions {
  define(number: number, text: string): void
  sheet(number: number): CSSStyleSheet | undefined
  /** A rule was changed by itself: the text no longer says what the sheet holds. */
  touched(number: number): void
  adopt(root: Document | ShadowRoot, numbers: readonly number[]): void
  clear(): void
  /** From here on everything is said again; what is not will be gone at the end. */
  begin(): void
  end(): void
}

interface Constructed {
  sheet: CSSStyleSheet
  text: string | null
}

type Root = Document | ShadowRoot

export function createAdoptions(): Adoptions {
  let sheets = new Map<number, Constructed>()
  let adopted = new Map<Root, CSSStyleSheet[]>()
  let before: Map<Root, CSSStyleSheet[]> | undefined

  return {
    define(number, text) {
      const there = sheets.get(number) ?? { sheet: new CSSStyleSheet(), text: null }
      sheets.set(number, there)
      if (there.text !== text) there.sheet.replaceSync(text)
      there.text = text
    },
    sheet: (number) => sheets.get(number)?.sheet,
    touched(number) {
      const there = sheets.get(number)
      if (there) there.text = null
    },
    adopt(root, numbers) {
      const list = numbers.flatMap((number) => sheets.get(number)?.sheet ?? [])
      const known = before?.get(root) ?? adopted.get(root)
      adopted.set(root, list)
      if (!known || known.length !== list.length || list.some((sheet, i) => sheet !== known[i])) adopt(root, list)
    },
    clear() {
      sheets = new Map()
      adopted = new Map()
      before = undefined
    },
    begin() {
      before = adopted
      adopted = new Map()
    },
    end() {
      before?.forEach((sheets, root) => sheets.length > 0 && !adopted.has(root) && adopt(root, []))
      before = undefined
    },
  }
}
