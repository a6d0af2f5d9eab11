// node bench.mjs [rounds]: every page with every agent and without any, in turn, in a fresh browser each; medians of all rounds.
import { createServer } from 'node:http'
import { mkdirSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'
import { chromium } from 'playwright-core'
import { AGENTS } from './agents.mjs'
import { PAGES, VISITS } from './pages.mjs'

const ROUNDS = Number(process.argv[2] ?? 3)
const RESULT = new URL('../results/agent.md', import.meta.url)
const THROTTLE = { dashboard: 4 }
const MARKER = 'LASTWORDS'
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const gunzip = async (body) => new Uint8Array(await new Response(new Blob([body]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer())

const scripts = { off: '' }
for (const [name, agent] of Object.entries(AGENTS)) {
  const { outputFiles } = agent.bundle
    ? await build({ stdin: { contents: agent.bundle, resolveDir: import.meta.dirname }, bundle: true, minify: true, write: false })
    : { outputFiles: [{ text: agent.script() }] }
  scripts[name] = outputFiles[0].text
}

async function openLab(name) {
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
      })
      response.end(file)
    })
  })
  const site = await serve((request, response) => {
    const path = request.url.slice(1)
    const agent = `<script>window.collector=${JSON.stringify(collector.address)}</script><script defer src="/agent.js"></script>`
    response.writeHead(200, { 'Content-Type': path.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8' })
    if (path === 'agent.js') response.end(scripts[name])
    else response.end((PAGES[path] ?? '<!doctype html><p>gone').replace('<!--agent-->', () => (name === 'off' ? '' : agent)))
  })
  return { bodies, address: site.address, close: () => [site, collector].forEach(({ close }) => close()) }
}

async function serve(handle) {
  const server = createServer(handle)
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => (server.closeAllConnections(), server.close())
  return { address: `http://127.0.0.1:${server.address().port}`, close }
}

/** One visit: the bytes that arrived, the thread time it took, and whether what happened 300 ms before leaving arrived. */
async function visit(name, path) {
  const lab = await openLab(name)
  const browser = await chromium.launch({ executablePath: process.env.CHROME ?? '/usr/bin/chromium', args: ARGS })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    const devtools = await page.context().newCDPSession(page)
    await page.goto(lab.address + '/gone')
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE[path] ?? 1 })
    const from = await taskTime(devtools)
    await page.goto(`${lab.address}/${path}`, { timeout: 90_000 })
    await wait(1500)
    await VISITS[path](page, wait)
    await wait(1000)
    const cpu = (await taskTime(devtools)) - from
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    await page.evaluate(() => window.flushAgent?.())
    await wait(1500)
    const bytes = lab.bodies.reduce((sum, body) => sum + body.length, 0)
    await page.evaluate((marker) => document.body.append(marker), MARKER)
    await wait(300)
    await page.goto(lab.address + '/gone')
    await wait(1000)
    return { cpu, bytes, left: name !== 'off' && (await arrived(name, lab.bodies)) }
  } finally {
    await browser.close()
    lab.close()
  }
}

async function taskTime(devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000
}

async function arrived(name, bodies) {
  for (const body of bodies) {
    const plain = body[0] === 0x1f && body[1] === 0x8b ? await gunzip(body) : body
    if (Buffer.from(AGENTS[name].read(plain)).includes(MARKER)) return true
  }
  return false
}

const runs = []
for (let round = 0; round < ROUNDS; round++) {
  for (const path of Object.keys(PAGES)) {
    for (const name of Object.keys(scripts)) {
      const run = { round, path, name, ...(await visit(name, path)) }
      runs.push(run)
      console.log(round, path, name, Math.round(run.cpu) + ' ms', (run.bytes / 1000).toFixed(1) + ' KB', run.left)
    }
  }
}

const median = (list) => [...list].sort((one, other) => one - other)[Math.floor(list.length / 2)]
const of = (path, name) => runs.filter((run) => run.path === path && run.name === name)

/** Compared within a round: the machine is not the same from one to the next. */
function ratios(path, name) {
  return of(path, name).map(({ round, cpu }) => cpu / of(path, 'off')[round].cpu)
}

function row(name) {
  const cells = Object.keys(PAGES).map((path) => {
    const all = ratios(path, name)
    const spread = [Math.min(...all), Math.max(...all)].map((ratio) => ratio.toFixed(2)).join('–')
    return `${(median(of(path, name).map(({ bytes }) => bytes)) / 1000).toFixed(1)} KB, ${median(all).toFixed(2)} (${spread})`
  })
  const left = runs.filter((run) => run.name === name)
  return `| ${name} | ${cells.join(' | ')} | ${left.filter((run) => run.left).length}/${left.length} |`
}

const text = `# The agent beside others

\`./sojourn bench agent\`: ${ROUNDS} rounds, each visit in a fresh browser, all in one run. Per page: bytes sent, then main-thread time
(thread clock) with the agent ÷ without, median (lowest–highest). The dashboard runs on a processor slowed down 4 times. "Left": visits of
which a text put into the page 300 ms before leaving arrived. Our agent masks digits, as it always does; the others mask nothing.

| agent | ${Object.keys(PAGES).join(' | ')} | left |
|---|${'---|'.repeat(Object.keys(PAGES).length + 1)}
${Object.keys(AGENTS).map(row).join('\n')}
`
mkdirSync(new URL('.', RESULT), { recursive: true })
writeFileSync(RESULT, text)
console.log(text)
