import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { HeatElement } from '../src/api/types.ts'
import { paintScale, pointsOf, tally } from '../src/heat/project.ts'

const anElement = (key: string, cells: HeatElement['cells']): HeatElement => ({
  key, selector: `#${key}`, label: key, cells, count: cells.reduce((sum, [, , n]) => sum + n, 0), fingerprint: { tag: 'a' },
})
const box = { x: 100, y: 2_000, width: 300, height: 40, fixed: false }

test('a place inside an element lands inside its box, whatever its size', () => {
  const points = pointsOf([{ element: anElement('pay', [[0, 0, 1], [32_767, 32_767, 2], [16_384, 16_384, 3]]), box }])
  assert.deepEqual(points.slice(0, 2), [{ x: 100, y: 2_000, weight: 1 }, { x: 400, y: 2_040, weight: 2 }])
  assert.ok(Math.abs(points[2]!.x - 250) < 0.01 && Math.abs(points[2]!.y - 2_020) < 0.01)
})

test('an element that is not on the picture gives no point but keeps its clicks', () => {
  const placed = [{ element: anElement('here', [[1, 1, 7]]), box }, { element: anElement('gone', [[1, 1, 5]]), box: null }]
  assert.equal(pointsOf(placed).length, 1)
  assert.deepEqual(tally(placed), { on: 7, off: 5 })
})

test('a very long page is painted smaller so that it fits a canvas', () => {
  const scale = paintScale(1_280, 24_000)
  assert.ok(1_280 * scale * 24_000 * scale <= 600_001)
  assert.ok(24_000 * scale <= 8_192)
  assert.equal(paintScale(1_280, 900), 0.5)
})
