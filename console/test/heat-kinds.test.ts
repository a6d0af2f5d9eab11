import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Band } from '../src/api/heat.ts'
import { mostOf, paintBands, valueAt } from '../src/heat/bandPainter.ts'
import { FEWER, MORE, mostDifferent, paintDifference } from '../src/heat/differencePainter.ts'
import { heatField } from '../src/heat/field.ts'
import { otherQuery, settingsOf, withSettings } from '../src/heat/settings.ts'
import { seeded } from './random.ts'

const bands = (values: number[]): Band[] => values.map((value, at) => ({ from: at / values.length, to: (at + 1) / values.length, value, low: value, high: value, ms: 0 }))
const row = (pixels: Uint8ClampedArray, at: number) => [...pixels.slice(at * 4, at * 4 + 4)]

test('bands are painted as they were yesterday, the most in the palest colour', () => {
  const four = bands([1, 1, 0.5, 0])
  const pixels = paintBands(four, mostOf(four), 8)
  assert.deepEqual(row(pixels, 0), [253, 250, 168, 158])
  assert.deepEqual(row(pixels, 7), [16, 11, 38, 158])
  assert.equal(pixels.length, 32)
})

test('between the middles of two bands the value runs evenly', () => {
  const two = bands([1, 0])
  assert.equal(valueAt(two, 0.25), 1)
  assert.equal(valueAt(two, 0.5), 0.5)
  assert.equal(valueAt(two, 0.75), 0)
  assert.equal(valueAt([], 0.5), 0)
})

test('a page nobody saw is painted in one colour', () => {
  const pixels = paintBands([], 0, 3)
  assert.deepEqual(row(pixels, 0), row(pixels, 2))
})

test('a difference is orange where the first has more, blue where the second has, and even where they are alike', () => {
  const first = heatField([{ x: 5, y: 5, weight: 4 }, { x: 30, y: 5, weight: 2 }], 40, 10, 4)
  const second = heatField([{ x: 20, y: 5, weight: 4 }, { x: 30, y: 5, weight: 2 }], 40, 10, 4)
  const pixels = paintDifference(first, second, mostDifferent(first, second))
  const at = (x: number) => row(pixels, 5 * 40 + x)
  assert.deepEqual(at(5).slice(0, 3), [...MORE])
  assert.deepEqual(at(20).slice(0, 3), [...FEWER])
  assert.deepEqual(at(30), [250, 250, 252, 110])
  assert.deepEqual(paintDifference(second, first, 4).slice((5 * 40 + 20) * 4, (5 * 40 + 20) * 4 + 3), new Uint8ClampedArray(MORE))
})

test('a map of a million cells is one field like any other: gathering first loses nothing', () => {
  const random = seeded(5)
  const points = Array.from({ length: 200_000 }, () => ({ x: Math.floor(random() * 60), y: Math.floor(random() * 40), weight: 1 }))
  const field = heatField(points, 60, 40, 1)
  assert.equal(field.values.reduce((sum, value) => sum + value, 0), points.length)
})

test('settings live in the address and what is as usual stays out of it', () => {
  const settings = { kind: 'scroll', state: 'base', perView: true, other: 'before' } as const
  assert.deepEqual(settingsOf(withSettings(new URLSearchParams(), settings)), settings)
  assert.equal(String(withSettings(new URLSearchParams(), settingsOf(new URLSearchParams('kind=smell&state=<script>&other=x')))), '')
})

test('the time before is as long and ends where this one begins', () => {
  const other = otherQuery(new URLSearchParams('from=1000&to=1500&device=mobile'), 'before', 9_000)
  assert.equal(String(other), 'from=500&to=1000&device=mobile')
  assert.equal(otherQuery(new URLSearchParams('device=mobile'), 'desktop', 0).get('device'), 'desktop')
})
