import type { Privacy } from './privacy/privacy.ts'
import type { Scope } from './track/scope.ts'
import { cart, named, order, search } from './wire/messages.ts'

const MOST_PROPERTIES = 20
const LONGEST_NAME = 64
const LONGEST_VALUE = 256
const ACTS = ['', 'add', 'remove', 'show']

interface Teller {
  readonly emit: Scope['emit']
  readonly privacy: Privacy
}

/** What a site tells of itself, by the names of the commands. Masked like page text, whoever says it. */
export const sayings: Record<string, (teller: Teller, args: any[]) => void> = {
  'track': (teller, args) => say(teller, args, false),
  'goal': (teller, args) => say(teller, args, true),
  'search': ({ emit, privacy }, [query, results = -1, about]) =>
    emit(search, {
      query: privacy.text(String(query)).slice(0, 100),
      results: +results,
      declared: true,
      filter: !!about?.filter,
    }),
  'order': ({ emit }, [about]) =>
    emit(order, {
      id: text(about?.id),
      value: +about?.value || 0,
      currency: text(about?.currency),
      items: +about?.items || 0,
    }),
  'cart': ({ emit, privacy }, [act, about]) =>
    emit(cart, {
      act: ACTS.indexOf(act),
      item: privacy.unrepeated(text(about?.item)),
      value: +about?.value || 0,
      currency: text(about?.currency),
    }),
}

const text = (value: unknown, longest = LONGEST_NAME) => String(value ?? '').slice(0, longest)

function say({ emit, privacy }: Teller, [name, properties]: any[], goal: boolean) {
  const masked = (value: unknown, longest: number) => privacy.text(String(value)).slice(0, longest)
  const entries = Object.entries(properties ?? {}).slice(0, MOST_PROPERTIES)
  emit(named, {
    name: masked(name, LONGEST_NAME),
    properties: Object.fromEntries(
      entries.map(([key, value]) => [masked(key, LONGEST_NAME), masked(value, LONGEST_VALUE)]),
    ),
    goal,
  })
}
