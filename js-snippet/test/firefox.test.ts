// A smoke test in Firefox, through WebDriver BiDi: what only one browser knows must not break the rest.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, it } from 'node:test'
import puppeteer from 'puppeteer-core'
import type { Browser } from 'puppeteer-core'
import { openSite } from './site.ts'
import type { Site } from './site.ts'

const FIREFOX = [process.env.FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'].find(
  (path) => path && existsSync(path),
)
const skip = FIREFOX
  ? false
  : 'Firefox is not installed (Debian: apt-get install firefox-esr), or FIREFOX does not say where'

let site: Site
let browser: Browser | undefined
before(async () => {
  if (!FIREFOX) return
  site = await openSite()
  browser = await puppeteer.launch({ browser: 'firefox', executablePath: FIREFOX, headless: true })
})
after(async () => {
  await browser?.close()
  await site?.close()
})

it('collects and records in Firefox', { skip }, async () => {
  site.settings = { record: true }
  site.page(
    '/',
    `<!doctype html><html><head><title>Shop</title></head><body><button id="one">One</button><button id="off" disabled>Off</button>
    <form id="pay" onsubmit="return false"><input name="street"><input name="city"><button>Pay</button></form><script>
    one.onclick = () => one.append('!')</script></body></html>`,
  )
  const page = await browser!.newPage()
  await page.goto(site.origin + '/')
  await page.waitForFunction(
    () => (window as any).sojourn?.('status')?.recording === 'on' && (window as any).sojourn('status').more === 'on',
  )
  await page.click('#one')
  await page.type('[name=street]', 'quoximbulant')
  await page.click('[name=city]')
  const flush = async (): Promise<any> => page.evaluate(() => (window as any).sojourn('flush'))
  const deadline = Date.now() + 15_000
  while (!(site.some('clickOutcome') && site.some('fieldBlur') && site.some('domOps')) && Date.now() < deadline)
    await flush()
  assert.equal(site.all('clickOutcome')[0]?.response, 'MUTATED')
  assert.deepEqual([site.all('fieldBlur')[0]?.key, site.all('fieldInput')[0]?.edits], ['street', 12])
  const { faults, lastFault }: any = await page.evaluate(() => (window as any).sojourn('status'))
  assert.deepEqual([faults, lastFault], [0, ''])
  await page.goto('about:blank')
  await site.until(undefined, () => site.all('lifecycle').some(({ state }) => state === 'LEFT'))
  assert.ok(site.all('domOps').length)
  assert.doesNotMatch(JSON.stringify(site.events()), /quoximbulant/)
})
