// A visited site, a collector, and a browser between them.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { readBatch } from './decode.ts'
import type { ReadBatch, ReadEvent } from './decode.ts'

const DIST = new URL('../dist/', import.meta.url)
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export interface Answer {
  status: number
  headers?: Record<string, string>
}

export interface Request {
  body: Buffer
  headers: Record<string, string | string[] | undefined>
  answered: number
}

export interface Site {
  readonly browser: Browser
  readonly origin: string
  /** The address of our script. */
  readonly snippet: string
  readonly requests: Request[]
  /** What the collector answers to the requests to come, one after the other; then 204. */
  answers: Answer[]
  /** Serves a page, with our script in its head unless it says `<!--no snippet-->`. */
  page(path: string, html: string): void
  settings: Record<string, unknown>
  headers: Record<string, string>
  open(path: string, context?: BrowserContext): Promise<Page>
  batches(): ReadBatch[]
  events(): ReadEvent[]
  all(kind: string): any[]
  /** The same once there are so many. */
  some(kind: string, least?: number): any[] | undefined
  forget(): void
  /** The number of the visit under way, which its batches bear in their address. */
  visit(): number
  /** Waits until something holds; asks the agent to send what it has. */
  until<T>(page: Page | undefined, find: () => T | undefined | false): Promise<T>
  close(): Promise<void>
}

export async function openSite(): Promise<Site> {
  const pages = new Map<string, string>()
  const requests: Request[] = []
  let visit = 1

  const collector = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'Retry-After' }
      const part = /\/(recorder|more)\.js$/.exec(request.url ?? '')
      if (part) {
        response.writeHead(200, { ...headers, 'Content-Type': 'text/javascript' })
        return response.end(readFileSync(new URL(part[1] + '.js', DIST)))
      }
      if (/^(\/\d+)?\/s\//.test(request.url ?? '')) {
        response.writeHead(200, { ...headers, 'Content-Type': 'text/javascript' })
        return response.end(
          request.url!.endsWith('.json') ? JSON.stringify({ ...settings(), key: 'site-key-1' }) : core(),
        )
      }
      if (request.url !== `/${visit}/v1/batch`) return response.writeHead(204, headers).end() // the last words of a page before
      const answer = request.method === 'POST' ? (site.answers.shift() ?? { status: 204 }) : { status: 405 }
      requests.push({ body: Buffer.concat(chunks), headers: request.headers, answered: answer.status })
      if (!answer.status) return request.socket.destroy()
      response.writeHead(answer.status, { ...headers, ...answer.headers })
      response.end()
    })
  })
  const visited = createServer((request, response) => {
    const html = pages.get(request.url!.split('?')[0]!)
    response.writeHead(html === undefined ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8', ...site.headers })
    response.end(html ?? 'nothing here')
  })
  await Promise.all([listen(collector), listen(visited)])
  const endpoint = address(collector)

  function settings() {
    return {
      key: 'site-key-1',
      endpoint: `${endpoint}/${visit}`,
      version: '0.1.0',
      consent: 'not-required',
      record: false,
      recorder: endpoint + '/v/0.1.0/recorder.js',
      more: endpoint + '/v/0.1.0/more.js',
      ...site.settings,
    }
  }

  function core() {
    return readFileSync(new URL('core.js', DIST), 'utf8').replace('"__SOJOURN_SETTINGS__"', JSON.stringify(settings()))
  }

  const browser = await chromium.launch({ executablePath: process.env.CHROME ?? '/usr/bin/chromium', args: ARGS })

  const accepted = () => requests.filter(({ answered }) => answered >= 200 && answered < 300)
  const site: Site = {
    browser,
    origin: address(visited),
    snippet: endpoint + '/s/site-key-1.js',
    requests,
    answers: [],
    settings: {},
    headers: {},
    page(path, html) {
      const script = `<script async src="${site.snippet}"></script>`
      pages.set(path, html.includes('<!--no snippet-->') ? html : html.replace('<head>', `<head>${script}`))
    },
    async open(path, context) {
      const page = await (context ?? (await browser.newContext({ viewport: { width: 1000, height: 700 } }))).newPage()
      await page.goto(site.origin + path)
      return page
    },
    /** Each batch once, the earliest copy, as a collector would keep them. */
    batches() {
      const kept = new Map<string, ReadBatch>()
      for (const { body } of accepted()) {
        const batch = readBatch(body)
        const key = [batch.sessionId, batch.documentId, batch.lane, batch.sequence].join()
        if (!kept.has(key)) kept.set(key, batch)
      }
      return [...kept.values()].sort((one, other) => one.sequence - other.sequence)
    },
    events: () => site.batches().flatMap(({ events }) => events),
    all: (kind) =>
      site
        .events()
        .filter((event) => event.kind === kind)
        .map((event) => ({ at: event.at, ...event[kind] })),
    some(kind, least = 1) {
      const found = site.all(kind)
      return found.length >= least ? found : undefined
    },
    visit: () => visit,
    forget() {
      visit++
      requests.length = 0
      site.answers = []
    },
    async until(page, find) {
      const deadline = Date.now() + 15_000
      for (;;) {
        if (page && !page.isClosed()) await page.evaluate(() => (window as any).sojourn?.('flush')).catch(() => {})
        const found = find()
        if (found) return found
        if (Date.now() > deadline)
          throw new Error('not within 15 s: ' + find + '\n' + JSON.stringify(site.events().slice(-20)))
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
    async close() {
      await browser.close()
      collector.closeAllConnections()
      visited.closeAllConnections()
      collector.close()
      visited.close()
    },
  }
  return site
}

function listen(server: import('node:http').Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
}

function address(server: import('node:http').Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
