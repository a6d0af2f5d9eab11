// People for the demo shop: a headless browser walks it at human pace.
//   node visitors.mjs --shop URL [--visits 20] [--seed 1] [--parallel 1] [--persona NAME] [--device desktop|mobile|tablet] [--pace 1] [--tied]
// Prints one JSON line per visit. With --tied it ends when its standard input does, that is, with whoever started it. CHROME names another browser than Debian's.
import { createRequire } from 'node:module'
import { parseArgs } from 'node:util'
import { createHand } from './hand.mjs'
import { createDevice, createPerson } from './people.mjs'
import { personas } from './personas.mjs'
import { createRandom } from './random.mjs'

const { chromium } = createRequire(new URL('../../../console/', import.meta.url))('playwright-core')

const { values: wanted } = parseArgs({
  options: {
    shop: { type: 'string' },
    visits: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    parallel: { type: 'string', default: '1' },
    persona: { type: 'string' },
    device: { type: 'string' },
    pace: { type: 'string', default: '1' },
    tied: { type: 'boolean', default: false },
  },
})
if (!wanted.shop) throw new Error('--shop is missing: the address of the shop')

const browser = await chromium.launch({
  executablePath: process.env.CHROME ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--disable-blink-features=AutomationControlled',
  ],
})

if (wanted.tied) process.stdin.on('end', () => process.exit()).resume()

let next = 0
const walkers = Array.from({ length: Number(wanted.parallel) }, async () => {
  while (next < Number(wanted.visits)) await visit(next++)
})
await Promise.all(walkers)
await browser.close()
process.stdin.destroy()

/** One visit from the first page to the closed tab. A walk that gets stuck is a visitor who left. */
async function visit(number) {
  const random = createRandom(Number(wanted.seed) * 7_919 + number)
  const name = wanted.persona ?? pick(random)
  const persona = personas[name]
  const device = wanted.device ?? random.one(persona.devices)
  const context = await browser.newContext(createDevice(device, random))
  const page = await context.newPage()
  const hand = createHand(page, random, { touch: device !== 'desktop', pace: Number(wanted.pace) })
  let stuck
  try {
    await page.goto(new URL(persona.start, wanted.shop).href)
    await hand.pause(800, 1_800)
    await persona.walk({ page, hand, random, person: createPerson(random) })
  } catch (e) {
    stuck = String(e.message).split('\n')[0]
  }
  await leave(page)
  await context.close()
  console.log(JSON.stringify({ visit: number, persona: name, device, stuck }))
}

/** Goes away as by a link to elsewhere: a tab that is closed from outside would not get to send its last words. */
async function leave(page) {
  await page.goto('about:blank').catch(() => {})
  await page.waitForTimeout(500)
}

function pick(random) {
  const bag = Object.entries(personas).flatMap(([name, { weight }]) => Array(weight).fill(name))
  return random.one(bag)
}
