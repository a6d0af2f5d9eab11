import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { encodeBatch, encodeEvent, Lane } from '../src/wire/batch.ts'
import { createOpsWriter } from '../src/wire/domops-writer.ts'
import * as messages from '../src/wire/messages.ts'
import * as playback from '../src/wire/playback.ts'
import { readBatch, root } from './decode.ts'
import { seeded } from './seeded.ts'
import type { Random } from './seeded.ts'

const Event = root.lookupType('sojourn.Event')
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => '_' + letter.toLowerCase())

describe('The wire', () => {
  it('writes random events byte for byte as protobuf does', () => {
    const random = seeded(7)
    for (const [name, kind] of eventKinds()) {
      for (let i = 0; i < 50; i++) {
        const body = randomMessage(Event.fields[name]!.resolvedType as any, random)
        const at = random.below(2 ** 32)
        // The recorder writes its programs as bytes, which are the same on the wire as a packed list of small numbers.
        const ours = (name === 'domOps' ? packed(body) : body) as any
        const theirs = Event.encode(Event.fromObject({ at, [name]: body })).finish()
        assert.equal(hex(encodeEvent(at, kind as any, ours)), hex(Buffer.concat([prefix(theirs), theirs])), name)
      }
    }
  })

  it('knows every event type of the schema', () => {
    const written = eventKinds().map(([name, [number]]) => `${snake(name)}=${number}`)
    const wanted = Event.oneofs.kind!.fieldsArray.map(({ name, id }) => `${snake(name)}=${id}`)
    assert.deepEqual(written.sort(), wanted.sort())
  })

  it('puts a header before the payload that reads as written', () => {
    const batch = readBatch(
      encodeBatch({
        siteKey: 'k',
        visitorId: new Uint8Array(16).fill(1),
        sessionId: new Uint8Array(16).fill(2),
        lane: Lane.PLAYBACK,
        sequence: 3,
        sentAt: 1_763_000_000_123,
        pageStartedAt: 1_763_000_000_000.25,
        payload: encodeEvent(12.4, messages.named, { name: 'hi', properties: { a: '1' } }),
      }),
    )
    assert.deepEqual(
      [batch.lane, batch.sequence, batch.sentAt, batch.pageStartedAt],
      ['PLAYBACK', 3, 1_763_000_000_123, 1_763_000_000_000],
    )
    assert.deepEqual(batch.events, [{ at: 12, kind: 'named', named: { name: 'hi', properties: { a: '1' } } }])
  })

  it('numbers short strings and repeats only their numbers', () => {
    const ops = createOpsWriter()
    for (const text of ['div', 'div', 'x'.repeat(100), null]) ops.string(text)
    assert.deepEqual(ops.take(), { code: Uint8Array.of(2, 3, 1, 0), text: ['div', 'x'.repeat(100)] })
    assert.equal(ops.take(), undefined)
  })
})

function eventKinds(): [string, readonly [number, unknown]][] {
  const exported: [string, unknown][] = [...Object.entries(messages), ...Object.entries(playback)]
  return exported.filter((entry): entry is [string, readonly [number, unknown]] => Array.isArray(entry[1]))
}

/** A message with a random half of its fields, extremes included. */
function randomMessage(type: any, random: Random): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  for (const field of type.fieldsArray) {
    if (random.below(2)) continue
    const one = () => randomValue(field, random)
    if (field.map) body[field.name] = { [random.text()]: random.text() }
    else body[field.name] = field.repeated ? Array.from({ length: 1 + random.below(5) }, one) : one()
  }
  return body
}

function randomValue(field: any, random: Random): unknown {
  field.resolve()
  if (field.resolvedType?.fieldsArray) return randomMessage(field.resolvedType, random)
  if (field.resolvedType) return random.pick(Object.values(field.resolvedType.values) as number[])
  if (field.type === 'string') return random.text()
  if (field.type === 'bool') return !!random.below(2)
  if (field.type === 'double') return random.below(1000) / 7
  if (field.type === 'float') return Math.fround(random.below(1000) / 7)
  if (field.type === 'sint32') return random.pick([0, 1, -1, 2 ** 31 - 1, -(2 ** 31), random.below(5000) - 2500])
  return random.pick([0, 1, 127, 128, 2 ** 32 - 1, random.below(2 ** 32)])
}

function prefix(message: Uint8Array): Buffer {
  const bytes = [0x0a]
  let left = message.length
  for (; left > 127; left = Math.floor(left / 128)) bytes.push((left % 128) | 128)
  return Buffer.from([...bytes, left])
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

function packed(body: any): object {
  const bytes: number[] = []
  for (let number of body.code ?? []) {
    for (; number > 127; number = Math.floor(number / 128)) bytes.push((number % 128) | 128)
    bytes.push(number)
  }
  return { ...body, code: Uint8Array.from(bytes) }
}
