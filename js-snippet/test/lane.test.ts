import assert from 'node:assert/strict'
import { it } from 'node:test'
import { createLane } from '../src/transport/lane.ts'
import { Lane } from '../src/wire/batch.ts'
import { readBatch } from './decode.ts'
import { encodeEvent } from '../src/wire/batch.ts'
import { named } from '../src/wire/messages.ts'

it('A lane is sealed in pieces that lose no event, and no piece is larger than asked unless one event is', () => {
  const lane = createLane(Lane.ANALYSIS, {}, true)
  const sizes = [40, 300, 5, 5, 90, 1000, 20]
  sizes.forEach((size, at) => lane.add(at, encodeEvent(at, named, { name: 'n'.repeat(size) })))
  const pieces = []
  for (let piece; (piece = lane.seal(200)); ) pieces.push(piece)
  const batches = pieces.map((piece) => readBatch(piece.body(() => 1, true) as Uint8Array))
  assert.equal(lane.size, 0)
  assert.deepEqual(
    batches.map(({ sequence }) => sequence),
    batches.map((_, i) => i),
  )
  assert.deepEqual(
    batches.flatMap(({ events }) => events.map(({ named }) => (named as { name: string }).name.length)),
    sizes,
  )
  for (const [i, { size }] of pieces.entries()) assert.ok(size <= 200 || batches[i]!.events.length === 1)
})
