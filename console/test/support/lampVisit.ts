// A short visit to a lamp shop: a product page, a dead click on its picture, then the basket.
import type { Recording } from '../../src/player/recording.ts'
import type { Visit } from './cannedServer.ts'
import { doctype, dom, eventList, html, idIn, page, pointer, press, program, scroll, svg, viewport, type NodeSpec } from './recordingWriter.ts'

const CSS = `
*{box-sizing:border-box} body{margin:0;font:16px/1.5 Georgia,serif;color:#26221c;background:#faf7f2}
header{position:sticky;top:0;display:flex;gap:32px;align-items:center;padding:18px 48px;background:#26221c;color:#f3e9d8}
header b{font-size:22px;letter-spacing:.04em} header a{color:inherit;text-decoration:none}
main{display:grid;grid-template-columns:1fr 1fr;gap:48px;max-width:1080px;margin:48px auto;padding:0 24px}
.picture{height:420px;border-radius:12px;background:radial-gradient(circle at 50% 35%,#ffe9b0,#d9a441 55%,#7d5a1f);display:grid;place-items:center}
h1{font-size:40px;margin:0 0 8px} .price{font-size:24px;color:#8a5a12} .buy{padding:14px 28px;border:0;border-radius:999px;background:#b4531b;color:#fff;font:inherit;cursor:pointer}
input{padding:10px 14px;font:inherit;border:1px solid #cbbfae;border-radius:8px} .more{grid-column:1/-1;padding-bottom:400px}
.note{margin-top:16px;padding:12px 16px;border-radius:8px;background:#e5f2e4;color:#245c22}
table{width:100%;border-collapse:collapse} td{padding:14px 0;border-bottom:1px solid #e4dccf}`

const head = html('head', {}, html('title', {}, 'Lamp'), html('link', { rel: 'stylesheet', '=css': CSS }), html('script'))
const shopHeader = () => html('header', {}, html('b', {}, 'Nordlicht'), html('a', { href: '' }, 'Lamps'), html('a', { href: '' }, 'Shades'), html('a', { href: '' }, 'Basket'))

const picture = html('div', { class: 'picture', id: 'picture' }, svg('svg', { width: '120', height: '120', viewBox: '0 0 24 24', fill: 'none', stroke: '#fff' }, svg('path', { d: 'M8 2h8l3 9H5zM12 11v9M8 22h8' })))
const email = html('input', { name: 'email', placeholder: 'Your e-mail', '=value': '' })
const buy = html('button', { class: 'buy', 'data-testid': 'buy' }, 'Put into basket')
const offer = html('section', {}, html('h1', {}, 'Lamp “Ottilie”'), html('p', { class: 'price' }, '€ 89.00'), html('p', {}, 'Opal glass, turned oak, two metres of cable. Made to order in nine days.'), html('p', {}, email), html('p', {}, buy))
const more = html('section', { class: 'more' }, html('h2', {}, 'Care'), html('p', {}, 'A dry cloth is all it needs. ', html('a', { href: '' }, 'Read more')), html('img', { alt: '', '=width': '420', '=height': '240' }))
const lampBody = html('body', {}, shopHeader(), html('main', {}, picture, offer, more))
export const lampPage = page(doctype, html('html', { lang: 'en' }, head, lampBody))
const id = (node: NodeSpec): number => idIn(lampPage, node)

const basketPage = page(
  doctype,
  html('html', { lang: 'en' }, html('head', {}, html('style', { '=css': CSS })), html('body', {}, shopHeader(), html('main', {}, html('section', {}, html('h1', {}, 'Your basket'), html('table', {}, html('tbody', {}, html('tr', {}, html('td', {}, 'Lamp “Ottilie”'), html('td', {}, '€ 89.00')))), html('p', {}, html('button', { class: 'buy' }, 'Pay')))))),
)

/** What changes on the product page, at ms of its own clock, each a program of its own. */
const changes = (dictionary: string[]) => [
  { at: 14_000, event: dom(14_000, program(dictionary).attribute(id(email), '=value', '••••')) },
  { at: 16_000, event: dom(16_000, program(dictionary).attribute(id(email), '=value', '•••••••••••')) },
  { at: 21_000, event: dom(21_000, program(dictionary).insert(id(offer), id(offer.children.at(-1)!), html('p', { class: 'note' }, 'In your basket.'))) },
  { at: 24_000, event: scroll(24_000, 1, 0, 500) },
  { at: 26_000, event: scroll(26_000, 1, 0, 0) },
]

const wander = (at: number, from: [number, number], to: [number, number]) =>
  pointer(at, Array.from({ length: 20 }, (_, i) => [Math.round(from[0] + ((to[0] - from[0]) * i) / 19), Math.round(from[1] + ((to[1] - from[1]) * i) / 19 + 40 * Math.sin(i / 4)), i === 0 ? 0 : 40]))

function lampEvents(until: number): Uint8Array {
  const dictionary: string[] = []
  const events = [
    { at: 0, event: dom(0, program(dictionary).reset().insert(0, 0, lampPage)) },
    { at: 0, event: viewport(0, 1280, 800) },
    { at: 4_000, event: wander(4_000, [900, 120], [330, 330]) },
    { at: 4_900, event: press(4_900, 330, 330) },
    ...changes(dictionary),
    { at: 19_200, event: wander(19_200, [330, 330], [770, 440]) },
    { at: 20_100, event: press(20_100, 770, 440) },
  ]
  return eventList(...events.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at).map(({ event }) => event))
}

function basketEvents(): Uint8Array {
  return eventList(dom(0, program().reset().insert(0, 0, basketPage)), viewport(0, 1280, 800), wander(3_000, [600, 200], [200, 420]), press(4_000, 200, 420))
}

const recording: Recording = {
  session: { id: 'a1', startedAt: 1_760_000_000_000, browser: 'Chrome', os: 'Linux', device: 'desktop', hasRecording: true },
  durationMs: 96_000,
  live: false,
  documents: [
    { id: 'd1', tab: 't', startsAtMs: 0, endsAtMs: 78_000, clockMs: -1000, url: 'https://nordlicht.example/p/ottilie', width: 1280, height: 800 },
    { id: 'd2', tab: 't', startsAtMs: 80_000, endsAtMs: 96_000, clockMs: 80_000, url: 'https://nordlicht.example/basket', width: 1280, height: 800 },
  ],
  marks: [
    { atMs: 0, kind: 'page', label: 'Lamp “Ottilie”', page: '/p/ottilie', document: 'd1', dead: false },
    { atMs: 3_900, kind: 'click', label: 'picture', page: '/p/ottilie', document: 'd1', dead: true },
    { atMs: 13_000, kind: 'input', label: 'Your e-mail', page: '/p/ottilie', document: 'd1', dead: false },
    { atMs: 19_100, kind: 'click', label: 'Put into basket', page: '/p/ottilie', document: 'd1', dead: false },
    { atMs: 23_000, kind: 'scroll', label: '', page: '/p/ottilie', document: 'd1', dead: false },
    { atMs: 80_000, kind: 'page', label: 'Your basket', page: '/basket', document: 'd2', dead: false },
    { atMs: 84_000, kind: 'click', label: 'Pay', page: '/basket', document: 'd2', dead: false },
    { atMs: 86_000, kind: 'submit', label: 'Order', page: '/basket', document: 'd2', dead: false },
  ],
  idle: [{ fromMs: 28_000, toMs: 74_000 }],
  gaps: [{ atMs: 90_000, reason: 'missing', detail: 'The browser could not send about four seconds of it.' }],
}

export const lampVisit: Visit = {
  recording,
  events: (document, _at, until) => (document === 'd1' ? lampEvents(until + 1000) : basketEvents()),
}
