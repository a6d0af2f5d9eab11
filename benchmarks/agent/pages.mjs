// The pages, the same in every run: random numbers come from a seed, nothing is fetched.
import { EDGE } from './edge.mjs'

function seeded(seed) {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const WORDS =
  'lamp table garden window paper river winter yellow narrow letter question morning bridge copper quiet market corner station pocket silver'.split(
    ' ',
  )
const STYLE =
  'body{font:16px/1.5 sans-serif;margin:2em}.card{border:1px solid #ccc;padding:1em;margin:.5em}td{padding:2px 8px}.on{background:#eef}'

const words = (random, count) => Array.from({ length: count }, () => WORDS[random(WORDS.length)]).join(' ')
const page = (title, body, script) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style><!--agent--></head><body>${body}<script>${script}</script></body></html>`

function article() {
  const random = seeded(1)
  const section = (_, i) =>
    `<section><h2 id="s${i}">${words(random, 4)}</h2>` +
    Array.from({ length: 6 }, () => `<p>${words(random, 50)} <a href="/about/${words(random, 1)}">${words(random, 2)}</a> ${words(random, 20)}</p>`).join('') +
    '</section>'
  return page('Article', Array.from({ length: 45 }, section).join(''), '')
}

function shop() {
  const random = seeded(2)
  const goods = Array.from({ length: 120 }, () => words(random, 3))
  return page(
    'Shop',
    '<input id="q" placeholder="Search"><p id="n"></p><div id="list"></div>',
    `const goods=${JSON.stringify(goods)},list=document.querySelector('#list')
     const draw=(part)=>{const found=goods.filter((g)=>g.includes(part));document.querySelector('#n').textContent=found.length+' found'
       list.innerHTML=found.map((g)=>'<div class="card"><h3>'+g+'</h3><button>Buy</button></div>').join('')}
     document.querySelector('#q').oninput=(e)=>draw(e.target.value)
     list.onclick=(e)=>{if(e.target.localName==='button')e.target.textContent='Bought'};draw('')`,
  )
}

function dashboard() {
  const random = seeded(3)
  const card = (_, i) => `<div class="card" id="c${i}"><b>${words(random, 2)}</b> <span class="v">${i}</span></div>`
  return page(
    'Dashboard',
    '<ul id="feed"></ul>' + Array.from({ length: 60 }, card).join(''),
    `let tick=0;const feed=document.querySelector('#feed'),values=document.querySelectorAll('.v')
     setInterval(()=>{if(tick++>60)return;for(let i=0;i<8;i++)values[(tick*7+i*11)%60].textContent=(tick*37+i*101)%997
       values[tick%60].className='v '+(tick%2?'on':'');const li=document.createElement('li');li.textContent='event number '+tick;feed.prepend(li)
       if(feed.children.length>30)feed.lastChild.remove()},200)`,
  )
}

function table() {
  const random = seeded(4)
  const row = (_, i) => `<tr data-k="${i}"><td>${i}</td><td>${words(random, 2)}</td><td>${random(10000)}</td><td><a href="/row/${i}">view</a></td></tr>`
  return page(
    'Table',
    `<button id="sort">Sort</button><table><tbody id="rows">${Array.from({ length: 5000 }, row).join('\n')}</tbody></table>`,
    `document.querySelector('#sort').onclick=()=>{const body=document.querySelector('#rows')
       body.append(...[...body.rows].sort((a,b)=>a.cells[2].textContent-b.cells[2].textContent))}`,
  )
}

/** A page of about so many nodes. */
function large(nodes) {
  const random = seeded(5)
  // A row is nine nodes: itself, its three cells and their texts, a link and the line's end.
  const row = (_, i) => `<tr><td>${i}</td><td>${words(random, 2)}</td><td><a href="/row/${i}">view</a></td></tr>`
  return page('Large', `<table><tbody>${Array.from({ length: nodes / 9 }, row).join('\n')}</tbody></table>`, '')
}

/** Pages whose picture takes long. */
export const LARGE = { '65000nodes': large(65_000), '150000nodes': large(150_000) }
export const PAGES = { article: article(), shop: shop(), dashboard: dashboard(), table: table(), edge: EDGE, ...LARGE }
export const THROTTLE = { dashboard: 4 }

/** What the visitor does, in about five seconds. */
export const VISITS = {
  async article(page, wait) {
    for (let i = 0; i < 20; i++) await page.mouse.wheel(0, 400).then(() => wait(150))
  },
  async shop(page, wait) {
    await page.click('#q')
    await page.keyboard.type('lam', { delay: 200 })
    await page.fill('#q', '')
    for (let i = 1; i < 6; i++) await page.click(`.card:nth-child(${i}) button`).then(() => wait(300))
  },
  async dashboard(page, wait) {
    for (let i = 0; i < 40; i++) await page.mouse.move(100 + i * 15, 100 + ((i * 37) % 300)).then(() => wait(100))
  },
  async table(page, wait) {
    await wait(2500)
    await page.click('#sort')
    await wait(2500)
  },
}
