import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { startCannedServer, type CannedServer } from '../support/cannedServer.ts'
import { startChromium } from '../support/chromium.ts'
import { doctype, dom, eventList, html, idIn, page, program, shadow, svg, viewport } from '../support/recordingWriter.ts'
import { onWorkbench, type Workbench } from './onWorkbench.ts'

// The server makes recordings safe. These come as a hostile visitor would write them, to see the frame's own walls stand.

let browser: Browser
let evil: CannedServer
let server: CannedServer
let bench: Workbench
before(async () => {
  browser = await startChromium()
  evil = await startCannedServer()
  server = await startCannedServer()
  bench = await onWorkbench(browser, server)
})
after(async () => {
  await browser.close()
  await server.close()
  await evil.close()
})

const RUN = 'parent.postMessage("ran", "*"); window.ran = true'

const hostile = (at: string) => [
  html('script', { src: `${at}/a.js` }, RUN),
  html('script', { type: 'module', nonce: 'cGlua2llcHJvbWlzZQ' }, RUN),
  svg('svg', { onload: RUN }, svg('script', { href: `${at}/b.js` }, RUN), svg('animate', { attributeName: 'href', values: `javascript:${RUN}` }), svg('image', { href: `${at}/c.png` }), svg('use', { href: `${at}/d.svg#x` })),
  html('img', { src: `${at}/e.png`, srcset: `${at}/f.png 2x`, onerror: RUN, onload: RUN }),
  html('img', { src: 'data:image/png;base64,broken', onerror: RUN }),
  html('a', { href: `javascript:${RUN}`, id: 'script-link', ping: `${at}/g` }, 'press'),
  html('a', { href: `${at}/h`, target: '_top', id: 'link' }, 'press'),
  html('iframe', { src: `${at}/i`, srcdoc: `<script>${RUN}</script>`, sandbox: 'allow-scripts allow-same-origin allow-top-navigation' }),
  html('iframe', {}, page(html('html', {}, html('body', {}, html('script', {}, RUN), html('img', { src: `${at}/j.png`, onerror: RUN }))))),
  html('object', { data: `${at}/k` }),
  html('embed', { src: `${at}/l` }),
  html('form', { action: `${at}/m`, id: 'form' }, html('input', { type: 'image', src: `${at}/n.png` }), html('button', { formaction: `javascript:${RUN}` }, 'send')),
  html('video', { src: `${at}/o.mp4`, poster: `${at}/p.png`, autoplay: '' }, html('source', { src: `${at}/q.mp4` }), html('track', { src: `${at}/r.vtt`, default: '' })),
  html('link', { rel: 'stylesheet', href: `${at}/s.css`, '=css': `@import "${at}/t.css"; body { background: url(${at}/u.png) } @font-face { font-family: x; src: url(${at}/v.woff) } * { font-family: x }` }),
  html('link', { rel: 'preload', as: 'script', href: `${at}/w.js` }),
  html('meta', { 'http-equiv': 'refresh', content: `0;url=${at}/x` }),
  html('base', { href: `${at}/y/`, target: '_top' }),
  html('div', { style: `background: url(${at}/z.png)`, onclick: RUN, background: `${at}/1.png` }),
  html('x-evil', { onclick: RUN }, shadow(html('img', { src: `${at}/2.png`, onerror: RUN }))),
  html('details', { open: '', ontoggle: RUN }),
  html('input', { autofocus: '', onfocus: RUN, id: 'field' }),
  html('style', {}, `@import url(${at}/3.css);`),
  html('dialog', { '=modal': '1' }, html('input', { autofocus: '' })),
]

test('a hostile recording runs nothing, asks nobody for anything and takes nothing over', async () => {
  const script = hostile(evil.origin)[0]!
  const tree = page(doctype, html('html', { manifest: `${evil.origin}/4` }, html('head'), html('body', { onload: RUN }, ...hostile(evil.origin), script)))
  const changes = program()
    .attribute(idIn(tree, script), 'src', `${evil.origin}/5.js`)
    .attribute(idIn(tree, script), 'type', 'text/javascript')
    .text(idIn(tree, script) + 1, RUN)
    .attribute(3, 'ONCLICK', RUN)
  await bench.page.evaluate(() => addEventListener('message', () => Object.assign(window, { ran: true })))
  server.asked.length = 0
  const state = await bench.load(eventList(dom(0, program().reset().insert(0, 0, tree)), viewport(0, 900, 700), dom(1, changes)), 1)
  assert.equal(state.damage, undefined)

  // What would start late: a press on every link and button, an error of an image.
  await bench.frame.evaluate(() => {
    document.querySelectorAll<HTMLElement>('a, button, summary, [id=field]').forEach((element) => element.click?.())
    return new Promise((done) => setTimeout(done, 300))
  })
  assert.equal(await bench.frame.evaluate(() => 'ran' in window), false)
  assert.equal(await bench.page.evaluate(() => 'ran' in window), false)
  assert.deepEqual(evil.asked, [])
  assert.deepEqual(server.asked, [])
  assert.equal(bench.page.frames().length <= 3, true)
})

test('nothing in it carries a handler or an address that leads anywhere', async () => {
  const leads = await bench.frame.evaluate(() => {
    const found: string[] = []
    const look = (root: ParentNode): void =>
      root.querySelectorAll('*').forEach((element) => {
        for (const { name, value } of element.attributes) if (/^on|srcdoc|action|ping|target|http-equiv|nonce/i.test(name) || /javascript:|^https?:/i.test(value)) found.push(`${element.localName} ${name}=${value}`)
        if (element.shadowRoot) look(element.shadowRoot)
      })
    look(document)
    return found
  })
  assert.deepEqual(leads, [])
  assert.deepEqual(await bench.frame.evaluate(() => [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))), ['#-', '#-'])
})

test('neither its dialog nor its autofocus takes the focus from the console, and keys do not get in', async () => {
  assert.equal(await bench.page.evaluate(() => document.activeElement?.localName), 'body')
  await bench.page.keyboard.press('Tab')
  await bench.page.keyboard.press('Tab')
  assert.equal(await bench.page.evaluate(() => document.activeElement?.localName), 'body')
})

test('it is of an opaque origin: no cookies, no storage, no parent', async () => {
  const reach = await bench.frame.evaluate(() => {
    const tried = (what: () => unknown): string => {
      try {
        what()
        return 'reached'
      } catch {
        return 'refused'
      }
    }
    return [origin, tried(() => document.cookie), tried(() => localStorage), tried(() => parent.document)]
  })
  assert.deepEqual(reach, ['null', 'refused', 'refused', 'refused'])
})
