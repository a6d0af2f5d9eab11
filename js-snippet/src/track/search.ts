import { attribute, isElement, matches, nearest } from '../element/tree.ts'
import type { Stop } from '../page/page.ts'
import { textRule } from '../privacy/rules.ts'
import { search } from '../wire/messages.ts'
import { fieldOf } from './forms/field-keys.ts'
import { together } from './scope.ts'
import type { Tracker } from './scope.ts'

const SETTLED = 800
const LOADED = 1500
const LONGEST = 100
const LONGEST_WORD = 20
const FIELD =
  'input[type=search],[role=searchbox],[role=search] input,input[name=q],input[name=query],input[name=search],input[name=s]'
const QUERY_KEYS = ['q', 'query', 'search', 's', 'keyword', 'k']
// What pages say above their results, in the languages most sites speak.
const NONE =
  /\b(no|0|zero|keine?|aucun|ningún|ningun|nessun|geen|inga|ei)\b[^.!?]{0,40}(results?|matches|products?|found|treffer|ergebnis\w*|résultats?|resultados?|risultat\w+|resultaten|träffar|tuloksia)|nothing (was )?found|nichts gefunden|did not match|didn.t match/i
const COUNT =
  /\b(\d{1,3}(?:[.,  ]?\d{3})*)\+?\s+(?:\w+\s+)?(results?|matches|products?|items|hits|treffer|ergebnisse|artikel|produkte|résultats?|produits|resultados|risultati|resultaten|träffar)/i

/**
 * Reports searches the page shows results of: a search field that was used, or a query in the address. The words are the
 * visitor's own, so they stay in the browser unless the field is marked `data-sojourn="allow"` or the site declares them.
 */
export const trackSearch: Tracker = ({ page, emit, closing, address }) => {
  let waiting: Stop | undefined
  let said = ''

  function say(field: Element | undefined, query: string) {
    if (!query || query === said) return
    said = query
    const allowed = field && textRule(field) === 'allow'
    emit(search, { query: allowed ? maskQuery(query) : '', results: resultCount() })
  }

  function later(ms: number, field?: Element) {
    waiting?.()
    waiting = page.after(ms, () => {
      const inAddress = new URLSearchParams(location.search)
      const query = field
        ? (field as HTMLInputElement).value
        : QUERY_KEYS.map((key) => inAddress.get(key)).find((value) => value)
      say(field, (query ?? '').trim())
    })
  }

  const find = (event: Event) => {
    const field = fieldOf(event)
    return field && matches(field, FIELD) ? field : undefined
  }
  later(LOADED)
  return together(
    page.hear<KeyboardEvent>('keydown', (event) => {
      const field = event.key === 'Enter' && find(event)
      if (field) later(LOADED, field)
    }),
    page.hear('input', (event) => {
      const field = find(event)
      // What suggests while one types is no search; a list that narrows on the spot is.
      if (field && !attribute(field, 'aria-controls') && !nearest(field, '[role=combobox]')) later(SETTLED * 2, field)
    }),
    address.on(() => waiting || later(LOADED)),
    closing.on((what) => what === 'view' && (said = '')),
    () => waiting?.(),
  )
}

function maskQuery(query: string): string {
  const words = query.toLowerCase().split(/\s+/)
  return words
    .filter((word) => word.length <= LONGEST_WORD && !word.includes('@'))
    .join(' ')
    .replace(/\d/g, '0')
    .slice(0, LONGEST)
}

/** How many results the page says it shows; 0 when it says there are none, -1 when it says nothing. */
export function resultCount(): number {
  const places = [
    document.querySelector('main,[role=main]') ?? document.body,
    ...document.querySelectorAll('[role=status],[aria-live]'),
  ]
  for (const place of places) {
    const text = isElement(place) ? ((place as HTMLElement).innerText ?? '').slice(0, 20_000) : ''
    const count = COUNT.exec(text)
    if (count) return +count[1]!.replace(/\D/g, '')
    if (NONE.test(text)) return 0
  }
  return -1
}
