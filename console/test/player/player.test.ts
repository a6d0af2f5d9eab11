import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, test } from 'node:test'
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core'
import { startCannedServer, type CannedServer } from '../support/cannedServer.ts'
import { startChromium } from '../support/chromium.ts'
import { lampVisit } from '../support/lampVisit.ts'

let browser: Browser
let server: CannedServer
let context: BrowserContext
let page: Page
before(async () => {
  browser = await startChromium()
  server = await startCannedServer()
})
after(async () => {
  await browser.close()
  await server.close()
})
beforeEach(async () => {
  server.asked.length = 0
  server.visits.clear()
  server.visits.set('a1', lampVisit)
  context = await browser.newContext({ viewport: { width: 1200, height: 800 } })
  page = await context.newPage()
})
afterEach(() => context.close())

const open = (query: string) => page.goto(`${server.origin}/player?site=s1&${query}`)
const ready = (ms: number) => page.waitForSelector(`html[data-ready="${ms}"]`, { state: 'attached', timeout: 60_000 })
const recorded = (): FrameLocator => page.frameLocator('iframe[name=page]')
const note = () => recorded().locator('.note')
const time = () => page.locator('.player-time').innerText()

describe('the player', () => {
  test('stands at the moment of its address, and says when the picture does', async () => {
    await open('session=a1&at=21000')
    await ready(21_000)
    assert.equal(await note().innerText(), 'In your basket.')
    assert.equal(await page.locator('.player-address').innerText(), 'https://nordlicht.example/p/ottilie')
    assert.match(await time(), /^0:21/)
  })

  test('takes "end" for the last moment', async () => {
    await open('session=a1&at=end')
    await ready(96_000)
    assert.equal(await recorded().locator('h1').innerText(), 'Your basket')
    assert.equal(await page.locator('.player-address').innerText(), 'https://nordlicht.example/basket')
  })

  test('shows the same picture after going forward and back', async () => {
    await open('session=a1&at=15500')
    await ready(15_500)
    const before = await recorded().locator('html').innerHTML()
    await page.keyboard.press('ArrowRight')
    await ready(20_500)
    assert.equal(await note().count(), 1)
    await page.keyboard.press('ArrowLeft')
    await ready(15_500)
    assert.equal(await recorded().locator('html').innerHTML(), before)
  })

  test('is played with the keyboard', async () => {
    await open('session=a1&at=0')
    await ready(0)
    await page.keyboard.press('End')
    await ready(96_000)
    await page.keyboard.press('Shift+ArrowLeft')
    await ready(90_000)
    await page.keyboard.press('5')
    await ready(48_000)
    await page.keyboard.press('.')
    assert.equal(await page.getByLabel('Speed').inputValue(), '2')
    await page.keyboard.press('Home')
    await ready(0)
    await page.keyboard.press(' ')
    await page.getByRole('button', { name: 'Pause' }).waitFor()
    await page.waitForFunction(() => Number(document.documentElement.dataset['ready']) > 300)
    await page.keyboard.press(' ')
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    await page.keyboard.press('Escape')
    assert.equal(await page.getByRole('dialog').count(), 0)
  })

  test('tells what happened, in step with the picture, and leads there', async () => {
    await open('session=a1&at=4000')
    await ready(4_000)
    assert.match(await page.locator('[aria-current=true]').innerText(), /Clicked “picture”\s*nothing happened/)
    await page.getByRole('button', { name: /Put into basket/ }).click()
    await ready(17_100)
    await page.getByRole('button', { name: /Your basket/ }).click()
    await ready(80_000)
    assert.equal(await recorded().locator('h1').innerText(), 'Your basket')
  })

  test('a press on a mark of the time line goes to shortly before it, elsewhere to that moment', async () => {
    await open('session=a1&at=0')
    await ready(0)
    const line = (await page.locator('.player-line').boundingBox())!
    const at = (ms: number) => [line.x + (line.width * ms) / 96_000, line.y + 20] as const
    await page.mouse.move(...at(19_100))
    assert.match(await page.locator('.player-tip').innerText(), /0:19\s*Clicked “Put into basket”/)
    await page.mouse.click(...at(19_100))
    await ready(17_100)
    await page.mouse.click(...at(48_000))
    await page.waitForFunction(() => Math.abs(Number(document.documentElement.dataset['ready']) - 48_000) < 200)
  })

  test('draws the pointer over the picture, and the press', async () => {
    const inked = () => page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value > 0))
    await open('session=a1&at=0')
    await ready(0)
    assert.equal(await inked(), false)
    await page.keyboard.press('ArrowRight')
    await ready(5_000)
    assert.equal(await inked(), true)
  })

  test('names a gap at the moment of the gap', async () => {
    await open('session=a1&at=91000')
    await ready(91_000)
    assert.match(await page.locator('.player-caption').innerText(), /Recording missing\. The browser could not send/)
  })

  test('says that there is no recording, without pretending an error', async () => {
    await open('session=unknown')
    await page.getByRole('heading', { name: 'There is no recording of this visit' }).waitFor()
  })

  test('says why it cannot load, and loads when asked again', async () => {
    server.visits.set('a1', 503)
    await open('session=a1&at=500')
    await page.getByText('The disk of the server is resting.').waitFor()
    server.visits.set('a1', lampVisit)
    await page.getByRole('button', { name: 'Try again' }).click()
    await ready(500)
  })

  test('shows what has come since of a visit that is going on', async () => {
    const short = { ...lampVisit.recording, live: true, durationMs: 30_000, documents: [{ ...lampVisit.recording.documents[0]!, endsAtMs: 30_000 }] }
    server.visits.set('a1', { ...lampVisit, recording: short })
    await open('session=a1&at=end')
    await ready(30_000)
    server.visits.set('a1', lampVisit)
    await page.getByRole('button', { name: 'Show what came since' }).click()
    await page.waitForFunction(() => document.querySelector('.player-time')?.textContent?.includes('1:36'))
    assert.match(await time(), /^0:30/)
    assert.equal(await page.getByText('Live', { exact: true }).count(), 0)
  })

  test('asks only its own server', async () => {
    const elsewhere: string[] = []
    page.on('request', (request) => new URL(request.url()).origin === server.origin || request.url().startsWith('data:') || elsewhere.push(request.url()))
    await open('session=a1&at=80000')
    await ready(80_000)
    assert.deepEqual(elsewhere, [])
  })
})
