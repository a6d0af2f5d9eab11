import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { openSite } from './site.ts'
import type { Site } from './site.ts'

const SHOP = `<!doctype html><html><head><title>Order 4711</title></head><body><main>
<h1>Lamp</h1><button id="buy" class="primary" data-testid="pay">Buy <i>now</i></button>
<button id="dead" style="width:200px;height:40px">Nothing happens</button>
<button id="secret">Call 030 123</button>
<a id="away" href="/next">Further</a><a id="mail" href="mailto:shop@example.org">Mail</a>
<form id="contact" onsubmit="event.preventDefault()"><label>Name <input name="who"></label>
<input name="pass" type="password"><p id="greeting"></p><button id="send">Send</button></form>
<div data-sojourn="ignore"><button id="ignored">Ignored</button></div>
<div style="height:3000px"></div></main><script>
  buy.onclick = () => buy.append('!')
  contact.who.oninput = () => greeting.textContent = 'Hello ' + contact.who.value
</script></body></html>`

const status = (page: Page) => page.evaluate(() => (window as any).sojourn('status'))
const started = (page: Page) => page.waitForFunction(() => (window as any).sojourn?.('status')?.state === 'running')

const middleOf = (page: Page, selector: string) =>
  page.evaluate((selector): [number, number] => {
    const { left, top, width, height } = document.querySelector(selector)!.getBoundingClientRect()
    return [left + width / 2, top + height / 2]
  }, selector)

describe('A visit', () => {
  let site: Site
  before(async () => {
    site = await openSite()
  })
  after(() => site.close())
  beforeEach(() => {
    site.forget()
    site.settings = {}
    site.headers = {}
    site.page('/', SHOP)
    site.page('/next', '<!doctype html><html><head><title>Next</title></head><body>next</body></html>')
  })

  async function visit(path = '/'): Promise<Page> {
    const page = await site.open(path)
    await started(page)
    return page
  }

  it('opens with a page view that gives nothing away', async () => {
    const page = await visit('/?q=anna@example.org&size=2#part')
    const [view] = await site.until(page, () => site.some('pageView'))
    assert.deepEqual([view.at, view.url, view.title], [0, site.origin + '/?q=&size=', 'Order 0000'])
    assert.deepEqual([view.viewportWidth, view.viewportHeight, view.visible, view.automated], [1000, 700, true, true])
    await page.close()
  })

  it('names and places each click, and says what it led to', async () => {
    const page = await visit()
    await page.click('#buy', { position: { x: 1, y: 1 } })
    const [click] = await site.until(page, () => site.some('click'))
    const { tag, testId, id, role, label, landmark, classPath, nthPath, interactive } = click.element
    assert.deepEqual(
      [tag, testId, id, role, label, interactive],
      ['button', 'data-testid=pay', 'buy', 'button', 'Buy now', true],
    )
    assert.equal(landmark, 'main>button:nth-of-type(1)')
    assert.equal(classPath, 'html>body>main>button.primary')
    assert.equal(nthPath, 'html>body>main>button:nth-of-type(1)')
    assert.ok(click.x > 0 && click.x < 3000 && click.y > 0 && click.y < 6000, `${click.x},${click.y}`)
    assert.deepEqual([click.pointer, click.detail, click.trusted], ['MOUSE', 1, true])
    const [outcome] = await site.until(page, () => site.some('clickOutcome'))
    assert.deepEqual([outcome.click, outcome.response], [click.id, 'MUTATED'])
    await page.close()
  })

  it('calls a click dead after seven seconds without an answer', async () => {
    const page = await visit()
    await page.click('#dead')
    const [outcome] = await site.until(page, () => site.some('clickOutcome'))
    assert.deepEqual([outcome.response ?? 'NO_RESPONSE', outcome.afterMs], ['NO_RESPONSE', 7000])
    await page.close()
  })

  it('G12: takes a change inside an open shadow root for an answer', async () => {
    site.page(
      '/shadow',
      `<!doctype html><html><head><title>Shadow</title></head><body><div id="host"></div><script>
        host.attachShadow({ mode: 'open' }).innerHTML = '<button id="open">Open</button><p></p>'
        host.shadowRoot.querySelector('button').onclick = () => host.shadowRoot.querySelector('p').append('opened')
      </script></body></html>`,
    )
    const page = await visit('/shadow')
    await page.click('#host button')
    const [outcome] = await site.until(page, () => site.some('clickOutcome'))
    assert.equal(outcome.response, 'MUTATED')
    await page.close()
  })

  it('never calls a click dead that cannot be judged', async () => {
    const page = await visit()
    await page.click('#dead', { modifiers: ['Shift'] })
    await page.click('input[name=who]')
    await page.click('#away')
    await page.waitForURL('**/next')
    const outcomes = await site.until(page, () => site.some('clickOutcome'))
    assert.deepEqual(
      outcomes.map(({ response }) => response),
      ['NAVIGATED'],
    )
    await page.close()
  })

  it('clicks by keyboard land in the middle', async () => {
    const page = await visit()
    await page.focus('#buy')
    await page.keyboard.press('Enter')
    const [click] = await site.until(page, () => site.some('click'))
    assert.deepEqual([click.x, click.y, click.pointer, click.detail ?? 0], [16383, 16383, 'KEYBOARD', 0])
    await page.close()
  })

  it('leaves out a label that is not fit to be read, and elements to be ignored', async () => {
    const page = await visit()
    await page.click('#ignored')
    await page.click('#secret')
    const [click, ...others] = await site.until(page, () => site.some('click'))
    assert.deepEqual([click.element.id, click.element.label, others.length], ['secret', undefined, 0])
    await page.close()
  })

  it('sends nothing that was typed, not even where the page repeats it', async () => {
    site.settings = { record: true }
    const page = await visit()
    await page.waitForFunction(() => (window as any).sojourn('status').recording === 'on')
    await page.locator('[name=who]').pressSequentially('Rumpelstilz')
    await page.locator('[name=pass]').pressSequentially('hunter-two')
    await page.click('#greeting')
    await page.click('#send')
    await site.until(page, () => site.all('submitAttempt').length)
    await page.close()
    const sent = JSON.stringify(site.events())
    assert.doesNotMatch(sent, /rumpelstilz|Rumpels|hunter/i)
    const inputs = site.all('fieldInput')
    assert.deepEqual(
      inputs.map(({ key, edits }) => [key, edits]),
      [
        ['who', 11],
        ['pass', 10],
      ],
    )
    const [attempt] = site.all('submitAttempt')
    assert.deepEqual([attempt.fields, attempt.filled, site.all('submitAttempt').length], [2, 2, 1])
    assert.equal(new Set([...site.all('fieldInput'), attempt].map(({ form }) => form)).size, 1)
  })

  it('sends no address that repeats what was typed', async () => {
    site.settings = { record: true }
    site.page(
      '/search',
      `<!doctype html><html><head></head><body><input id="words"><a id="link">Find</a><img id="picture"><script>
        words.oninput = () => {
          history.replaceState(null, '', '/find/' + words.value + '#/' + words.value.toUpperCase())
          link.href = '/all/' + words.value.replace(' ', '-')
          picture.src = '/pictures/' + encodeURIComponent(words.value) + '.png?of=' + words.value
        }
      </script></body></html>`,
    )
    const page = await visit('/search')
    await page.waitForFunction(() => (window as any).sojourn('status').recording === 'on')
    await page.locator('#words').pressSequentially('Rumpel stilz')
    await page.click('#link', { modifiers: ['Control'] })
    await site.until(page, () => site.all('click').some(({ element }) => element.href))
    const views = await site.until(page, () => site.some('pageView', 2))
    await page.context().close()
    assert.match(views.at(-1).url, /\/find\/\*#\/\*$/)
    assert.doesNotMatch(JSON.stringify(site.events()), /rumpel/i)
  })

  it('works where the names of forms and fields hide those of the platform', async () => {
    site.settings = { record: true }
    site.page(
      '/named',
      `<!doctype html><html><head></head><body><form name="addEventListener"></form><form name="createElement"></form>
      <form onsubmit="return false"><input name="id"><input name="attributes"><input name="children"><input name="title">
      <div id="plain" style="height:40px">Nothing</div></form></body></html>`,
    )
    const page = await visit('/named')
    await page.waitForFunction(() => (window as any).sojourn('status').recording === 'on')
    await page.mouse.click(...(await middleOf(page, '#plain')))
    await site.until(page, () => site.some('click'))
    const { faults, lastFault } = (await status(page)) as { faults: number; lastFault: string }
    assert.deepEqual([faults, lastFault], [0, ''])
    await page.close()
  })

  it('never throws into a page that has broken its platform', async () => {
    site.page(
      '/broken',
      `<!doctype html><html><head><script>
        Object.defineProperty(window, 'sojourn', { get() { throw new Error('broken by the page') } })
      </script></head><body></body></html>`,
    )
    const page = await (await site.browser.newContext()).newPage()
    const thrown: Error[] = []
    page.on('pageerror', (error) => thrown.push(error))
    await page.goto(site.origin + '/broken')
    assert.deepEqual(thrown, [])
    await page.context().close()
  })

  it('opens a page view when the page changes its own path, once for a redirect, never for a query', async () => {
    const page = await visit()
    await page.evaluate(() => {
      history.pushState(null, '', '/?sort=price')
      history.pushState(null, '', '/redirect')
      history.replaceState(null, '', '/cart/')
    })
    const views = await site.until(page, () => site.some('pageView', 2))
    assert.deepEqual(
      views.map(({ url, navigation }) => [url, navigation ?? 'NAVIGATE']),
      [
        [site.origin + '/', 'NAVIGATE'],
        [site.origin + '/cart/', 'SPA'],
      ],
    )
    assert.equal(views[1].referrer, site.origin + '/')
    await page.close()
  })

  it('says how long a page view lasted before the next one begins', async () => {
    const page = await visit()
    await page.waitForTimeout(1_200)
    await page.evaluate(() => history.pushState(null, '', '/cart'))
    await site.until(page, () => site.some('pageView', 2))
    const kinds = site.events().map(({ kind }) => kind)
    assert.ok(kinds.indexOf('engagement') >= 0 && kinds.indexOf('engagement') < kinds.lastIndexOf('pageView'), kinds.join())
    await page.close()
  })

  it('sends its last words when the visitor leaves', async () => {
    const page = await visit()
    await page.evaluate(() => document.getElementById('dead')!.addEventListener('click', () => scrollTo(0, 900)))
    await page.click('#dead')
    await page.waitForFunction(() => scrollY === 900)
    await page.goto('about:blank')
    await site.until(undefined, () => site.all('lifecycle').some(({ state }) => state === 'LEFT'))
    assert.equal(site.all('scroll').at(-1).top, 900)
    assert.deepEqual(
      site.all('clickOutcome').map(({ response }) => response),
      ['SCROLLED'],
    )
    assert.ok(site.all('engagement').length)
    await page.close()
  })

  it('keeps one visitor and one session over pages and tabs, and one tab id over pages', async () => {
    const page = await visit()
    const one = await status(page)
    await page.goto(site.origin + '/next')
    await started(page)
    const other = await site.open('/', page.context())
    await started(other)
    assert.deepEqual([(await status(page)).sessionId, (await status(other)).sessionId], [one.sessionId, one.sessionId])
    await site.until(other, () => site.all('pageView').length >= 3)
    await site.until(page, () => new Set(site.batches().map(({ documentId }) => documentId)).size === 3)
    assert.equal(new Set(site.batches().map(({ tabId }) => tabId)).size, 2)
    assert.equal(new Set(site.batches().map(({ visitorId }) => visitorId)).size, 1)
    await page.context().close()
  })

  it('begins a new session after half an hour without anybody, in the same page', async () => {
    const page = await visit()
    const before = await status(page)
    await site.until(page, () => site.all('pageView').length)
    await page.evaluate(() => {
      const later = Date.now() + 31 * 60_000
      Date.now = () => later
    })
    await page.click('#buy')
    await site.until(page, () => site.all('click').length)
    const afterwards = await status(page)
    assert.notEqual(afterwards.sessionId, before.sessionId)
    assert.equal(afterwards.visitorId, before.visitorId)
    const batch = site.batches().find(({ events }) => events.some(({ kind }) => kind === 'click'))!
    assert.deepEqual([batch.events[0]!.kind, batch.sequence ?? 0], ['pageView', 0])
    await page.close()
  })

  it('repeats a batch byte for byte until the collector takes it', async () => {
    site.answers = [{ status: 503, headers: { 'Retry-After': '1' } }, { status: 0 }]
    const page = await visit()
    await site.until(undefined, () => site.requests.some(({ answered }) => answered === 204))
    const [first, second, third] = site.requests
    assert.deepEqual([first!.answered, second!.answered, third!.answered], [503, 0, 204])
    assert.ok(first!.body.equals(second!.body) && first!.body.equals(third!.body))
    assert.equal(first!.headers['content-type'], undefined)
    await page.close()
  })

  it('drops what the collector refuses for good, and says so', async () => {
    site.answers = [{ status: 413 }]
    const page = await visit()
    await page.evaluate(() => (window as any).sojourn('flush'))
    await site.until(page, () => site.requests.length)
    assert.equal((await status(page)).droppedBatches, 1)
    await page.goto('about:blank')
    const [report] = await site.until(undefined, () => site.some('agentReport'))
    assert.deepEqual([report.droppedBatches, report.reason], [1, 'refused-413'])
    await page.close()
  })

  it('stops when every batch is refused', async () => {
    site.answers = Array.from({ length: 9 }, () => ({ status: 403 }))
    const page = await visit()
    for (let i = 0; i < 3; i++) {
      await page.click('#buy')
      await page.evaluate(() => (window as any).sojourn('flush'))
    }
    await page.waitForFunction(() => (window as any).sojourn('status').state === 'refused-403')
    await page.close()
  })

  it('does nothing before consent, begins with it, and forgets everything without it', async () => {
    site.settings = { consent: 'required' }
    const page = await site.open('/')
    await page.waitForFunction(() => (window as any).sojourn?.('status'))
    await page.click('#buy')
    await page.evaluate(() => (window as any).sojourn('track', 'too early'))
    assert.equal((await status(page)).state, 'consent-required')
    assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0])
    assert.equal(site.requests.length, 0)
    await page.evaluate(() => (window as any).sojourn('consent', true))
    await page.click('#buy')
    await site.until(page, () => site.all('click').length === 1)
    assert.equal(site.all('named').length, 0)
    await page.evaluate(() => (window as any).sojourn('consent', false))
    const seen = site.requests.length
    assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0])
    await page.click('#buy')
    await page.goto('about:blank')
    assert.equal(site.requests.length, seen)
    await page.close()
  })

  it('G24: does nothing at all under Global Privacy Control', async () => {
    const context = await site.browser.newContext()
    await context.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }))
    const page = await site.open('/', context)
    await page.waitForFunction(() => (window as any).sojourn?.('status')?.state === 'global-privacy-control')
    await page.evaluate(() => (window as any).sojourn('consent', true))
    await page.click('#buy')
    await page.goto(site.origin + '/next')
    assert.deepEqual([site.requests.length, await page.evaluate(() => localStorage.length)], [0, 0])
    await context.close()
  })

  it('runs the commands that waited for it', async () => {
    site.page(
      '/',
      SHOP.replace(
        '</title>',
        `</title><script>
      window.sojourn = window.sojourn || function () { (sojourn.q = sojourn.q || []).push(arguments) }
      sojourn('goal', 'ordered', { total: 4711, mail: 'anna@example.org' })
      sojourn('identify', 'user-1')
    </script>`,
      ),
    )
    const page = await visit()
    const [named] = await site.until(page, () => site.some('identify') && site.some('named'))
    assert.deepEqual([named.name, named.goal, named.properties.total], ['ordered', true, '0000'])
    assert.doesNotMatch(named.properties.mail, /anna/)
    assert.equal(site.all('identify')[0].userKey, 'user-1')
    await page.close()
  })

  it('works where the page allows neither storage nor loose scripts', async () => {
    site.settings = { record: true }
    site.page(
      '/',
      SHOP.replace('<head>', '<head><!--no snippet--><script async nonce="n1" src="SNIPPET"></script>').replace(
        'SNIPPET',
        site.snippet,
      ),
    )
    site.headers = {
      'Content-Security-Policy': `sandbox allow-scripts; script-src 'nonce-n1' 'strict-dynamic'; require-trusted-types-for 'script'; trusted-types sojourn`,
    }
    const page = await visit()
    await page.waitForFunction(() => (window as any).sojourn('status').recording === 'on')
    await site.until(page, () => site.all('pageView').length && site.all('domOps').length)
    assert.equal(site.batches()[0]!.visitorId, '')
    await page.close()
  })

  it('leaves nothing behind when it is stopped', async () => {
    site.settings = { record: true }
    const page = await visit()
    await page.waitForFunction(() => (window as any).sojourn('status').recording === 'on')
    await page.evaluate(() => (window as any).sojourn('stop'))
    await site.until(undefined, () => site.requests.length)
    // What was there when it stopped may still be on its way; nothing may be made after that.
    const stopped = await page.evaluate(() => Date.now())
    await page.click('#buy')
    await page.goto('about:blank')
    await page.close()
    assert.deepEqual(
      site.batches().filter(({ sentAt }) => sentAt > stopped),
      [],
    )
    assert.deepEqual(site.all('click'), [])
  })
})
