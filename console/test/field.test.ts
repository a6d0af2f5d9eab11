import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type HeatField, heatField } from '../src/heat/field.ts'
import { seeded } from './random.ts'

const at = (field: HeatField, x: number, y: number) => field.values[y * field.width + x]!
const hottest = (field: HeatField) => {
  const index = field.values.indexOf(field.max)
  return { x: index % field.width, y: Math.floor(index / field.width) }
}

test('no clicks give no heat', () => {
  const field = heatField([], 40, 30, 10)
  assert.equal(field.max, 0)
  assert.ok(field.values.every((value) => value === 0))
})

test('one click is worth exactly one where it fell, fades evenly and ends at the radius', () => {
  const field = heatField([{ x: 20, y: 15, weight: 1 }], 40, 30, 8)
  assert.equal(at(field, 20, 15), 1)
  assert.equal(at(field, 24, 15), at(field, 16, 15))
  assert.equal(at(field, 20, 11), at(field, 20, 19))
  assert.ok(at(field, 22, 15) > at(field, 25, 15))
  assert.equal(at(field, 28, 15), 0)
})

test('the hottest spot is where most clicks fell', () => {
  const field = heatField([{ x: 10, y: 10, weight: 3 }, { x: 50, y: 40, weight: 9 }, { x: 80, y: 20, weight: 5 }], 100, 60, 6)
  assert.deepEqual(hottest(field), { x: 50, y: 40 })
  assert.equal(field.max, 9)
})

test('neighbouring clicks add up', () => {
  const apart = heatField([{ x: 10, y: 10, weight: 1 }], 30, 20, 8)
  const together = heatField([{ x: 10, y: 10, weight: 1 }, { x: 12, y: 10, weight: 1 }], 30, 20, 8)
  assert.ok(Math.abs(at(together, 10, 10) - (1 + at(apart, 12, 10))) < 1e-6)
})

test('clicks at the very edges and outside are painted as far as they reach', () => {
  const field = heatField([{ x: 0, y: 0, weight: 1 }, { x: 39, y: 29, weight: 1 }, { x: -100, y: 500, weight: 1 }], 40, 30, 5)
  assert.equal(at(field, 0, 0), 1)
  assert.equal(at(field, 39, 29), 1)
})

test('the field of all clicks is the sum of the fields of its parts, in any order', () => {
  const random = seeded(3)
  const points = Array.from({ length: 60 }, () => ({ x: random() * 90, y: random() * 50, weight: 1 + Math.floor(random() * 5) }))
  const whole = heatField([...points].reverse(), 90, 50, 9)
  const [one, other] = [heatField(points.slice(0, 25), 90, 50, 9), heatField(points.slice(25), 90, 50, 9)]
  whole.values.forEach((value, index) => assert.ok(Math.abs(value - one.values[index]! - other.values[index]!) < 1e-3))
})
