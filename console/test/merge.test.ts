import assert from 'node:assert/strict'
import { test } from 'node:test'
import { letIn, refreshInPlace } from '../src/sessions/merge.ts'
import { someSessions } from './fake-data.ts'

const [newest, second, third, fourth] = someSessions(4, 1_795_000_000_000) as [never, never, never, never]
const grown = { ...(second as object), clicks: 99 } as typeof second

test('rows take new numbers without moving, and new visits wait apart', () => {
  const { rows, arrivals } = refreshInPlace([second, third], [newest, grown, third])
  assert.deepEqual(rows, [grown, third])
  assert.deepEqual(arrivals, [newest])
})

test('letting new visits in keeps the rows that were loaded further down', () => {
  assert.deepEqual(letIn([second, third, fourth], [newest, grown]), [newest, grown, third, fourth])
})
