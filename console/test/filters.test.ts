import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Filters, filtersOf, noFilters, queryOf, searchOf, withCondition, withoutCondition } from '../src/sessions/filters.ts'
import { conditionFor, KINDS, spoken } from '../src/sessions/kinds.ts'

const NOW = new Date('2026-11-21T15:00:00').getTime()
const kind = (id: string) => KINDS.find((known) => known.id === id)!

test('filters survive the trip through the address', () => {
  const filters: Filters = { range: 'days', from: '2026-11-01', to: '2026-11-03', device: 'mobile', where: [{ field: 'page', op: 'contains', value: '/a:b&c=d' }] }
  assert.deepEqual(filtersOf(new URLSearchParams(searchOf(filters).toString())), filters)
})

test('what is as usual stays out of the address', () => {
  assert.equal(searchOf(noFilters).toString(), '')
})

test('nonsense in an address is ignored', () => {
  assert.deepEqual(filtersOf(new URLSearchParams('range=ever&device=fridge&where=page&where=:::&x=1')), noFilters)
})

test('the server is asked for whole days, the last one included', () => {
  const query = queryOf({ ...noFilters, range: 'days', from: '2026-11-01', to: '2026-11-01' }, NOW)
  assert.equal(query.get('from'), String(new Date('2026-11-01T00:00:00').getTime()))
  assert.equal(query.get('to'), String(new Date('2026-11-02T00:00:00').getTime()))
})

test('a range looks back from now', () => {
  assert.equal(queryOf({ ...noFilters, range: '24h' }, NOW).get('from'), String(NOW - 86_400_000))
})

test('a condition is held once and can be taken away again', () => {
  const condition = { field: 'clicks', op: 'at-least', value: '5' }
  const twice = withCondition(withCondition(noFilters, condition), condition)
  assert.equal(twice.where.length, 1)
  assert.deepEqual(withoutCondition(twice, condition), noFilters)
})

test('seconds typed become milliseconds asked, and the chip says them back', () => {
  const condition = conditionFor(kind('engaged'), '90')
  assert.deepEqual(condition, { field: 'engaged', op: 'at-least', value: '90000' })
  assert.equal(spoken(condition!), 'Engaged 1m 30s or more')
})

test('a number that is none makes no condition', () => {
  assert.equal(conditionFor(kind('clicks'), 'many'), null)
  assert.equal(conditionFor(kind('clicks'), '-1'), null)
  assert.equal(conditionFor(kind('page'), '  '), null)
})
