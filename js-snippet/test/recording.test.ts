import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { livePage } from './live.ts'
import { outline, play } from './model.ts'
import type { Model } from './model.ts'
import { openSite } from './site.ts'
import type { Site } from './site.ts'

const MUTATE = readFileSync(new URL('in-page/mutate.js', import.meta.url), 'utf8')
const EVERYTHING = `<!doctype html><html lang="en"><head><title>Shop</title><style>h1 { color: red }</style></head><body>
<!-- call 030 123456 --><main class="shop"><h1 title="Offer 7">Lamps from 19 €</h1>
<p>Write to anna@example.org</p><svg viewBox="0 0 10 10"><linearGradient id="g"></linearGradient><circle r="4"/></svg>
<math><mi>x</mi></math><template><b>later</b></template><div id="host"></div>
<form><input name="who" value="prefilled"><input type="checkbox" checked><input type="checkbox" id="half">
<select><option>one</option><option selected>two</option></select><textarea>some words</textarea></form>
<div contenteditable>typed here</div><dialog>sure?</dialog><div popover>hint</div>
<iframe srcdoc="<p>inside</p>"></iframe><script>window.secret = 'in a script'</script><noscript>off</noscript></main></body></html>`

describe('A recording', () => {
  let site: Site
  before(async () => {
    site = await openSite()
    site.settings = { record: true }
  })
  after(() => site.close())
  beforeEach(() => site.forget())

  const replayed = (): Model =>
    play(
      site
        .batches()
        .filter(({ lane }) => lane === 'PLAYBACK')
        .flatMap(({ events }) => events),
    )

  async function openRecorded(html: string): Promise<Page> {
    site.page('/', html)
    const page = await site.open('/')
    await page.waitForFunction(() => (window as any).sojourn?.('status')?.recording === 'on')
    return page
  }

  /** The replay is compared until it has caught up; what then still differs is shown. */
  async function assertSame(page: Page) {
    let wanted = ''
    let found = ''
    for (let tries = 0; tries < 100; tries++) {
      await page.evaluate(() => (window as any).sojourn('flush'))
      wanted = outline(await livePage(page))
      const { root } = replayed()
      found = root ? outline(root) : ''
      if (wanted === found) break
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
    assert.equal(found, wanted)
    assert.equal(replayed().skipped, 0)
    const status = (await page.evaluate(() => (window as any).sojourn('status'))) as {
      faults: number
      lastFault: string
    }
    assert.equal(status.lastFault, '')
  }

  it('shows the page as it stands', async () => {
    const page = await openRecorded(EVERYTHING)
    await assertSame(page)
    await page.close()
  })

  it('follows dialogs, popovers, fields, late shadow roots and late frames', async () => {
    const page = await openRecorded(EVERYTHING)
    await page.evaluate(() => {
      document.querySelector('dialog')!.showModal()
      document.querySelector<HTMLElement>('[popover]')!.showPopover()
      document.querySelector<HTMLInputElement>('#half')!.indeterminate = true
      document.querySelector<HTMLInputElement>('[name=who]')!.value = 'set by a script'
      document.querySelector('select')!.selectedIndex = 0
      document.querySelector('#host')!.attachShadow({ mode: 'open' }).innerHTML = '<slot></slot><i>in the shade</i>'
      document.querySelector('iframe')!.srcdoc = '<h2>another document</h2>'
    })
    await assertSame(page)
    await page.evaluate(() => {
      document.querySelector('dialog')!.close()
      document.querySelector('#host')!.shadowRoot!.querySelector('i')!.append(' and changed')
      document.querySelector('iframe')!.contentDocument!.body.append('from outside')
    })
    await assertSame(page)
    await page.close()
  })

  it('keeps what its owner wants kept', async () => {
    const page = await openRecorded(`<!doctype html><html><head><meta name="token" content="csrf-4711"></head><body>
      <div id="masked" data-sojourn="mask">Private words</div><div data-sojourn="block"><b>Blocked words</b></div>
      <p data-sojourn="allow">Flight 4711, card 4111 1111 1111 1111</p><input type="hidden" value="hidden words">
      <input id="open" data-sojourn="allow" value="plain words"><input type="password" data-sojourn="allow" value="pass words">
      <a href="/r/8f14e45fceea167a5a36dedd4bea2543?q=query+words" onclick="handler()">link</a></body></html>`)
    await page.evaluate(() => document.querySelector('#masked')!.append(' and later words'))
    await page.evaluate(() => document.querySelector('[data-sojourn=block] b')!.append(' blocked later'))
    await site.until(page, () => replayed().nodes.size > 10)
    const shown = outline(replayed().root)
    assert.doesNotMatch(shown, /Private|Blocked|later|hidden words|pass words|query|8f14|csrf|handler|4111/)
    assert.match(shown, /Flight 4711, card 0000 0000 0000 0000/)
    assert.match(shown, /=value="plain words"/)
    assert.match(shown, /=blocked="1"/)
    await page.close()
  })

  it('masks more from the moment its owner asks for it', async () => {
    const page = await openRecorded(
      '<!doctype html><html><head></head><body><p id="p">Open <b>words</b></p></body></html>',
    )
    await site.until(page, () => replayed().nodes.size > 4)
    await page.evaluate(() => document.querySelector('#p')!.setAttribute('data-sojourn', 'mask'))
    await site.until(page, () => !/Open|words/.test(outline(replayed().root)))
    await page.close()
  })

  it('keeps what the selectors of its site name, also what they name only later', async () => {
    site.settings = { record: true, mask: ['.name', ':not('], block: ['.ad,video'] }
    const page = await openRecorded(`<!doctype html><html><head></head><body><p class="name">Wilhelmina</p>
      <div class="ad"><b>Buy now</b></div><p id="later">Open words</p><div id="soon"><i>Shown at first</i></div></body></html>`)
    await site.until(page, () => /Open words/.test(outline(replayed().root)))
    assert.doesNotMatch(outline(replayed().root), /Wilhelmina|Buy/)
    await page.evaluate(() => {
      document.querySelector('.ad b')!.append('and more')
      document.querySelector('#later')!.className = 'name'
      document.querySelector('#soon')!.className = 'ad'
    })
    await site.until(page, () => !/Open|Shown/.test(outline(replayed().root)))
    assert.equal(outline(replayed().root).match(/=blocked="1"/g)?.length, 2)
    assert.doesNotMatch(outline(replayed().root), /and more/)
    await page.close()
    site.settings = { record: true }
  })

  it('knows the rules of style sheets, however they came', async () => {
    const page = await openRecorded(
      '<!doctype html><html><head><style>a { top: 0px; }</style></head><body></body></html>',
    )
    await page.evaluate(() => {
      const sheet = document.styleSheets[0]!
      sheet.insertRule('b { background: url("pic.png"); }')
      sheet.insertRule('c { top: 1px; }', 2)
      sheet.deleteRule(1)
      const made = new CSSStyleSheet()
      made.replaceSync('d { top: 2px; }')
      document.adoptedStyleSheets = [made]
      document.head.append(Object.assign(document.createElement('style'), { textContent: 'f { top: 4px; }' }))
    })
    const constructed = await site.until(page, () => replayed().sheets.get(1))
    assert.deepEqual(constructed, ['d { top: 2px; }'])
    await page.evaluate(() => {
      document.adoptedStyleSheets[0]!.insertRule('e { top: 3px; }', 1)
      document.querySelectorAll('style')[1]!.textContent = 'g { top: 5px; }'
    })
    await site.until(page, () => replayed().sheets.get(1)!.length === 2)
    const styles = [...replayed().nodes.values()].filter(({ name }) => name === 'style').map(({ rules }) => rules)
    assert.deepEqual(styles, [
      [`b { background: url("${site.origin}/pic.png"); }`, 'c { top: 1px; }'],
      ['g { top: 5px; }'],
    ])
    assert.deepEqual([...replayed().adopted.values()], [[1]])
    await page.close()
  })

  it('wraps what it must so that the page can hardly tell, and takes it back', async () => {
    const page = await openRecorded('<!doctype html><html><head></head><body></body></html>')
    const look = () =>
      page.evaluate(() => {
        const { insertRule } = CSSStyleSheet.prototype
        const keys = Object.keys(window).filter((key) => /sojourn/i.test(key))
        return [insertRule.name, insertRule.length, /native code/.test(String(insertRule)), keys.join()].join(' ')
      })
    assert.equal(await look(), 'insertRule 1 true sojourn')
    const before = await page.evaluate(() => ((window as any).wrapped = Element.prototype.attachShadow).name)
    await page.evaluate(() => (window as any).sojourn('stop'))
    assert.equal(before, 'attachShadow')
    assert.ok(await page.evaluate(() => (window as any).wrapped !== Element.prototype.attachShadow))
    await page.close()
  })

  for (const seed of [1, 2, 3]) {
    it(`equals the page after any program of changes (seed ${seed})`, async () => {
      const rows = Array.from(
        { length: 800 },
        (_, i) => `<li class="row" title="t${i}">item <b>number</b> ${i}</li>`,
      ).join('')
      const page = await openRecorded(
        `<!doctype html><html><head></head><body><ul id="big">${rows}</ul><div id="pit"></div></body></html>`,
      )
      await page.evaluate(`(${MUTATE})(${seed})`)
      await assertSame(page)
      await page.close()
    })
  }
})
