import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { startCannedServer, type CannedServer } from '../support/cannedServer.ts'
import { startChromium } from '../support/chromium.ts'
import { lampPage } from '../support/lampVisit.ts'
import { comment, content, doctype, dom, eventList, html, idIn, mathml, page, pointer, press, program, scroll, shadow, svg, viewport, type NodeSpec } from '../support/recordingWriter.ts'
import { seeded } from '../support/seeded.ts'
import { onWorkbench, type Workbench } from './onWorkbench.ts'

let browser: Browser
let server: CannedServer
let bench: Workbench
before(async () => {
  browser = await startChromium()
  server = await startCannedServer()
  bench = await onWorkbench(browser, server)
})
after(async () => {
  await browser.close()
  await server.close()
})

const snapshot = (tree: NodeSpec) => dom(0, program().reset().insert(0, 0, tree))
const bodyOf = (...children: NodeSpec[]): NodeSpec => page(doctype, html('html', {}, html('head'), html('body', {}, ...children)))
const showing = (...children: NodeSpec[]) => bench.load(eventList(snapshot(bodyOf(...children)), viewport(0, 800, 600)), 0)
const body = async (): Promise<string> => /<body>(.*)<\/body>/s.exec(await bench.html())![1]!

describe('a recorded page', () => {
  test('is the document that was recorded', async () => {
    const state = await showing(
      html('p', { class: 'a', 'data-x': '1' }, 'one ', html('b', {}, 'two'), comment('three')),
      svg('svg', { viewBox: '0 0 4 4' }, svg('linearGradient', { id: 'g' }), svg('use', { 'xlink:href': '#g' })),
      mathml('math', {}, mathml('mi', {}, 'x')),
      html('template', {}, content(html('i'))),
    )
    assert.deepEqual([state.width, state.height, state.skipped, state.damage], [800, 600, 0, undefined])
    assert.equal(
      await body(),
      '<p class="a" data-x="1">one <b>two</b><!--three--></p><svg viewBox="0 0 4 4"><linearGradient id="g"></linearGradient>' +
        '<use href="#g"></use></svg><math><mi>x</mi></math><template><#content><i></i></#content></template>',
    )
    assert.equal(await bench.frame.evaluate(() => document.doctype?.name), 'html')
  })

  test('follows insertions, moves, removals, attributes and text', async () => {
    const [one, two, three] = [html('i', {}, '1'), html('i', {}, '2'), html('i', {}, '3')]
    const tree = bodyOf(one, two, three)
    const [bodyId, id1, id2, id3] = [idIn(tree, one) - 1, idIn(tree, one), idIn(tree, two), idIn(tree, three)]
    const changes = program()
      .move(id3, bodyId, 0)
      .remove(id2)
      .attribute(id1, 'class', 'x')
      .attribute(id1, 'class', null)
      .attribute(id1, 'title', 'y')
      .text(id1 + 1, 'one')
      .insert(bodyId, id1, html('u', {}, 'new'))
      .text(id2 + 1, 'gone already')
    const state = await bench.load(eventList(snapshot(tree), dom(10, changes)), 10)
    assert.equal(await body(), '<i>3</i><i title="y">one</i><u>new</u>')
    assert.equal(state.skipped, 1)
  })

  test('shows what fields show, without that being markup', async () => {
    await showing(html('input', { '=value': '•••', type: 'text' }), html('input', { type: 'checkbox', '=checked': '1' }), html('select', {}, html('option', {}, 'a'), html('option', { '=selected': '1' }, 'b')))
    assert.deepEqual(await bench.frame.evaluate(() => [...document.querySelectorAll<HTMLInputElement>('input,select')].map(({ value, checked }) => [value, checked])), [['•••', false], ['on', true], ['b', undefined]])
  })

  test('has its shadow roots, style sheets and adopted sheets', async () => {
    const host = html('x-card', {}, shadow(html('p', {}, 'inside')))
    const tree = bodyOf(host, html('p', {}, 'outside'))
    tree.children[1]!.children[0]!.children.push(html('link', { rel: 'stylesheet', '=css': 'p { color: rgb(1, 2, 3) }' }), html('style', { '=css': 'p { margin: 7px }' }, 'p { margin: 9px !important }'))
    const root = idIn(tree, host.children[0]!)
    const link = idIn(tree, host) - 4
    const changes = program().numbers(9, 5).string('p { color: rgb(4, 5, 6) }').numbers(10, root, 1, 5)
    changes.numbers(7, link, 1).string('p { padding: 3px }')
    await bench.load(eventList(snapshot(tree), dom(1, changes)), 1)
    const look = await bench.frame.evaluate(() => {
      const [inside, outside] = [document.querySelector('x-card')!.shadowRoot!.querySelector('p')!, document.querySelector('body > p')!].map((each) => getComputedStyle(each))
      return [inside!.color, outside!.color, outside!.marginLeft, document.styleSheets[0]!.cssRules.length]
    })
    assert.deepEqual(look.slice(0, 3), ['rgb(4, 5, 6)', 'rgb(1, 2, 3)', '7px'])
  })

  test('builds the document of a frame in the place of the frame', async () => {
    await showing(html('iframe', { width: '300', height: '100', class: 'f' }, page(html('html', {}, html('body', {}, html('h1', {}, 'framed'))))))
    const [text, width] = await bench.frame.evaluate(() => {
      const host = document.querySelector('.f')!
      return [host.shadowRoot!.querySelector('h1')!.textContent, host.getBoundingClientRect().width]
    })
    assert.deepEqual([text, width], ['framed', 304])
  })

  test('opens dialogs as modal and popovers', async () => {
    await showing(html('dialog', { '=modal': '1', open: '' }, 'Sure?'), html('div', { popover: 'auto', '=popover': '1' }, 'Hint'))
    assert.deepEqual(await bench.frame.evaluate(() => [document.querySelector(':modal')?.textContent, document.querySelector(':popover-open')?.textContent]), ['Sure?', 'Hint'])
  })

  test('keeps the place of what it has no content of', async () => {
    await showing(html('img', { '=width': '200', '=height': '90', src: 'https://shop.example/a.png' }), html('span', { '=blocked': '1', '=width': '120', '=height': '30' }))
    const boxes = await bench.frame.evaluate(() => [...document.querySelectorAll('img,span')].map((each) => (({ width, height }) => [width, height])(each.getBoundingClientRect())))
    assert.deepEqual(boxes, [[200, 90], [120, 30]])
  })

  test('is scrolled as the visitor had it, once it has the size of their window', async () => {
    const inner = html('div', { style: 'height:50px;overflow:auto', '=y': '40' }, html('div', { style: 'height:500px' }))
    await bench.load(eventList(snapshot(bodyOf(html('div', { style: 'height:3000px' }), inner)), viewport(0, 500, 400), scroll(5, 1, 0, 700)), 5)
    assert.deepEqual(await bench.frame.evaluate(() => [innerWidth, innerHeight, scrollY, document.querySelectorAll('div')[1]!.scrollTop]), [500, 400, 700, 40])
  })

  test('tells where the pointer went since the picture before, and where it rests', async () => {
    const events = eventList(snapshot(bodyOf()), pointer(1000, [[10, 10, 0], [20, 20, 100], [30, 30, 100]]), press(1150, 22, 22))
    assert.deepEqual((await bench.load(events, 1120)).pointer.map(({ at, x, press }) => [at, x, press]), [[1000, 10, false], [1100, 20, false]])
    assert.deepEqual((await bench.advance(9000)).pointer.map(({ at, x, press }) => [at, x, press]), [[1150, 22, true], [1200, 30, false]])
    assert.deepEqual((await bench.load(events, 9000)).pointer.map(({ at }) => at), [1200])
  })

  test('says what could not be read, and goes on with the next snapshot', async () => {
    const broken = eventList(snapshot(bodyOf()), dom(5, program().numbers(77)), dom(6, program().remove(4)), dom(9, program().reset().insert(0, 0, bodyOf(html('b', {}, 'again')))))
    assert.match((await bench.load(broken, 7)).damage ?? '', /operation 77/)
    await bench.advance(9)
    assert.equal(await body(), '<b>again</b>')
  })

  test('survives a form whose fields are named like the methods of the DOM', async () => {
    const form = html('form', { name: 'createElementNS', id: 'documentElement' }, ...['setAttribute', 'insertBefore', 'firstChild', 'parentNode', 'getAttributeNames'].map((name) => html('input', { name, id: name })))
    const tree = bodyOf(form, html('form', { name: 'adoptedStyleSheets' }))
    const id = idIn(tree, form)
    const state = await bench.load(eventList(snapshot(tree), dom(1, program().attribute(id, 'class', 'late').insert(id, 0, html('p', {}, 'in')))), 1)
    assert.equal(state.damage, undefined)
    assert.match(await body(), /^<form class="late".*?><p>in<\/p><input/)
  })
})

describe('playing on', () => {
  test('gives the same document as starting there, wherever one stops (law)', async () => {
    for (const seed of [1, 2, 3]) {
      const { events, end } = randomRecording(seed)
      const moments = [0.2, 0.5, 0.8, 1].map((share) => Math.round(end * share))
      const played: string[] = []
      await bench.load(events, 0)
      for (const moment of moments) {
        await bench.advance(moment)
        played.push(await bench.html())
      }
      for (const [i, moment] of [...moments.entries()].reverse()) {
        await bench.load(events, moment)
        assert.equal(await bench.html(), played[i], `seed ${seed} at ${moment}`)
      }
    }
  })

  test('going back and forth over what stands gives the page that one would see anew (law)', async () => {
    for (const seed of [11, 12, 13]) {
      const { events, snapshots } = randomWalk(seed)
      const anew: string[] = []
      for (const snapshot of snapshots) {
        await bench.load(snapshot, 0)
        anew.push(await bench.html())
      }
      const random = seeded(seed)
      for (let step = 0; step < 12; step++) {
        const which = Math.floor(random() * snapshots.length)
        // In between, changes of other moments come over it, as when it plays on.
        await bench.load(snapshots[which]!, 0, step > 0)
        assert.equal(await bench.html(), anew[which], `seed ${seed}, step ${step}`)
        await bench.append(events[which]!)
        await bench.advance(50)
      }
    }
  })

  test('what nothing changed in is the same node as before, and is not laid out again', async () => {
    const [kept, gone, late] = [html('p', { class: 'a' }, 'kept'), html('p', {}, 'gone'), html('p', {}, 'late')]
    const tree = (...children: NodeSpec[]) => bodyOf(...children)
    await bench.load(eventList(snapshot(tree(kept, gone, late)), viewport(0, 800, 600)), 0)
    await bench.frame.evaluate(() => Object.assign(window, { before: [...document.querySelectorAll('p')] }))
    const later = program().reset().numbers(2, 0, 0, 7).string('https://shop.example/').numbers(6).string('html').numbers(0, 0)
    later.numbers(1).string('html').numbers(0, 1).string('head').numbers(0, 0, 1).string('body').numbers(0)
    later.numbers(1).string('p').numbers(1).string('class').string('b').numbers(4).string('kept').numbers(0, 0, 0, 0).numbers(11, 10, 2, 5, 6, 1).string('p').numbers(0, 4).string('late').numbers(0)
    const state = await bench.load(eventList(dom(0, later), viewport(0, 800, 600)), 0, true)
    assert.equal(state.damage, undefined)
    assert.equal(await body(), '<p class="b">kept</p><p>late</p>')
    assert.deepEqual(await bench.frame.evaluate(() => [...document.querySelectorAll('p')].map((each) => (window as never as { before: Element[] }).before.indexOf(each))), [0, 2])
  })

  test('takes a later answer that overlaps what is known', async () => {
    const first = program().reset().insert(0, 0, bodyOf(html('b', {}, '0')))
    const second = dom(50, program().text(7, '1'))
    const third = dom(90, program().insert(5, 6, html('i', {}, '2')))
    await bench.load(eventList(dom(0, first), second), 50)
    const keyframe = program().reset().insert(0, 0, bodyOf(html('b', {}, '1')))
    await bench.append(eventList(dom(50, keyframe), third))
    await bench.advance(100)
    assert.equal(await body(), '<b>1</b><i>2</i>')
  })
})

describe('for a heatmap', () => {
  test('the frame grows to the height of the document, and what filled the window stays as it was', async () => {
    const tree = bodyOf(html('div', { id: 'hero', style: 'height:100vh' }), html('div', { id: 'rest' }))
    tree.children[1]!.children[0]!.children.push(html('style', { '=css': 'body{margin:0} #rest{min-height:250vh}' }))
    await bench.load(eventList(snapshot(tree), viewport(0, 800, 600)), 0)
    assert.deepEqual(await bench.fullHeight(), { width: 800, height: 2100 })
    assert.deepEqual(await bench.frame.evaluate(() => [innerHeight, document.querySelector('#hero')!.clientHeight]), [2100, 600])
  })

  test('elements are found by their fingerprints, or not at all', async () => {
    await bench.load(eventList(snapshot(lampPage), viewport(0, 1280, 800)), 0)
    const [buy, gone, header] = await bench.boxes([
      { tag: 'button', testId: 'data-testid=buy', nthPath: 'html>body>somewhere:nth-of-type(3)>else' },
      { tag: 'button', testId: 'data-testid=sell' },
      { tag: 'header', nthPath: 'html>body>header' },
    ])
    assert.ok(buy && buy.width > 100 && !buy.fixed, JSON.stringify(buy))
    assert.equal(gone, null)
    assert.deepEqual([header?.x, header?.y, header?.fixed], [0, 0, true])
  })
})

/**
 * Snapshots of one page at several moments, in which the same numbers stand for the same nodes, as the server writes them; and for
 * each moment a change that plays on from it.
 */
function randomWalk(seed: number): { snapshots: Uint8Array[]; events: Uint8Array[] } {
  const random = seeded(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  interface Kid { id: number; tag: string; attributes: [string, string][]; text: string; kids: Kid[] }
  let nextId = 6
  const tags = ['div', 'p', 'span', 'input', 'select', 'textarea', 'details', 'x-card', 'dialog'] as const
  const kid = (): Kid => ({ id: nextId++, tag: pick(tags), attributes: [['data-n', String(nextId)]], text: '', kids: [] })
  const all = (kids: Kid[]): Kid[] => kids.flatMap((each) => [each, ...all(each.kids)])
  let kids = Array.from({ length: 12 }, kid)
  const step = (): void => {
    const chance = random()
    const holders = [kids, ...all(kids).filter(({ tag }) => /div|p|span|x-card/.test(tag)).map((each) => each.kids)]
    const [from, to] = [pick(holders), pick(holders)]
    if (chance < 0.35) to.splice(Math.floor(random() * (to.length + 1)), 0, kid())
    else if (chance < 0.55 && from.length > 0) from.splice(Math.floor(random() * from.length), 1)
    else if (chance < 0.75 && from.length > 0) {
      const [moved] = from.splice(Math.floor(random() * from.length), 1)
      const into = all([moved!]).some((each) => each.kids === to) ? from : to
      into.splice(Math.floor(random() * (into.length + 1)), 0, moved!)
    } else if (all(kids).length > 0) {
      const changed = pick(all(kids))
      const name = pick(['class', 'style', 'title', '=value', '=checked', '=y'])
      changed.attributes = [...changed.attributes.filter(([other]) => other !== name), ...(random() < 0.3 ? [] : [[name, pick(['1', '2', 'color:red'])] as [string, string]])]
    }
  }
  const write = (): Uint8Array => {
    const written = program().reset()
    written.insert(0, 0, bodyOf())
    const describe = (parent: number, list: Kid[]): void => {
      let previous = 0
      for (const each of list) {
        written.numbers(11, each.id, 2, parent, previous, 1).string(each.tag).numbers(each.attributes.length)
        each.attributes.forEach(([name, value]) => written.string(name).string(value))
        written.numbers(0)
        describe(each.id, each.kids)
        previous = each.id
      }
    }
    describe(5, kids)
    return eventList(dom(0, written), viewport(0, 800, 600))
  }
  const change = (): Uint8Array => {
    const written = program().numbers(11, nextId + 1000)
    const some = all(kids).slice(0, 3)
    some.forEach(({ id }, i) => (i === 0 ? written.attribute(id, 'class', 'played') : i === 1 ? written.remove(id) : written.insert(id, 0, html('b', {}, 'played'))))
    return eventList(dom(10, written))
  }
  const snapshots: Uint8Array[] = []
  const events: Uint8Array[] = []
  for (let moment = 0; moment < 6; moment++) {
    for (let i = 0; i < 12; i++) step()
    snapshots.push(write())
    events.push(change())
  }
  return { snapshots, events }
}

/** A page that elements come into, wander about in and leave, at random but the same for a seed. */
function randomRecording(seed: number): { events: Uint8Array; end: number } {
  const random = seeded(seed)
  const pick = <T>(list: T[]): T => list[Math.floor(random() * list.length)]!
  const root = bodyOf()
  const bodyId = 5
  const alive = [bodyId]
  const children = new Map<number, number[]>([[bodyId, []]])
  const parents = new Map<number, number>()
  let nextId = 6
  const events = [snapshot(root)]
  const at = (step: number): number => step * 10
  const leave = (id: number): void => void children.get(parents.get(id)!)!.splice(children.get(parents.get(id)!)!.indexOf(id), 1)
  const enter = (id: number, parent: number): number => {
    const siblings = children.get(parent)!
    const place = Math.floor(random() * (siblings.length + 1))
    siblings.splice(place, 0, id)
    parents.set(id, parent)
    return place === 0 ? 0 : siblings[place - 1]!
  }
  const isWithin = (id: number | undefined, root: number): boolean => id !== undefined && (id === root || isWithin(parents.get(id), root))
  const steps = 120
  for (let step = 1; step <= steps; step++) {
    const written = program()
    const chance = random()
    const [node, parent] = [pick(alive), pick(alive)]
    if (chance < 0.5 || node === bodyId) {
      const id = nextId++
      const previous = enter(id, parent)
      children.set(id, [])
      alive.push(id)
      written.insert(parent, previous, html(pick(['div', 'p', 'span']), { 'data-n': String(id) }))
    } else if (chance < 0.7 && !isWithin(parent, node)) {
      leave(node)
      const previous = enter(node, parent)
      written.move(node, parent, previous)
    } else if (chance < 0.85) written.attribute(node, pick(['class', 'style', '=y']), pick(['1', 'color:red', null as never]))
    else {
      leave(node)
      for (const id of alive.filter((each) => isWithin(each, node))) alive.splice(alive.indexOf(id), 1)
      written.remove(node)
    }
    events.push(dom(at(step), written))
  }
  return { events: eventList(...events), end: at(steps) }
}
