// Where visits happen: a site, a collector of another origin, a browser.
import { createServer } from 'node:http'
import { build } from 'esbuild'
import { chromium } from 'playwright-core'
import { AGENTS } from './agents.mjs'
import { PAGES } from './pages.mjs'

const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync']
export const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** What each agent's script is; none for "off". */
export const scripts = { off: '' }
for (const [name, agent] of Object.entries(AGENTS)) {
  const { outputFiles } = agent.bundle
    ? await build({ stdin: { contents: agent.bundle, resolveDir: import.meta.dirname }, bundle: true, minify: true, write: false })
    : { outputFiles: [{ text: agent.script() }] }
  scripts[name] = outputFiles[0].text
}

/** A site and a collector. `more`: what the site has in the place of its usual pages and script, by path. */
export async function openLab(name, more = {}) {
  const bodies = []
  const collector = await serve((request, response) => {
    const chunks = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      const file = AGENTS[name]?.files[request.url]
      if (request.method === 'POST') bodies.push(Buffer.concat(chunks))
      // Clarity sends with credentials, and hears nothing from a collector that does not expect that.
      response.writeHead(file ? 200 : 204, {
        'Access-Control-Allow-Origin': request.headers.origin ?? '*',
        'Access-Control-Allow-Credentials': 'true',
        'Access-Control-Allow-Headers': request.headers['access-control-request-headers'] ?? '*',
        ...(file ? { 'Content-Type': 'text/javascript', 'Cache-Control': 'max-age=3600' } : {}),
      })
      response.end(file)
    })
  })
  const site = await serve((request, response) => {
    const path = request.url.slice(1)
    const agent = `<script>window.collector=${JSON.stringify(collector.address)}</script><script defer src="/agent.js"></script>`
    response.writeHead(200, { 'Content-Type': path.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8' })
    if (path === 'agent.js') response.end(more[path] ?? scripts[name])
    else response.end((more[path] ?? PAGES[path] ?? '<!doctype html><p>gone').replace('<!--agent-->', () => (name === 'off' || path === 'gone' ? '' : agent)))
  })
  return { bodies, address: site.address, close: () => [site, collector].forEach(({ close }) => close()) }
}

export async function serve(handle) {
  const server = createServer(handle)
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => (server.closeAllConnections(), server.close())
  return { address: `http://127.0.0.1:${server.address().port}`, close }
}

export const openBrowser = () => chromium.launch({ executablePath: process.env.CHROME ?? '/usr/bin/chromium', args: ARGS })
export const openPage = (browser) => browser.newPage({ viewport: { width: 1280, height: 800 } })

/** Whether a text is in what arrived. */
export async function arrived(name, bodies, marker) {
  for (const body of bodies) {
    const plain = body[0] === 0x1f && body[1] === 0x8b ? await gunzip(body) : body
    if (Buffer.from(AGENTS[name].read(plain)).includes(marker)) return true
  }
  return false
}

const gunzip = async (body) =>
  new Uint8Array(await new Response(new Blob([body]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer())
