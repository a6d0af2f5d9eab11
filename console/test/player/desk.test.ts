import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { startCannedServer, type CannedServer } from '../support/cannedServer.ts'
import { startChromium } from '../support/chromium.ts'
import { lampVisit } from '../support/lampVisit.ts'

let browser: Browser
let server: CannedServer
let page: Page
before(async () => {
  browser = await startChromium()
})
beforeEach(async () => {
  server = await startCannedServer()
  server.visits.set('a1', lampVisit)
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  page.setDefaultTimeout(60_000)
})
afterEach(async () => {
  await page.close()
  await server.close()
})
after(() => browser.close())

const open = (query: string) => page.goto(`${server.origin}/player${query}`)
const ready = (ms: number) => page.waitForSelector(`html[data-ready="${ms}"]`, { state: 'attached' })
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

describe('by keyboard alone', () => {
  test('a moment is shared by a link that plays there without an account, and taken back', async () => {
    await open('?site=s1&session=a1&at=5000')
    await ready(5_000)
    await press('s')
    await page.getByRole('dialog', { name: 'Share this moment' }).waitFor()
    await page.getByRole('button', { name: 'Make the link' }).focus()
    await press('Enter')
    const link = await page.locator('dialog code').innerText()
    assert.equal(link, `${server.origin}/player#share=secret1`)
    assert.deepEqual(server.desk.shares, [{ id: '1', atMs: 5_000 }])
    await page.getByRole('button', { name: 'Take back the link to 0:05' }).focus()
    await press('Enter')
    await page.waitForFunction(() => document.querySelectorAll('.player-shares li').length === 0)
    assert.deepEqual(server.desk.shares, [])

    await page.goto('about:blank')
    await open('#share=secret1')
    await ready(5_000)
    assert.equal(await page.getByRole('button', { name: 'Share' }).count(), 0)
    assert.equal(server.asked.filter((path) => path.startsWith('/api/sites')).at(-1)?.includes('shares'), true)
  })

  test('a link that has ended says so', async () => {
    await open('#share=gone')
    await page.getByRole('heading', { name: 'This link has ended' }).waitFor()
  })

  test('a visit is deleted only after a question', async () => {
    await open('?site=s1&session=a1&at=0')
    await ready(0)
    await page.getByRole('button', { name: 'More to do with this visit' }).focus()
    await press('Enter')
    assert.equal(await focused(), 'Export as rrweb JSON')
    assert.match((await page.getByRole('link', { name: 'Export as rrweb JSON' }).getAttribute('href'))!, /\/sessions\/a1\/rrweb$/)
    await press('ArrowUp')
    assert.equal(await focused(), 'Delete this visit')
    await press('Enter')
    await page.getByRole('dialog', { name: 'Delete this visit' }).waitFor()
    await press('Escape')
    assert.deepEqual(server.desk.erased, [])
    await press('Tab')
    await page.getByRole('button', { name: 'More to do with this visit' }).focus()
    await press('Enter', 'ArrowUp', 'Enter')
    await page.getByRole('button', { name: 'Delete it' }).focus()
    const answered = page.waitForResponse((response) => response.request().method() === 'DELETE')
    await press('Enter')
    await answered
    assert.deepEqual(server.desk.erased, ['a1'])
  })

  test('the time line is looked at more closely around the moment, and follows it', async () => {
    await open('?site=s1&session=a1&at=48000')
    await ready(48_000)
    const marks = () => page.locator('.player-mark').count()
    const all = await marks()
    await press('+', '+', '+')
    await page.locator('.player-overview').waitFor()
    assert.ok((await marks()) < all)
    await press('Home')
    await ready(0)
    await page.waitForFunction(() => document.querySelector('.player-mark.is-page') !== null)
    await press('-', '-', '-')
    await page.locator('.player-overview').waitFor({ state: 'detached' })
    assert.equal(await marks(), all)
  })
})
