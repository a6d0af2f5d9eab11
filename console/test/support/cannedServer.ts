// The built console with canned answers behind it, and the headers the real server sends.
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Recording } from '../../src/player/recording.ts'

const DIST = fileURLToPath(new URL('../../dist', import.meta.url))
const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html', '.svg': 'image/svg+xml' }
const CONSOLE_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-src 'self'"
const framePolicy = (nonce: string): string =>
  `sandbox allow-scripts; default-src 'none'; script-src 'nonce-${nonce}'; style-src 'unsafe-inline'; img-src data:; font-src data:; media-src data:; ` +
  "frame-src 'none'; form-action 'none'; base-uri 'none'"

export interface Visit {
  recording: Recording
  /** Answers of `/recording/{document}?at=&until=`, in session moments. */
  events(document: string, at: number, until: number): Uint8Array
}

export interface CannedServer {
  readonly origin: string
  /** Every path asked for, with its query, in order. */
  readonly asked: string[]
  /** Session id to visit; a problem's status stands for a failure. */
  readonly visits: Map<string, Visit | number>
  /** Further files, by path. */
  readonly files: Map<string, { type: string; body: string }>
  /** Links made, and sessions deleted. */
  readonly desk: { shares: { id: string; atMs: number }[]; erased: string[] }
  close(): Promise<void>
}

export async function startCannedServer(): Promise<CannedServer> {
  const asked: string[] = []
  const visits = new Map<string, Visit | number>()
  const files = new Map<string, { type: string; body: string }>()
  const desk = { shares: [] as { id: string; atMs: number }[], erased: [] as string[] }
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (request.method !== 'GET' || request.url?.endsWith('/shares')) return void answerDesk(request, response, desk)
    const file = files.get(request.url ?? '')
    if (file) return void response.writeHead(200, { 'content-type': file.type, 'content-security-policy': CONSOLE_POLICY }).end(file.body)
    answer(new URL(request.url ?? '/', 'http://canned'), visits, response).catch(() => response.writeHead(404).end())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, visits, files, desk, close: () => close(server) }
}

async function answerDesk(request: IncomingMessage, response: ServerResponse, desk: CannedServer['desk']): Promise<void> {
  const [, kind, id] = /\/(sessions|shares)\/?([^/]*)$/.exec(request.url ?? '') ?? []
  const view = (share: { id: string; atMs: number }) => ({ ...share, createdAt: 0, createdBy: 'ann@shop.example', expiresAt: 4_000_000_000_000 })
  const say = (status: number, body?: unknown): void => void response.writeHead(status, { 'content-type': 'application/json' }).end(body === undefined ? undefined : JSON.stringify(body))
  if (request.method === 'GET') return say(200, { items: desk.shares.map(view) })
  if (request.method === 'DELETE') {
    if (kind === 'sessions') desk.erased.push(id!)
    else desk.shares = desk.shares.filter((share) => share.id !== id)
    return say(204)
  }
  let body = ''
  for await (const part of request) body += part
  const share = { id: String(desk.shares.length + 1), atMs: JSON.parse(body).atMs as number }
  desk.shares.push(share)
  say(201, { ...view(share), url: `/player#share=secret${share.id}` })
}

async function answer(url: URL, visits: Map<string, Visit | number>, response: ServerResponse): Promise<void> {
  if (url.pathname === '/frame') return sendFrame(response)
  if (url.pathname === '/api/shared/secret1') return void response.writeHead(200, { 'content-type': 'application/json' }).end('{"session":"a1","atMs":5000,"expiresAt":4000000000000}')
  const [, link, part] = /^\/api\/shared\/([^/]+)\/recording(?:\/([^/]+))?$/.exec(url.pathname) ?? []
  if (link) return sendRecording(response, link === 'secret1' ? (visits.get('a1') ?? 404) : 404, part, url.searchParams)
  const [, session, document] = /^\/api\/sites\/[^/]+\/sessions\/([^/]+)\/recording(?:\/([^/]+))?$/.exec(url.pathname) ?? []
  if (session) return sendRecording(response, visits.get(session) ?? 404, document, url.searchParams)
  const file = url.pathname === '/player' ? '/player.html' : url.pathname
  const body = await readFile(join(DIST, file))
  response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-security-policy': CONSOLE_POLICY }).end(body)
}

async function sendFrame(response: ServerResponse): Promise<void> {
  const nonce = 'cGlua2llcHJvbWlzZQ'
  const page = (await readFile(join(DIST, 'frame.html'), 'utf8')).replaceAll('__NONCE__', nonce)
  response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': framePolicy(nonce) }).end(page)
}

function sendRecording(response: ServerResponse, visit: Visit | number, document: string | undefined, query: URLSearchParams): void {
  if (typeof visit === 'number') {
    const problem = { type: 'about:blank', title: 'Trouble', status: visit, detail: 'The disk of the server is resting.' }
    response.writeHead(visit, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem))
  } else if (!document) response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(visit.recording))
  else response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end(visit.events(document, Number(query.get('at')), Number(query.get('until'))))
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((closed) => server.close(() => closed()))
}
