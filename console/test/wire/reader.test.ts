import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readEventList, Unreadable } from '../../../js-snippet/src/wire/reader.ts'
import { createDomOpsReader, type DomOp } from '../../../js-snippet/src/wire/reader-domops.ts'
import { comment, dom, eventList, html, page, pointer, press, program, scroll, svg, viewport, type Program } from '../support/recordingWriter.ts'
import { seeded } from '../support/seeded.ts'

const refused = (reason: string) => (error: unknown) => error instanceof Unreadable && error.reason === reason
const read = (...programs: Program[]): DomOp[] => {
  const reader = createDomOpsReader()
  return programs.flatMap(({ code, words }) => reader.read(code, words))
}
const snapshot = () => program().reset().insert(0, 0, page(html('html', {}, html('body', { class: 'a' }, 'Hi'))))

describe('an event list', () => {
  test('gives back what was written, in order', () => {
    const events = readEventList(eventList(viewport(5, 1280, 800), scroll(6, 1, -3, 900), press(7, 10, 20), pointer(8, [[100, 50, 0], [90, 70, 25]])))
    assert.deepEqual(events, [
      { kind: 'viewport', at: 5, width: 1280, height: 800 },
      { kind: 'scroll', at: 6, node: 1, x: -3, y: 900 },
      { kind: 'press', at: 7, node: 0, x: 10, y: 20, pointer: 1 },
      { kind: 'pointer', at: 8, points: [{ at: 8, x: 100, y: 50 }, { at: 33, x: 90, y: 70 }] },
    ])
  })

  test('skips fields and kinds that a newer server may send', () => {
    const newerField = [0x98, 0x06, 0x01] // field 99, varint
    const newerKind = [0x0a, 0x05, 0x08, 0x01, 0xa2, 0x06, 0x00] // an Event { at: 1, field 100: {} }
    assert.deepEqual(readEventList(Uint8Array.from([...newerField, ...newerKind])), [])
  })

  test('refuses bytes that are cut short', () => {
    const whole = eventList(dom(1, snapshot()), viewport(2, 1280, 800))
    for (let length = 1; length < whole.length; length++) {
      try {
        readEventList(whole.subarray(0, length))
      } catch (error) {
        assert.ok(error instanceof Unreadable, String(error))
      }
    }
    assert.throws(() => readEventList(whole.subarray(0, whole.length - 1)), refused('truncated'))
  })

  test('answers garbage with a reason, never with anything else', () => {
    const random = seeded(42)
    for (let round = 0; round < 3000; round++) {
      const garbage = Uint8Array.from({ length: Math.floor(random() * 80) }, () => Math.floor(random() * 256))
      try {
        readEventList(garbage).forEach((event) => event.kind === 'dom' && createDomOpsReader().read(event.code, event.text))
      } catch (error) {
        assert.ok(error instanceof Unreadable, String(error))
      }
    }
  })
})

describe('a program', () => {
  test('numbers nodes in the order they are described', () => {
    const [, insert] = read(snapshot())
    assert.ok(insert?.op === 'insert')
    const root = insert.tree
    const body = root.children[0]!.children[0]!
    assert.deepEqual([root.id, root.children[0]!.id, body.id, body.children[0]!.id], [1, 2, 3, 4])
    assert.deepEqual(body.attributes, [['class', 'a']])
  })

  test('continues ids and dictionary from the program before', () => {
    const dictionary: string[] = []
    const first = program(dictionary).reset().insert(0, 0, page(html('div')))
    const second = program(dictionary).insert(1, 0, html('div', {}, comment('again')))
    const inserted = read(first, second).at(-1)
    assert.ok(inserted?.op === 'insert')
    assert.deepEqual([inserted.tree.id, inserted.tree.name], [3, 'div'])
    assert.equal(second.words.includes('div'), false)
  })

  test('lets a server state the next id', () => {
    const operations = read(snapshot(), program().numbers(11, 70).insert(1, 0, svg('path')))
    const last = operations.at(-1)
    assert.ok(last?.op === 'insert')
    assert.equal(last.tree.id, 70)
  })

  test('reads every other operation', () => {
    const later = program().remove(3).move(4, 2, 0).attribute(2, 'lang', null).text(4, 'Ho')
    later.numbers(7, 2, 0).string('a{}').numbers(7, 0, 5, 1).string('b{}').numbers(8, 2, 0).numbers(9, 5).string('c{}').numbers(10, 1, 2, 5, 6)
    assert.deepEqual(read(snapshot(), later).slice(2), [
      { op: 'remove', node: 3 },
      { op: 'move', node: 4, parent: 2, previous: 0 },
      { op: 'attribute', node: 2, name: 'lang', value: null },
      { op: 'text', node: 4, value: 'Ho' },
      { op: 'insert-rule', node: 2, sheet: 0, index: 0, text: 'a{}' },
      { op: 'insert-rule', node: 0, sheet: 5, index: 1, text: 'b{}' },
      { op: 'delete-rule', node: 2, sheet: 0, index: 0 },
      { op: 'sheet', sheet: 5, text: 'c{}' },
      { op: 'adopt', root: 1, sheets: [5, 6] },
    ])
  })

  test('is refused without the snapshot it builds on', () => {
    assert.throws(() => read(program().remove(3)), refused('out-of-step'))
  })

  test('once refused, takes all that follow along, until the next reset', () => {
    const reader = createDomOpsReader()
    const take = ({ code, words }: Program) => reader.read(code, words)
    take(snapshot())
    assert.throws(() => take(program().numbers(99)), refused('unknown-operation'))
    assert.throws(() => take(program().remove(3)), refused('out-of-step'))
    assert.equal(take(snapshot()).length, 2)
  })

  for (const [what, broken, reason] of [
    ['ends in the middle of an operation', program().reset().numbers(4, 2), 'truncated'],
    ['promises more attributes than there are numbers', program().reset().numbers(2, 0, 0, 1).string('p').numbers(4_000_000_000), 'truncated'],
    ['names a dictionary entry that is not there', program().reset().numbers(2, 0, 0, 4, 900), 'malformed'],
    ['describes a kind of node that is not there', program().reset().numbers(2, 0, 0, 12), 'malformed'],
    ['leaves text over', withTextLeft(), 'malformed'],
    ['nests too deep', program().reset().numbers(2, 0, 0, ...new Array(2000).fill(8)), 'too-large'],
    ['states the id 0', program().reset().numbers(11, 0), 'malformed'],
  ] as const) {
    test(`that ${what} is refused as ${reason}`, () => {
      assert.throws(() => read(broken), refused(reason))
    })
  }
})

function withTextLeft(): Program {
  const whole = program().reset().remove(1)
  whole.words.push('nobody asked for this')
  return whole
}
