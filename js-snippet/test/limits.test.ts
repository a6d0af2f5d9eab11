// Where something is in the way: networks, policies, pages that have broken their platform.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { openSite } from './site.ts'
import type { Site } from './site.ts'

const html = (body: string, head = '') =>
  `<!doctype html><html><head>${head}<title>Page</title></head><body>${body}<button id="one">One</button></body></html>`
const status = (page: Page): Promise<any> => page.evaluate(() => (window as any).sojourn('status'))

describe('Where something is in the way', () => {
  let site: Site
  before(async () => {
    site = await openSite()
  })
  after(() => site.close())
  beforeEach(() => {
    site.forget()
    site.settings = {}
    site.headers = {}
  })

  async function open(text: string, context?: BrowserContext, path = '/'): Promise<Page> {
    site.page(path, text)
    return site.open(path, context)
  }

  const complete = (page: Page) =>
    page.waitForFunction(() => (window as any).sojourn?.('status')?.more === 'on').then(() => page)

  it('a visitor goes offline and comes back with the next page: nothing is lost', async () => {
    const page = await complete(await open(html('')))
    await site.until(page, () => site.all('pageView').length)
    await page.context().setOffline(true)
    for (const name of ['first', 'second', 'third'])
      await page.evaluate((name) => (window as any).sojourn('track', name), name)
    // Leaving is told to the page; where it goes cannot be loaded.
    await page.goto(site.origin + '/next').catch(() => {})
    await page.context().setOffline(false)
    await page.goto(site.origin + '/')
    await site.until(undefined, () => site.all('named').length === 3)
    await page.context().close()
  })

  it('a policy forbids the way: it stops at once and says why', async () => {
    site.headers = { 'Content-Security-Policy': "connect-src 'self'" }
    const page = await open(html(''))
    const errors: string[] = []
    page.on('console', (message) => /v1.batch/.test(message.text()) && errors.push(message.text()))
    await page.waitForFunction(() => (window as any).sojourn?.('status')?.state === 'blocked-by-policy')
    await page.click('#one')
    await page.waitForTimeout(1500)
    assert.ok(errors.length <= 3, errors.join('\n'))
    await page.close()
  })

  it('a strict policy with nonces and Trusted Types lets all parts in', async () => {
    site.settings = { record: true }
    site.headers = {
      'Content-Security-Policy': `script-src 'nonce-n1'; require-trusted-types-for 'script'; trusted-types sojourn; connect-src *`,
    }
    const page = await complete(
      await open(html('', `<!--no snippet--><script async nonce="n1" src="${site.snippet}"></script>`)),
    )
    await page.waitForFunction(() => (window as any).sojourn('status').recording === 'on')
    assert.equal((await status(page)).faults, 0)
    await page.close()
  })

  it('the script for all sites asks for the settings of its own, and does not where the visitor objects', async () => {
    site.settings = { key: undefined }
    const line = `<!--no snippet--><script async data-site="site-key-1" src="${site.snippet}"></script>`
    const page = await complete(await open(html('', line)))
    await page.click('#one')
    await site.until(page, () => site.some('click'))
    assert.equal(site.batches()[0]!.siteKey, 'site-key-1')
    await page.close()
  })

  it('a page that freezes and overrides what it stands on is not harmed, and still counted', async () => {
    const hostile = `<script>
      Array.prototype.extra = function () { return 'page' }; Object.prototype.more = 'page'
      Array.prototype.toJSON = () => 'page'; JSON.stringify = () => { throw new Error('page') }
      window.Date = class extends Date { static now() { return NaN } }
      Array.prototype.flat = Array.prototype.at = function () { throw new Error('page') }
      Object.freeze(Array.prototype); Object.freeze(Object.prototype); Object.freeze(Function.prototype)
      document.addEventListener('DOMContentLoaded', () => document.querySelectorAll('script').forEach((s) => s.remove()))
      window.thrown = []; onerror = (message) => { thrown.push(message) }
    </script>`
    const page = await open(html('<input id="words">', hostile))
    const thrown: Error[] = []
    page.on('pageerror', (error) => thrown.push(error))
    await page.waitForFunction(() => (window as any).sojourn?.('status'))
    const { state } = await status(page)
    assert.equal(state, 'running')
    await page.click('#one')
    await page.type('#words', 'abc')
    await site.until(page, () => site.some('pageView') && site.some('click'))
    assert.deepEqual([thrown, await page.evaluate(() => (window as any).thrown)], [[], []])
    await page.context().close()
  })

  it('leaves no trace in the page once stopped, and passes everything through before', async () => {
    site.settings = { record: true }
    const page = await open(
      html(
        '<style>b { color: red }</style>',
        `<script>window.natives = [fetch, XMLHttpRequest.prototype.open, XMLHttpRequest.prototype.send, history.pushState]</script>`,
      ),
    )
    await complete(page)
    await page.waitForFunction(() => (window as any).sojourn('status').recording === 'on')
    const seen = await page.evaluate(async () => {
      const rejections: unknown[] = []
      // In a script without CORS the page would hear no more of its own mistake than "Script error.".
      addEventListener('error', (event) => (rejections.push(event.error?.name), event.preventDefault()))
      setTimeout(() => document.styleSheets[0]!.insertRule('no rule'))
      addEventListener('unhandledrejection', (event) => (rejections.push(event.reason?.name), event.preventDefault()))
      void fetch('http://[')
      const handled = await fetch('http://[').catch((fault) => fault.name)
      const answer = await fetch('/')
      await new Promise((resolve) => setTimeout(resolve, 100))
      return [rejections.sort(), handled, answer.status, answer instanceof Response, fetch.name, fetch.length, String(fetch)]
    })
    assert.deepEqual(seen.slice(0, 6), [['SyntaxError', 'TypeError'], 'TypeError', 200, true, 'fetch', 1])
    assert.match(String(seen[6]), /native code/)
    await page.evaluate(() => (window as any).sojourn('stop'))
    const same = await page.evaluate(() => {
      const now = [fetch, XMLHttpRequest.prototype.open, XMLHttpRequest.prototype.send, history.pushState]
      return now.map((native, i) => native === (window as any).natives[i])
    })
    assert.deepEqual(same, [true, true, true, true])
    await page.close()
  })

  it('the stub keeps commands and errors, and tells of who leaves before the agent is there', async () => {
    const stub = readFileSync(new URL('../dist/stub.js', import.meta.url), 'utf8')
    const { origin, pathname } = new URL(site.snippet)
    const text = stub.replace('__ENDPOINT__', `${origin}/${site.visit()}`).replace('__SITE_KEY__', 'site-key-1')
    assert.ok(pathname && stub.length < 900)
    const early = html(
      '',
      `<!--no snippet--><script>${text}</script><script>sojourn('track', 'early'); setTimeout(() => { throw new Error('too early') })</script>`,
    )
    const leaver = await open(early, undefined, '/u/4711')
    await leaver.goto('about:blank')
    const [view] = await site.until(undefined, () => site.some('pageView'))
    assert.deepEqual([view.url, view.stub], [site.origin + '/u/*', true])
    const [left] = site.all('lifecycle')
    assert.ok(left.state === 'LEFT' && left.at > 0)
    const { sessionId, documentId, pageStartedAt } = site.batches()[0]!
    assert.deepEqual([Buffer.from(sessionId, 'base64').length, Buffer.from(documentId, 'base64').length], [16, 8])
    assert.ok(Math.abs(pageStartedAt - Date.now()) < 60_000)
    site.forget()
    const stayer = await open(early.replace('</body>', `<script async src="${site.snippet}"></script></body>`))
    await complete(stayer)
    await site.until(stayer, () => site.some('named') && site.some('scriptError'))
    assert.equal(site.all('pageView')[0].stub, true)
    await stayer.close()
  })

  it('statistics only: nothing is stored, nobody recognized', async () => {
    site.settings = { statsOnly: true, record: true }
    const page = await complete(await open(html('')))
    await page.mouse.move(100, 100)
    await page.click('#one')
    await page.evaluate(() => (window as any).sojourn('identify', 'me'))
    await site.until(page, () => site.some('click'))
    assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [
      0,
      0,
      '',
    ])
    assert.deepEqual(
      [site.batches()[0]!.visitorId, site.all('identify').length, (await status(page)).recording],
      ['', 0, 'off'],
    )
    await page.close()
  })

  it('consent is heard from Google signals and from the TCF', async () => {
    site.settings = { consent: 'required' }
    const google = await open(
      html(
        '',
        `<script>dataLayer = []; gtag = function () { dataLayer.push(arguments) }; gtag('consent', 'default', { analytics_storage: 'denied' })</script>`,
      ),
    )
    await google.waitForFunction(() => (window as any).sojourn?.('status')?.state === 'consent-required')
    await google.evaluate(() => (window as any).gtag('consent', 'update', { analytics_storage: 'granted' }))
    await google.waitForFunction(() => (window as any).sojourn('status').state === 'running')
    await google.evaluate(() => (window as any).gtag('consent', 'update', { analytics_storage: 'denied' }))
    await google.waitForFunction(() => (window as any).sojourn('status').state === 'consent-withdrawn')
    await google.close()
    const tcf = await open(
      html(
        '',
        `<script>__tcfapi = (command, version, hear) => setTimeout(() => hear({ eventStatus: 'useractioncomplete', purpose: { consents: { 1: true, 8: true } } }, true), 300)</script>`,
      ),
    )
    await tcf.waitForFunction(() => (window as any).sojourn?.('status')?.state === 'running')
    await tcf.close()
  })

  it('one cookie for all sub-domains, where the owner wants it', async () => {
    const page = await open(
      html('', `<!--no snippet--><script async data-domain="127.0.0.1" src="${site.snippet}"></script>`),
    )
    await complete(page)
    const { visitorId } = await status(page)
    const [cookie, stored] = await page.evaluate(() => [document.cookie, localStorage.length])
    assert.ok(cookie.includes(visitorId) && stored === 0, cookie)
    await page.close()
  })

  it('is switched off from afar', async () => {
    site.settings = { off: true }
    const page = await open(html(''))
    await page.waitForFunction(() => (window as any).sojourn?.('status')?.state === 'switched-off')
    await page.click('#one')
    assert.equal(site.requests.length, 0)
    await page.close()
  })
})
