import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startCannedServer } from '../support/cannedServer.ts'
import { startChromium } from '../support/chromium.ts'
import { doctype, dom, eventList, html, page, program, viewport } from '../support/recordingWriter.ts'
import { onWorkbench } from './onWorkbench.ts'

test('rows are told apart by where they stand, each parent counted once', async (t) => {
  const browser = await startChromium()
  const server = await startCannedServer()
  t.after(() => Promise.all([browser.close(), server.close()]))
  const bench = await onWorkbench(browser, server)
  const rows = Array.from({ length: 3000 }, () => html('p', {}, 'row'))
  const tree = page(doctype, html('html', {}, html('head'), html('body', {}, html('h1', {}, 'Rows'), ...rows)))
  await bench.load(eventList(dom(0, program([]).reset().insert(0, 0, tree)), viewport(0, 800, 600)), 0)
  await bench.frame.evaluate(() => {
    // Counting siblings one by one would ask for millions of them.
    const get = Object.getOwnPropertyDescriptor(Element.prototype, 'previousElementSibling')!.get!
    Object.assign(window, { steps: 0 })
    Object.defineProperty(Element.prototype, 'previousElementSibling', { get(this: Element) { (window as never as { steps: number }).steps++; return get.call(this) } })
  })
  const [second, none] = await bench.boxes([
    { tag: 'p', nthPath: 'html>body>p:nth-of-type(2)', classPath: 'p>body>html' },
    { tag: 'p', classPath: 'p>body>html' },
  ])
  assert.equal(none, null)
  assert.ok(second === null || second!.y > 0)
  assert.ok((await bench.frame.evaluate(() => (window as never as { steps: number }).steps)) < 20_000)
})
