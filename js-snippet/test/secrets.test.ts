// The law: what is typed never leaves the browser, whatever a page does with it.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { inflateSync } from 'node:zlib'
import { root } from './decode.ts'
import { openSite } from './site.ts'
import type { Site } from './site.ts'

/** A field to type into, and what the page does with it: `v` is its value, `out` an element beside it. */
interface Fixture {
  field: string
  then?: string
  /** Where to type, when it is not the field itself. */
  into?: string
}

const echo = (then: string, field = '<input>'): Fixture => ({ field, then })
const FIXTURES: Fixture[] = [
  // Fields of all kinds.
  ...['text', 'password', 'email', 'search', 'url'].map((type) => ({ field: `<input type="${type}">` })),
  ...['name', 'street-address', 'cc-name', 'one-time-code', 'username', 'new-password'].map((token) => ({
    field: `<input autocomplete="${token}">`,
  })),
  { field: '<textarea></textarea>' },
  { field: '<div contenteditable style="min-height:1em"></div>' },
  { field: '<div contenteditable="plaintext-only" style="min-height:1em"></div>' },
  { field: '<input type="password" data-sojourn="allow">' },
  { field: '<input type="email" data-sojourn="allow">' },
  { field: '<input data-sojourn="mask">' },
  { field: '<div data-sojourn="block"><input class="in"></div>', into: '.in' },
  { field: '<label>Name <input class="in"></label>', into: '.in' },
  { field: '<form onsubmit="return false"><input class="in" name="q"><button>Go</button></form>', into: '.in' },
  // A password that is shown.
  { field: '<input type="password">', then: 'el.type = "text"' },
  { field: '<input type="password" data-sojourn="allow">', then: 'el.type = "text"' },
  // What is typed is repeated as text.
  echo('out.textContent = v'),
  echo('out.textContent = "Hello " + v + "!"'),
  echo('out.textContent = v.toUpperCase()'),
  echo('out.innerHTML = "<b>" + v + "</b>"'),
  echo('setTimeout(() => out.textContent = v, 300)'),
  echo('out.textContent = v; el.value = ""'),
  echo('el.value = ""; setTimeout(() => out.textContent = "You wrote " + v, 200)'),
  echo('out.append(Object.assign(document.createElement("option"), { value: v, label: v, textContent: v }))'),
  echo('document.title = "Hi " + v'),
  echo('console.error(v); setTimeout(() => { throw new Error("bad value " + v) })'),
  echo('Promise.reject(new Error("rejected: " + v))'),
  echo('out.innerHTML = "<p role=alert>" + v + " is not a name</p>"'),
  // In attributes.
  ...['title', 'alt', 'aria-label', 'placeholder', 'data-value', 'value', 'content', 'id', 'class', 'name'].map(
    (name) => echo(`out.setAttribute("${name}", v)`),
  ),
  echo('el.setAttribute("value", v)'),
  echo('out.innerHTML = "<a>x</a>"; out.firstChild.href = "/u/" + v'),
  echo('out.innerHTML = "<img>"; out.firstChild.src = "/i/" + encodeURIComponent(v) + ".png?q=" + v'),
  echo('history.replaceState(null, "", "/?q=" + v)'),
  echo('history.pushState(null, "", "/find/" + v)'),
  // In style.
  echo('out.style.setProperty("--name", v)'),
  echo('out.setAttribute("style", "--x: \'" + v + "\'")'),
  echo('out.innerHTML = "<style>p::after { content: \'" + v + "\' }</style>"'),
  // In shadow.
  {
    field: '<span></span>',
    then: 'out.textContent = v',
    into: 'SHADOW',
  },
  // A custom element answers for its own attributes.
  echo(
    'out.innerHTML = "<tell-tale tabindex=0>x</tell-tale>"; out.firstChild.getAttribute = () => v; out.firstChild.click()',
  ),
  echo('fetch("/missing/" + v + "?q=" + v, { method: "POST", body: v })'),
  echo('sojourn("track", "typed " + v, { value: v })'),
  echo('sojourn("search", v, 0)'),
]

const letters = 'bcdfghklmnprstvz'
/** A word of its own for each field, of letters only: digits are hidden anyway. */
const secret = (i: number) => `quo${letters[i % 16]}x${letters[(i >> 4) % 16]}imbulant`

describe('What is typed', () => {
  let site: Site
  before(async () => {
    site = await openSite()
  })
  after(() => site.close())

  it(`never leaves the browser: ${FIXTURES.length} ways`, async () => {
    assert.ok(FIXTURES.length >= 50)
    site.settings = { record: true }
    site.page(
      '/',
      `<!doctype html><html><head></head><body><p>ordinary words of the page</p>${FIXTURES.map(({ field }, i) => `<section id="f${i}">${field}<p class="out"></p></section>`).join('')}
      <script>${FIXTURES.map(({ then = '', into }, i) =>
        into === 'SHADOW'
          ? `{ const host = document.querySelector('#f${i} span'), out = document.querySelector('#f${i} .out')
               const root = host.attachShadow({ mode: 'open' }); root.innerHTML = '<input class="in">'
               root.firstChild.oninput = () => { const v = root.firstChild.value; ${then} } }`
          : `{ const el = document.querySelector('#f${i} ${into ?? ':first-child'}'), out = document.querySelector('#f${i} .out')
               el.addEventListener('change', () => { const v = el.value; ${then} }) }`,
      ).join('\n')}</script></body></html>`,
    )
    const page = await site.open('/')
    await page.waitForFunction(() => {
      const status = (window as any).sojourn?.('status')
      return status?.more === 'on' && status.recording === 'on'
    })
    for (const [i, { into }] of FIXTURES.entries()) {
      const field = page.locator(into === 'SHADOW' ? `#f${i} .in` : `#f${i} ${into ?? ':first-child'}`).first()
      await field.focus()
      await page.keyboard.type(secret(i))
      await page.keyboard.press('Tab')
    }
    await page.waitForTimeout(1000)
    await page.mouse.move(10, 10)
    for (const i of [22, 24, 30])
      await page
        .locator(`#f${i} .out`)
        .click({ force: true, timeout: 500 })
        .catch(() => {})
    await site.until(page, () => site.all('fieldInput').length >= FIXTURES.length - 8)
    const typed = await page.evaluate(
      () => [...document.querySelectorAll('input')].filter(({ value }) => /imbulant/.test(value)).length,
    )
    assert.ok(typed > 30, `only ${typed} fields hold what was typed`)
    const repeated = await page.evaluate(() => document.documentElement.outerHTML.match(/imbulant/g)!.length)
    assert.ok(repeated > 20, `the page repeats only ${repeated}`)
    await page.context().close()
    const Batch = root.lookupType('sojourn.Batch')
    const sent = site.requests
      .map(({ body }) => {
        const batch = Batch.decode(body) as any
        return Buffer.from(batch.codec === 1 ? inflateSync(batch.payload) : batch.payload).toString('latin1')
      })
      .join('\n')
      .toLowerCase()
    const leaked = FIXTURES.map((fixture, i) => ({ i, ...fixture, word: secret(i) })).filter(({ word }) =>
      sent.includes(word),
    )
    assert.deepEqual(leaked, [])
    // What nobody typed may be read, or this test could not fail.
    assert.ok(sent.includes('ordinary words of the page'))
  })
})
