import type { Scope } from '../scope.ts'
import { randomBytes, fromHex, toHex } from '../../session/ids.ts'
import type { Slot } from '../../session/storage.ts'
import { attribute } from '../../element/tree.ts'
import { isSensitive, textRule } from '../../privacy/rules.ts'
import { duplicateEntry } from '../../wire/messages.ts'
import type { FieldNotes } from './book.ts'
import type { FormField } from './field-keys.ts'

const SHORTEST = 4
const MARK = 8
const NEVER = /password|\bcc-|one-time-code/

/** Where a value was typed, by its mark. */
type Table = Record<string, [form: string, key: string, type: string]>

/**
 * Finds that a visitor has typed the same twice. Values are compared by a mark that only this browser can make: the key never
 * leaves it and ends with the session, and neither do the marks. What is reported is which two fields.
 */
export function createDuplicates(scope: Scope, slot: Slot) {
  let ready: Promise<{ key: CryptoKey; secret: string; table: Table }> | undefined

  function open() {
    return (ready ??= (async () => {
      const [secret = toHex(randomBytes(32)), table = '{}'] = slot.read()?.split('|') ?? []
      const key = await crypto.subtle.importKey(
        'raw',
        fromHex(secret) as BufferSource,
        { name: 'HMAC', hash: 'SHA-256' },
        false,
        ['sign'],
      )
      return { key, secret, table: JSON.parse(table) as Table }
    })())
  }

  async function compare(value: string, type: string, { form, key }: FieldNotes) {
    const known = await open()
    const signed = await crypto.subtle.sign('HMAC', known.key, new TextEncoder().encode(value))
    const mark = toHex(new Uint8Array(signed, 0, MARK))
    const [earlierForm, earlierKey, earlierType] = known.table[mark] ?? []
    if (earlierForm && earlierKey) {
      if (earlierForm !== form || earlierKey !== key)
        scope.emit(duplicateEntry, {
          form,
          key,
          earlierForm,
          earlierKey,
          confirm: earlierForm === form && earlierType === type,
        })
      return
    }
    known.table[mark] = [form, key, type]
    slot.write(known.secret + '|' + JSON.stringify(known.table))
  }

  /** To be called when a field that was typed into is left. */
  return (field: Element, notes: FieldNotes): void => {
    const { value = '', type } = field as FormField
    if (
      !globalThis.crypto?.subtle ||
      NEVER.test(type + ' ' + attribute(field, 'autocomplete')) ||
      /select|checkbox|radio/.test(type)
    )
      return
    if (textRule(field) === 'mask' && attribute(field, 'data-sojourn') === 'mask') return
    const tidy = value.trim().normalize('NFKC').toLowerCase().replace(/\s+/g, ' ')
    const same = type === 'tel' ? tidy.replace(/\D/g, '') : tidy
    // Where subtle crypto fails there is nothing to compare, and nothing to tell.
    if (same.length >= SHORTEST) void compare(same, isSensitive(field) ? type : 'text', notes).catch(() => {})
  }
}
