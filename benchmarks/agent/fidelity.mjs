// How true a replay is: the page as it stands at the end of a visit, and the frame of our own player with what was recorded.
import { readFileSync } from 'node:fs'
import { build } from 'esbuild'
import { AGENTS, playbackOf } from './agents.mjs'
import { compare, describe } from './describe.mjs'
import { openBrowser, openLab, openPage, serve, wait } from './lab.mjs'
import { VISITS } from './pages.mjs'

const CONSOLE = new URL('../../console/', import.meta.url)
// Masking would be all the difference; what is a secret by its kind stays masked all the same.
const OPEN = { masking: 'relaxed', allow: ['html', 'input', 'textarea', '[contenteditable]'] }

// As text: a deep page is deeper than what a browser hands over piece by piece.
const DESCRIBE = `JSON.stringify((${describe})(document))`

export async function fidelity(path, html) {
  const lab = await openLab('sojourn', { 'agent.js': AGENTS.sojourn.script(OPEN), ...(html && { [path]: html }) })
  const player = await openPlayer()
  const browser = await openBrowser()
  try {
    const page = await openPage(browser)
    await page.goto(`${lab.address}/${path}`)
    await page.waitForFunction(() => window.sojourn?.('status').recording === 'on')
    await wait(800)
    if (VISITS[path]) await VISITS[path](page, wait)
    else await page.evaluate(() => window.run())
    await wait(1200)
    await page.evaluate(() => window.sojourn('record', 'keep'))
    await page.evaluate(() => window.flushAgent())
    const live = JSON.parse(await page.evaluate(DESCRIBE))
    const failed = await page.evaluate(() => window.failed ?? [])
    const end = await page.evaluate(() => performance.now())
    await wait(500)
    const events = playbackOf(lab.bodies)

    const desk = await openPage(browser)
    await desk.goto(player.address + '/')
    const damage = await desk.evaluate(
      async ([bytes, end]) => {
        const recorded = window.createRecordedPage(document.body, 'page')
        const { damage } = await recorded.load(Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0)).buffer, end)
        return damage
      },
      [Buffer.from(events).toString('base64'), end],
    )
    const frame = desk.frames().find((one) => one.name() === 'page')
    const { compared, differences } = compare(live, JSON.parse(await frame.evaluate(DESCRIBE)))
    return { compared, differences: [...failed, ...(damage ? [damage] : []), ...differences] }
  } finally {
    await browser.close()
    lab.close()
    player.close()
  }
}

/** The frame as the server hands it out, and a page that holds it. */
async function openPlayer() {
  const entry = new URL('src/frame/recordedPage.ts', CONSOLE).pathname
  const { outputFiles } = await build({
    stdin: { contents: `import { createRecordedPage } from '${entry}'; window.createRecordedPage = createRecordedPage`, resolveDir: import.meta.dirname },
    bundle: true,
    format: 'iife',
    write: false,
  })
  const frame = readFileSync(new URL('dist/frame.html', CONSOLE), 'utf8').replaceAll('__NONCE__', 'bench')
  return serve((request, response) => {
    const isFrame = request.url === '/frame'
    response.writeHead(200, {
      'Content-Type': 'text/html',
      ...(isFrame && { 'Content-Security-Policy': "sandbox allow-scripts; default-src 'none'; script-src 'nonce-bench'; style-src 'unsafe-inline'" }),
    })
    response.end(isFrame ? frame : `<!doctype html><body><script>${outputFiles[0].text}</script>`)
  })
}
