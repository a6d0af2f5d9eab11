import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'

const read = (path: string) => readFileSync(path, 'utf8')
const tokens = read(new URL('../src/styles/tokens.css', import.meta.url).pathname)
const radix = (scale: string) => read(createRequire(import.meta.url).resolve(`@radix-ui/colors/${scale}.css`))
const steps = new Set(['slate', 'iris', 'red', 'amber', 'jade'].flatMap((hue) => [...(radix(hue) + radix(`${hue}-dark`)).matchAll(/#[0-9a-f]{6}\b/g)].map(String)))
const colour = (name: string) => new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens)!.slice(1) as [light: string, dark: string]

test('every colour is a step of a Radix scale', () => {
  for (const [hex] of tokens.matchAll(/#[0-9a-f]{6}\b/g)) assert.ok(steps.has(hex), hex)
})

const READ_ON: [text: string, ...grounds: string[]][] = [
  ['text', 'bg', 'surface', 'surface-2', 'danger-soft', 'warning-soft', 'success-soft'],
  ['text-2', 'bg', 'surface', 'surface-2', 'accent-soft'],
  ['link', 'bg', 'surface', 'accent-soft'],
  ['danger', 'bg', 'surface'],
  ['success-text', 'success-soft'],
  ['accent-text', 'accent'],
]

test('text can be read on every ground it stands on, by light and by dark', () => {
  for (const [text, ...grounds] of READ_ON) {
    for (const ground of grounds) {
      colour(text).forEach((hex, mode) => assert.ok(contrast(hex, colour(ground)[mode]!) >= 4.5, `${text} on ${ground}, ${['light', 'dark'][mode]}`))
    }
  }
})

/** WCAG 2: 4.5 is enough for running text. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
