import { element, type Tree } from './recording.ts'

/** The page of a lamp in a made-up shop: what the fake server's recording shows and its clicks fell on. */
const CSS = `
body{margin:0;font:16px/1.5 Georgia,serif;color:#2b2a28;background:#fff}
header{display:flex;gap:32px;align-items:center;padding:20px 48px;border-bottom:1px solid #e7e2da}
header b{font-size:22px;letter-spacing:.04em}nav a{margin-right:24px;color:#6b5f4e;text-decoration:none}
main{display:grid;grid-template-columns:repeat(auto-fit,minmax(300px,1fr));gap:48px;padding:48px;max-width:1100px;margin:auto}
.photo{height:440px;border-radius:12px;background:linear-gradient(160deg,#f3e7cf,#c9a66b)}
h1{font-size:38px;margin:0}.price{font-size:24px;margin:12px 0}
button{font:inherit;padding:12px 28px;border:0;border-radius:999px;background:#2f4f3e;color:#fff}
button.plain{background:#eee7da;color:#2b2a28;margin-left:8px}
.tabs span{display:inline-block;padding:10px 18px;border-bottom:2px solid #d8cfc0;margin-top:32px}
section{padding:48px;max-width:1100px;margin:auto}.grid{display:flex;flex-wrap:wrap;gap:24px}
.grid a{flex:1 1 200px;height:180px;border-radius:10px;background:#efe9de;padding:16px;color:inherit;text-decoration:none}
footer{padding:40px 48px;background:#2b2a28;color:#d8cfc0}footer a{color:inherit;margin-right:24px}`

const link = (id: string, label: string): Tree => element('a', { id }, label)

export const lampPage: Tree = element('html', { lang: 'en' },
  element('head', {}, element('title', {}, 'Lamp Ottilie'), element('style', { '=css': CSS })),
  element('body', {},
    element('header', {}, element('b', {}, 'Nordlicht'),
      element('nav', {}, link('nav-lamps', 'Lamps'), link('nav-chairs', 'Chairs'), link('nav-sale', 'Sale'), link('nav-basket', 'Basket'))),
    element('main', {},
      element('div', { class: 'photo', id: 'photo' }),
      element('div', {},
        element('h1', {}, 'Lamp Ottilie'),
        element('p', { class: 'price' }, '€ 129'),
        element('p', {}, 'A table lamp with a linen shade, turned from one piece of ash. It warms a corner and never shouts.'),
        element('button', { id: 'add-to-basket' }, 'Add to basket'),
        element('button', { id: 'remember', class: 'plain' }, 'Remember'),
        element('div', { class: 'tabs' }, element('span', { id: 'tab-details' }, 'Details'), element('span', { id: 'tab-delivery' }, 'Delivery')))),
    element('section', {},
      element('h2', {}, 'Goes well with'),
      element('div', { class: 'grid' }, link('also-chair', 'Chair Henrik'), link('also-rug', 'Rug Maren'), link('also-shade', 'Spare shade'))),
    element('section', {}, ...Array.from({ length: 8 }, (_, at) => element('p', {}, `Note ${at + 1}. Linen ages well: keep it out of the midday sun, dust it with a soft brush and turn the shade now and then.`))),
    element('footer', {}, link('imprint', 'Imprint'), link('privacy', 'Privacy'), link('returns', 'Returns'))))

/** What was clicked: id, label, tag and how often. The voucher field is in no recording: it came and went with a sale. */
export const clicked = [
  ['add-to-basket', 'Add to basket', 'button', 412],
  ['photo', '', 'div', 268],
  ['tab-delivery', 'Delivery', 'span', 143],
  ['nav-sale', 'Sale', 'a', 121],
  ['also-chair', 'Chair Henrik', 'a', 84],
  ['tab-details', 'Details', 'span', 71],
  ['remember', 'Remember', 'button', 52],
  ['voucher', 'Voucher code', 'input', 39],
  ['nav-basket', 'Basket', 'a', 33],
  ['also-rug', 'Rug Maren', 'a', 17],
  ['returns', 'Returns', 'a', 12],
  ['imprint', 'Imprint', 'a', 1],
] as const
