// What the late part collects, each on a page made for it.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { openSite } from './site.ts'
import type { Site } from './site.ts'

const page_ = (body: string, script = '') =>
  `<!doctype html><html><head><title>Page</title></head><body>${body}<script>${script}</script></body></html>`

describe('A visit with all its trackers', () => {
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

  async function visit(html: string, context?: BrowserContext): Promise<Page> {
    site.page('/', html)
    return complete(await site.open('/', context))
  }

  async function complete(page: Page): Promise<Page> {
    await page.waitForFunction(() => (window as any).sojourn?.('status')?.more === 'on')
    return page
  }

  async function faultless(page: Page) {
    const { faults, lastFault } = await page.evaluate(() => (window as any).sojourn('status'))
    assert.deepEqual([faults, lastFault], [0, ''])
    await page.close()
  }

  const FORM = `<form id="pay" method="post" action="/pay">
    <label>Name <input name="name" required></label><label>Street <input name="street"></label>
    <label>City <input name="city"></label><label>Mail <input name="mail" type="email"></label>
    <label>Secret <input name="pin" type="password"></label><button>Pay</button><p role="alert" id="note"></p></form>`

  async function fill(page: Page, ...names: string[]) {
    for (const name of names) await page.locator(`[name=${name}]`).pressSequentially('abcdef')
  }

  it('sees forms, counts what is typed and corrected, and how long a field took', async () => {
    const page = await visit(page_(FORM))
    await fill(page, 'street')
    await page.keyboard.press('Backspace')
    await page.focus('[name=city]')
    await page.focus('[name=street]')
    await page.focus('[name=city]')
    const blurs = await site.until(page, () => site.some('fieldBlur', 3))
    assert.deepEqual(
      blurs.map(({ key, returned = false, empty = false }) => [key, returned, empty]),
      [
        ['street', false, false],
        ['city', false, true],
        ['street', true, false],
      ],
    )
    assert.ok(blurs[0].engagedMs >= 0)
    const [input] = site.all('fieldInput')
    assert.deepEqual([input.edits, input.deletions, input.lengthBucket], [7, 1, 5])
    const [seen] = await site.until(page, () => site.some('formSeen'))
    assert.deepEqual([seen.fields, seen.required, seen.field[0].key], [5, 1, 'name'])
    assert.equal(seen.form, input.form)
    await faultless(page)
  })

  it('finds a form emptied after its error, in the same document', async () => {
    const page = await visit(
      page_(
        FORM,
        `pay.onsubmit = (event) => { event.preventDefault(); for (const n of ['street', 'city', 'pin']) pay[n].value = ''; note.textContent = 'Your card was refused' }`,
      ),
    )
    await fill(page, 'name', 'street', 'city', 'pin')
    await page.click('button')
    const [result] = await site.until(page, () => site.some('submitResult'))
    assert.deepEqual([result.outcome, result.reason, result.filledBefore], ['FAILED', 'VALIDATION', 3])
    assert.deepEqual([result.cleared, result.sensitiveCleared], [['street', 'city'], 1])
    const [attempt] = site.all('submitAttempt')
    assert.deepEqual([attempt.id, result.attempt, attempt.blank], [1, 1, ['mail']])
    const [error] = site.all('fieldError')
    assert.deepEqual([error.kind, error.afterSubmit], ['ALERT', true])
    await fill(page, 'street')
    await page.focus('[name=mail]')
    await site.until(page, () => site.all('fieldInput').some(({ key, refilled }) => key === 'street' && refilled))
    await faultless(page)
  })

  it('finds a form emptied across a load', async () => {
    site.page(
      '/pay',
      page_(FORM.replace('<input name="name" required>', '<input name="name" required value="abcdef">')),
    )
    let page = await visit(page_(FORM).replace('action="/pay"', 'action="/"'))
    await fill(page, 'name', 'street', 'city')
    await page.click('button')
    await page.waitForLoadState()
    page = await complete(page)
    const [result] = await site.until(page, () => site.some('submitResult'))
    assert.deepEqual([result.outcome, result.reason, result.reloaded], ['FAILED', 'AGAIN', true])
    assert.deepEqual(result.cleared, ['name', 'street', 'city'])
    await faultless(page)
  })

  it('takes a form that is gone after a load for sent', async () => {
    site.page('/pay', page_('<h1>Thank you</h1>'))
    const page = await visit(page_(FORM))
    await fill(page, 'name', 'street')
    await page.click('button')
    await page.waitForURL('**/pay')
    await complete(page)
    const [result] = await site.until(page, () => site.some('submitResult'))
    assert.deepEqual([result.outcome, result.reason, result.reloaded], ['SUCCEEDED', 'LEFT_FORM', true])
    await faultless(page)
  })

  it('tells complaints of the browser, of ARIA and of the page apart', async () => {
    const page = await visit(
      page_(
        FORM.replace(
          '<label>Street <input name="street"></label>',
          '<div><label>Street <input name="street"></label><span id="hint"></span></div>',
        ),
        `pay.street.onblur = () => hint.textContent = 'Please give a street'; pay.city.onblur = () => pay.city.setAttribute('aria-invalid', 'true')`,
      ),
    )
    await fill(page, 'street', 'city')
    await page.click('button')
    const errors = await site.until(page, () => site.some('fieldError', 3))
    assert.deepEqual(
      errors.map(({ key, kind }) => [key, kind]),
      [
        ['street', 'TEXT'],
        ['city', 'ARIA'],
        ['name', 'INVALID'],
      ],
    )
    await faultless(page)
  })

  it('notices a failed request behind a form', async () => {
    const page = await visit(
      page_(FORM, `pay.onsubmit = (event) => { event.preventDefault(); fetch('/missing', { method: 'POST' }) }`),
    )
    await fill(page, 'name')
    await page.click('button')
    const [result] = await site.until(page, () => site.some('submitResult'))
    assert.deepEqual([result.outcome, result.reason, result.status], ['FAILED', 'REQUEST', 4])
    const [request] = site.all('slowRequest')
    assert.deepEqual(
      [request.method, request.path, request.status, request.firstParty],
      ['POST', '/missing', 404, true],
    )
    assert.ok(request.click > 0)
    await faultless(page)
  })

  it('notices a paste, one that is refused, and the same typed twice', async () => {
    const page = await visit(
      page_(
        FORM +
          '<form id="later"><input name="again"><input name="pasted"><input name="refused"><button>Go</button></form>',
        `later.refused.onpaste = (event) => event.preventDefault()`,
      ),
    )
    await page.locator('[name=street]').pressSequentially('Rumpelstilz 7')
    await page.locator('[name=again]').pressSequentially('rumpelstilz  7')
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+c')
    await page.focus('[name=pasted]')
    await page.keyboard.press('Control+v')
    await page.focus('[name=refused]')
    await page.keyboard.press('Control+v')
    await page.focus('[name=city]')
    const [twice] = await site.until(page, () => site.some('duplicateEntry'))
    assert.deepEqual([twice.key, twice.earlierKey, twice.confirm ?? false], ['again', 'street', false])
    const inputs = await site.until(page, () => site.some('fieldInput', 4))
    assert.ok(inputs.some(({ key, pasted }) => key === 'pasted' && pasted))
    assert.ok(inputs.some(({ key, pasteBlocked }) => key === 'refused' && pasteBlocked))
    const kept = await page.evaluate(() => sessionStorage.getItem('sojourn.same'))
    assert.doesNotMatch(String(kept), /rumpel/i)
    assert.ok(site.requests.every(({ body }) => !body.includes(String(kept).split('|')[0]!)))
    await faultless(page)
  })

  it('reports presses on disabled controls', async () => {
    const page = await visit(page_('<button id="off" disabled style="width:200px;height:50px">Pay</button>'))
    await page.mouse.click(100, 30)
    const [press] = await site.until(page, () => site.some('disabledPress'))
    assert.deepEqual([press.element.id, press.element.disabled, press.pointer], ['off', true, 'MOUSE'])
    await faultless(page)
  })

  it('says how long the pointer was over a control, and where it rested', async () => {
    const page = await visit(
      page_('<button id="one" style="width:200px;height:100px">One</button><p style="height:300px">Text</p>'),
    )
    await page.mouse.move(300, 300)
    await page.mouse.move(50, 50, { steps: 3 })
    await new Promise((resolve) => setTimeout(resolve, 500))
    await page.mouse.down()
    await page.mouse.up()
    await page.mouse.move(300, 300, { steps: 3 })
    const [click] = await site.until(page, () => site.some('click'))
    assert.ok(click.hoveredMs >= 400, String(click.hoveredMs))
    const [hover] = await site.until(page, () => site.some('hover'))
    assert.equal(hover.element.id, 'one')
    const [rest] = await site.until(page, () => site.some('pointerRest'))
    assert.ok(rest.ms >= 300 && rest.element.id === 'one')
    await faultless(page)
  })

  it('reports wild pointer movement', async () => {
    const page = await visit(page_('<p style="height:500px">Text</p>'))
    for (let i = 0; i < 60; i++) await page.mouse.move(i % 2 ? 100 : 300, 200, { steps: 2 })
    await new Promise((resolve) => setTimeout(resolve, 1000))
    await page.mouse.move(150, 220)
    const [thrash] = await site.until(page, () => site.some('thrash'))
    assert.ok(thrash.reversals >= 6 && thrash.pathPx > 600)
    await faultless(page)
  })

  it('hears keys that steer, none that write, and where the focus goes and is lost', async () => {
    const page = await visit(
      page_(
        '<input id="words"><button id="gone">Gone</button><button id="next">Next</button>',
        `gone.onclick = () => gone.remove()`,
      ),
    )
    await page.focus('#words')
    await page.keyboard.type('a secret word')
    await page.keyboard.press('Tab')
    await site.until(page, () => site.some('focusStop'))
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    const stops = await site.until(page, () => site.some('focusStop', 2))
    assert.deepEqual([stops[0].element.id, stops[1].lost], ['gone', true])
    assert.deepEqual(
      site.all('keyPress').map(({ key }) => key),
      ['TAB', 'ENTER', 'ESCAPE'],
    )
    await faultless(page)
  })

  it('hears swipes', async () => {
    const context = await site.browser.newContext({ hasTouch: true, viewport: { width: 400, height: 600 } })
    const page = await visit(page_('<div id="card" style="height:300px;touch-action:none">Card</div>'), context)
    const client = await context.newCDPSession(page)
    const touch = (type: string, ...points: number[][]) =>
      client.send('Input.dispatchTouchEvent', {
        type: type as 'touchStart',
        touchPoints: points.map(([x, y]) => ({ x: x!, y: y! })),
      })
    await touch('touchStart', [200, 100])
    await touch('touchMove', [150, 100])
    await touch('touchMove', [80, 105])
    await touch('touchEnd')
    const [swipe] = await site.until(page, () => site.some('swipe'))
    assert.deepEqual([swipe.dx, swipe.dy, swipe.element.id, swipe.scrolled ?? false], [-120, 5, 'card', false])
    await context.close()
  })

  it('reports errors by kind, without what is quoted and what was typed', async () => {
    const page = await visit(
      page_(
        '<input id="words"><img id="gone" src="/gone/4711.png">',
        `
        words.onchange = () => { throw new Error('No street "' + words.value + '" at 4711 ' + words.value) }
        later = () => Promise.reject(new TypeError('No luck'))`,
      ),
    )
    await page.locator('#words').pressSequentially('Rumpelstilz')
    await page.locator('#words').blur()
    await page.evaluate(() => void (window as any).later())
    await page.evaluate(() => setTimeout(() => (window as any).later()))
    const errors = await site.until(page, () => site.some('scriptError', 2))
    assert.ok(errors.some(({ message, rejection }) => rejection && message === 'No luck'))
    assert.match(errors[0].frame, /^http.*\/:\d+:\d+$/)
    assert.equal(errors[0].source ?? 'SITE', 'SITE')
    assert.doesNotMatch(JSON.stringify(site.events()), /rumpel/i)
    await faultless(page)
  })

  it('reports what could not be loaded', async () => {
    const page = await visit(
      page_('', `setTimeout(() => document.body.append(Object.assign(new Image(), { src: '/gone/4711.png' })), 500)`),
    )
    const [broken] = await site.until(page, () => site.some('brokenResource'))
    assert.deepEqual([broken.tag, broken.path], ['img', '/gone/4711.png'.replace('4711', '4711')])
    await faultless(page)
  })

  it('waits for a request behind a click instead of calling it dead', async () => {
    const page = await visit(
      page_(
        '<button id="slow">Slow</button>',
        `
        slow.onclick = async () => { await fetch('/'); await new Promise((r) => setTimeout(r, 50)); slow.append('!') }`,
      ),
    )
    await page.click('#slow')
    const [outcome] = await site.until(page, () => site.some('clickOutcome'))
    assert.deepEqual([outcome.response, outcome.pending], ['MUTATED', true])
    assert.ok(outcome.settledMs > 0)
    await faultless(page)
  })

  it('reports clicks inside frames of the same origin, once, with their place on the page', async () => {
    site.page(
      '/inner',
      page_(
        '<!--no snippet--><button id="inside" style="margin:20px">Inside</button>',
        `inside.onclick = () => inside.append('!')`,
      ),
    )
    const page = await visit(
      page_(
        '<div style="height:100px"></div><iframe src="/inner" style="margin-left:50px;width:300px;height:200px"></iframe>',
      ),
    )
    await page.frameLocator('iframe').locator('#inside').click()
    const [click, ...others] = await site.until(page, () => site.some('click'))
    assert.deepEqual([click.element.id, others.length], ['inside', 0])
    assert.match(click.element.nthPath, /iframe >>> html>body/)
    assert.ok(click.box.x > 50 && click.box.y > 100)
    const [outcome] = await site.until(page, () => site.some('clickOutcome'))
    assert.equal(outcome.response, 'MUTATED')
    await faultless(page)
  })

  it('goes on listening after the page was opened anew', async () => {
    const page = await visit(page_('<p>before</p>'))
    await page.evaluate(() => {
      document.open()
      document.write('<!doctype html><button id="anew">Anew</button>')
      document.close()
    })
    await page.waitForTimeout(50)
    await page.click('#anew')
    const [click] = await site.until(page, () => site.some('click'))
    assert.equal(click.element.id, 'anew')
    await faultless(page)
  })

  it('tells searches, their results, and keeps the words', async () => {
    const page = await visit(
      page_(
        '<main><form role="search" onsubmit="return false"><input type="search" name="q"></form><p id="found"></p></main>',
        `
        document.querySelector('input').onchange = () => found.textContent = 'Sorry, no results found.'`,
      ),
    )
    await page.locator('[name=q]').pressSequentially('lavalamp')
    await page.keyboard.press('Enter')
    const [search] = await site.until(page, () => site.some('search'))
    assert.deepEqual([search.query ?? '', search.results ?? 0, search.declared ?? false], ['', 0, false])
    await page.evaluate(() => (window as any).sojourn('search', 'lava lamp', 12))
    const [, declared] = await site.until(page, () => site.some('search', 2))
    assert.deepEqual([declared.query, declared.results, declared.declared], ['lava lamp', 12, true])
    assert.doesNotMatch(JSON.stringify(site.events()), /lavalamp/)
    await faultless(page)
  })

  it('takes the words of the site: orders, carts, goals, pages', async () => {
    const page = await visit(page_('<p>Shop</p>'))
    await page.evaluate(() => {
      const { sojourn } = window as any
      sojourn('cart', 'add', { item: 'lamp', value: 19.99, currency: 'EUR' })
      sojourn('order', { id: 'A-1', value: 59.97, currency: 'EUR', items: 3 })
      sojourn('page', 'Checkout: address')
    })
    const [order] = await site.until(page, () => site.some('order'))
    assert.deepEqual([order.id, order.value, order.currency, order.items], ['A-1', 59.97, 'EUR', 3])
    assert.deepEqual([site.all('cart')[0].act, site.all('cart')[0].item], ['ADD', 'lamp'])
    const views = await site.until(page, () => site.some('pageView', 2))
    assert.deepEqual([views[1].name, views[1].navigation], ['Checkout: address', 'SPA'])
    await faultless(page)
  })

  it('reports dialogs that cover the window', async () => {
    const page = await visit(
      page_(
        '<dialog id="box" style="width:80vw;height:80vh">Box</dialog><button id="open">Open</button>',
        `document.getElementById('open').onclick = () => box.showModal()`,
      ),
    )
    await page.click('#open')
    await site.until(page, () => site.some('overlay'))
    await page.keyboard.press('Escape')
    const [open, closed] = await site.until(page, () => site.some('overlay', 2))
    assert.deepEqual([open.element.id, open.open, closed.open ?? false], ['box', true, false])
    assert.ok(open.sharePercent > 50)
    await faultless(page)
  })

  it('tells a program by its behaviour', async () => {
    const page = await visit(page_('<button id="one">One</button>'))
    await page.evaluate(() => document.getElementById('one')!.click())
    await page.goto('about:blank')
    const [behaviour] = await site.until(undefined, () => site.some('behaviour'))
    assert.deepEqual([behaviour.untrusted, behaviour.headless], [1, true])
    await page.close()
  })
})
