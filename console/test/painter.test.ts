import assert from 'node:assert/strict'
import { test } from 'node:test'
import { heatColour, heatOf, legendTicks, type Rgb } from '../src/heat/colours.ts'
import { heatField } from '../src/heat/field.ts'
import { paint } from '../src/heat/painter.ts'

const lightness = ([red, green, blue]: Rgb) => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
const linear = (channel: number) => (channel / 255) ** 2.2
const pixel = (pixels: Uint8ClampedArray, index: number) => [...pixels.slice(index * 4, index * 4 + 4)]

test('an untouched page lies under one even veil', () => {
  const pixels = paint(heatField([], 3, 2, 4))
  // 0.28 of 255: what lies under the veil stays readable.
  assert.deepEqual(pixel(pixels, 0), [16, 11, 38, 71])
  for (let index = 1; index < 6; index++) assert.deepEqual(pixel(pixels, index), pixel(pixels, 0))
})

test('one click is painted as it was yesterday', () => {
  const pixels = paint(heatField([{ x: 2, y: 0, weight: 1 }], 5, 1, 2))
  const expected = [[16, 11, 38, 71], [242, 118, 34, 235], [253, 250, 168, 235], [242, 118, 34, 235], [16, 11, 38, 71]]
  assert.deepEqual(expected.map((_, index) => pixel(pixels, index)), expected)
})

test('lightness only rises with heat, so that the scale reads without hue', () => {
  const scale = Array.from({ length: 256 }, (_, step) => lightness(heatColour(step / 255)))
  scale.slice(1).forEach((value, index) => assert.ok(value >= scale[index]!, `step ${index + 1} is darker than the one before`))
})

test('quiet places stay visible beside a hot one', () => {
  assert.equal(heatOf(0, 400), 0)
  assert.equal(heatOf(400, 400), 1)
  assert.ok(heatOf(4, 400) >= 0.1)
})

test('the legend names whole clicks at their true places, up to the most', () => {
  for (const max of [1, 2.4, 9.3, 135.7, 10_412]) {
    const ticks = legendTicks(max)
    assert.equal(ticks.at(-1)?.clicks, Math.floor(max))
    for (const { clicks, heat } of ticks) assert.equal(heat, heatOf(clicks, max))
    assert.deepEqual(ticks, ticks.toSorted((one, other) => one.clicks - other.clicks))
  }
  assert.deepEqual(legendTicks(0), [])
  assert.deepEqual(legendTicks(0.97), [{ clicks: 1, heat: 1 }], 'one click between two pixels is still one click')
})
