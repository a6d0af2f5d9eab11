import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Intake, Session, Site } from '../src/api/types.ts'
import type { AgentSettings } from '../src/api/agent.ts'
import type { Rules } from '../src/rules/types.ts'
import { aSite, detailOf, lampClicks, nothingYet, somePages, someSessions } from './fake-data.ts'
import { noNotes, type OwnersNotes } from './fake-insight.ts'
import { insightAnswer, insightChange } from './fake-owners.ts'
import { answerList, countsOf, withLimit } from './fake-query.ts'
import { recordingOf } from './recording.ts'
import { lampPage } from './shop.ts'

const DIST = fileURLToPath(new URL('../dist', import.meta.url))
const CSP = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-src 'self'"
const FRAME_CSP = (nonce: string) =>
  `sandbox allow-scripts; default-src 'none'; script-src 'nonce-${nonce}'; style-src 'unsafe-inline'; img-src data:; font-src data:; media-src data:; frame-src 'none'; form-action 'none'; base-uri 'none'`
const TYPES: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }

export const ACCOUNT = { email: 'ada@nordlicht.example', password: 'correct horse battery' }

/** What the tests may change between two answers. */
export interface FakeState {
  setup: boolean
  demo: boolean
  signedIn: boolean
  /** Every question is answered 503 while true. */
  broken: boolean
  sites: Site[]
  sessions: Session[]
  intake: Intake
  notes: OwnersNotes
  rules: Rules
  agent: AgentSettings
  asked: string[]
}

/** The server of docs/api.md with made-up contents, in front of the built console, with the real security headers. */
export async function startFakeServer(now: number) {
  const state: FakeState = {
    setup: false, demo: false, signedIn: false, broken: false, intake: nothingYet(), notes: noNotes(), asked: [],
    rules: { version: 1, pages: [], goals: [], internalHosts: [] },
    agent: { off: false, statsOnly: false, record: true, share: 1, masking: 'balanced', mask: [], block: [], ignore: [], allow: [], query: [], requests: true },
    sites: [aSite('Nordlicht', '5e1', 'required', now), aSite('Nordlicht Journal', '5e2', 'not-required', now)],
    sessions: someSessions(130, now),
  }
  const server = createServer((request, response) => {
    void serve(state, now, request, response).catch((failure) => problem(response, 500, String(failure)))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { origin, state, close: () => new Promise((closed) => (server.closeAllConnections(), server.close(closed))) }
}

async function serve(state: FakeState, now: number, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://fake')
  if (!url.pathname.startsWith('/api/')) return serveFile(url.pathname, response)
  state.asked.push(`${request.method} ${url.pathname}${url.search}`)
  if (state.broken) return problem(response, 503, 'The server is starting. Try again in a moment.')
  if (request.method !== 'GET' && url.pathname.startsWith('/api/sites/')) {
    const body = await bodyOf(request)
    const said = insightChange(state.notes, now, request.method!, url.pathname.split('/').slice(4), body as Record<string, never>)
    if (said !== undefined) return said === null ? void response.writeHead(204).end() : json(response, 200, said)
    if (request.method === 'PUT') return changeSite(state, url.pathname, body, response)
  }
  if (request.method === 'POST') return change(state, now, url.pathname, await bodyOf(request), response)
  if (request.method === 'PUT') return changeSite(state, url.pathname, await bodyOf(request), response)
  if (url.pathname === '/api/me') return json(response, 200, { user: state.signedIn ? { email: ACCOUNT.email } : null, setup: state.setup, version: '0.1.0', demo: state.demo })
  if (!state.signedIn) return problem(response, 401, 'Log in first.')
  return answer(state, url, now, `http://${request.headers.host}`, response)
}

function change(state: FakeState, now: number, path: string, body: Record<string, string>, response: ServerResponse): void {
  const signIn = (allowed: boolean, otherwise: string) => {
    if (!allowed) return problem(response, 401, otherwise)
    Object.assign(state, { signedIn: true, setup: false })
    response.writeHead(204).end()
  }
  if (path === '/api/login') return signIn(body['email'] === ACCOUNT.email && body['password'] === ACCOUNT.password, 'E-mail and password do not belong together.')
  if (path === '/api/setup') return signIn(body['token'] === 'first', 'This address has been used. The newest stands in the server’s log.')
  if (path === '/api/enter') return signIn(body['token'] === 'once', 'This entrance has been used.')
  if (path === '/api/logout') return Object.assign(state, { signedIn: false }), void response.writeHead(204).end()
  if (!state.signedIn) return problem(response, 401, 'Log in first.')
  const site = { ...aSite('', `5e${state.sites.length + 1}`, 'required', now), ...body, createdAt: now } as Site
  state.sites.push(site)
  state.intake = nothingYet()
  json(response, 201, site)
}

function changeSite(state: FakeState, path: string, body: Record<string, string>, response: ServerResponse): void {
  if (path.endsWith('/agent')) return json(response, 200, Object.assign(state.agent, body))
  if (path.endsWith('/rules')) return json(response, 200, Object.assign(state.rules, body, { version: state.rules.version + 1 }))
  const site = state.sites.find(({ id }) => path === `/api/sites/${id}`)
  if (!state.signedIn || !site) return problem(response, 404, 'There is no such site.')
  json(response, 200, Object.assign(site, body))
}

function answer(state: FakeState, url: URL, now: number, origin: string, response: ServerResponse): void {
  if (url.pathname === '/api/sites') return json(response, 200, { items: state.sites, next: null })
  const [site, report, ...rest] = url.pathname.split('/').slice(3)
  if (!state.sites.some(({ id }) => id === site)) return problem(response, 404, 'There is no such site.')
  const insight = insightAnswer(state.notes, now, origin, url.pathname.split('/').slice(4), url.searchParams)
  if (insight !== undefined) return json(response, 200, insight)
  const page = url.searchParams.get('page') ?? ''
  const device = url.searchParams.get('device') === 'mobile' ? 'mobile' : 'desktop'
  if (report === 'rules') return json(response, 200, state.rules)
  if (report === 'agent') return json(response, 200, state.agent)
  if (report === 'session-counts') return json(response, 200, countsOf(answerList(state.sessions, withLimit(url.searchParams)).items))
  if (report === 'intake') return json(response, 200, state.intake)
  if (report === 'pages') return json(response, 200, { items: somePages(), next: null })
  if (report === 'heatmaps' && rest[1] === 'backdrop') return backdrop(state, page, device, response)
  if (report === 'heatmaps') return json(response, 200, page === '/p/lamp' ? lampClicks(device) : { page, device, views: 12, total: 0, placed: 0, unplaced: 0, elements: [] })
  if (report === 'sessions' && rest.length === 0) return json(response, 200, answerList(state.sessions, url.searchParams))
  const session = state.sessions.find(({ id }) => id === rest[0])
  if (!session) return problem(response, 404, 'There is no such session.')
  if (rest.length === 1) return json(response, 200, detailOf(session))
  if (rest[1] === 'recording' && rest[2]) return void response.writeHead(200, { 'Content-Type': 'application/x-protobuf' }).end(lampRecording(session.device === 'mobile'))
  if (rest[1] === 'recording') return json(response, 200, contents(session))
  problem(response, 404, 'There is nothing here.')
}

const lampRecording = (mobile: boolean) => (mobile ? recordingOf(lampPage, 'https://nordlicht.example/p/lamp', 390, 844) : recordingOf(lampPage, 'https://nordlicht.example/p/lamp', 1280, 800))

function backdrop(state: FakeState, page: string, device: string, response: ServerResponse): void {
  const shown = state.sessions.find((session) => session.device === device)
  if (page !== '/p/lamp' || !shown) return problem(response, 404, 'No recording shows this page on this device.')
  const [width, height] = device === 'mobile' ? [390, 844] : [1280, 800]
  json(response, 200, { session: shown.id, document: '00000000000000a1', atMs: 4_000, width, height })
}

function contents(session: Session) {
  const [width, height] = session.device === 'mobile' ? [390, 844] : [1280, 800]
  return {
    session, durationMs: session.durationMs, live: session.live,
    documents: [{ id: '00000000000000a1', tab: '00000000000000b1', startsAtMs: 0, endsAtMs: session.durationMs, clockMs: 0, url: 'https://nordlicht.example/p/lamp', width, height, keyframes: [0] }],
    marks: [{ atMs: 0, kind: 'page', label: 'Lamp Ottilie', page: '/p/lamp', document: '00000000000000a1', dead: false }, { atMs: Math.min(9_000, session.durationMs / 2), kind: 'click', label: 'Add to basket', page: '/p/lamp', document: '00000000000000a1', dead: true }],
    idle: [], gaps: [],
  }
}

async function serveFile(path: string, response: ServerResponse): Promise<void> {
  const named = path === '/frame' || path === '/player' ? `${path}.html` : path
  const file = join(DIST, normalize(named))
  const found = extname(file) !== '' && file.startsWith(DIST) ? await readFile(file).catch(() => null) : null
  if (!found && extname(named) !== '') return void response.writeHead(404).end()
  if (named === '/frame.html') {
    const html = String(found).replaceAll('__NONCE__', 'bm9uY2U')
    return void response.writeHead(200, { 'Content-Type': TYPES['.html'], 'Content-Security-Policy': FRAME_CSP('bm9uY2U') }).end(html)
  }
  const type = found ? TYPES[extname(file)] : TYPES['.html']
  response.writeHead(200, { 'Content-Type': type ?? 'application/octet-stream', 'Content-Security-Policy': CSP }).end(found ?? (await readFile(join(DIST, 'index.html'))))
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, string>> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return JSON.parse(Buffer.concat(parts).toString() || '{}')
}

const json = (response: ServerResponse, status: number, body: unknown): void => void response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
const problem = (response: ServerResponse, status: number, detail: string): void =>
  void response.writeHead(status, { 'Content-Type': 'application/problem+json' }).end(JSON.stringify({ type: 'about:blank', title: 'Problem', status, detail }))
