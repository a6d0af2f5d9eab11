import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addressAt, documentAt, type Mark, type Recording } from '../../src/player/recording.ts'
import { indexAt, leadInto, neighbour, segmentsOf, storyOf } from '../../src/player/story.ts'
import { thinOut } from '../../src/player/thinOut.ts'
import { clockTime, span } from '../../src/player/text.ts'
import { lampVisit } from '../support/lampVisit.ts'

const { recording } = lampVisit
const mark = (change: Partial<Mark>): Mark => ({ atMs: 0, kind: 'click', label: '', page: '/', document: 'd1', dead: false, ...change })
const withMarks = (...marks: Mark[]): Recording => ({ ...recording, marks, idle: [], gaps: [] })

describe('the story of a visit', () => {
  test('tells pages, deeds, quiet and gaps in the order they happened', () => {
    assert.deepEqual(storyOf(recording).map(({ kind }) => kind), ['page', 'click', 'input', 'click', 'scroll', 'idle', 'page', 'click', 'submit', 'gap'])
  })

  test('names what has no label without quoting it', () => {
    const sentences = storyOf(withMarks(mark({}), mark({ kind: 'input' }), mark({ kind: 'goal', label: 'paid' }))).map(({ sentence }) => sentence)
    assert.deepEqual(sentences, ['Clicked', 'Typed into a field', 'Reached the goal “paid”'])
  })

  test('leads to shortly before a click, and to a page as it opens', () => {
    const [page, click] = storyOf(withMarks(mark({ kind: 'page', atMs: 5_000 }), mark({ atMs: 9_000 })))
    assert.deepEqual([leadInto(page!), leadInto(click!)], [5_000, 7_000])
  })

  test('the next happening is the one not yet led into, the one before is not the one just begun', () => {
    const story = storyOf(withMarks(mark({ atMs: 10_000 }), mark({ atMs: 20_000 })))
    assert.equal(neighbour(story, 8_000, 1)?.atMs, 20_000)
    assert.equal(neighbour(story, 18_000, -1)?.atMs, 10_000)
    assert.equal(neighbour(story, 18_000, 1), undefined)
    assert.equal(indexAt(story, 9_999), -1)
  })

  test('has one segment per page, up to the next', () => {
    assert.deepEqual(segmentsOf(recording).map(({ fromMs, toMs }) => [fromMs, toMs]), [[0, 80_000], [80_000, 96_000]])
  })

  test('keeps a dead click in sight among a thousand others', () => {
    const story = storyOf(withMarks(...Array.from({ length: 1000 }, (_, i) => mark({ atMs: i * 3, dead: i === 500 }))))
    const shown = thinOut(story, 96_000)
    assert.ok(shown.length < 12)
    assert.equal(shown.filter(({ dead }) => dead).length, 1)
  })
})

describe('the document to show', () => {
  const [first, second] = recording.documents
  test('is the one recorded then, the one before in between, and the first before all', () => {
    assert.equal(documentAt(recording, 500), first)
    assert.equal(documentAt(recording, 79_000), first)
    assert.equal(documentAt(recording, 80_000), second)
    assert.equal(documentAt({ ...recording, documents: [second!] }, 10), second)
  })

  test('is the one opened last when two tabs were open', () => {
    const background = { ...first!, endsAtMs: 96_000 }
    assert.equal(documentAt({ ...recording, documents: [background, second!] }, 85_000), second)
  })

  test('has the address that the page gave itself since', () => {
    const marks = [mark({ kind: 'page', page: '/p/ottilie' }), mark({ kind: 'page', page: '/p/ottilie/care', atMs: 4_000 })]
    assert.equal(addressAt(withMarks(...marks), first!, 3_000), 'https://nordlicht.example/p/ottilie')
    assert.equal(addressAt(withMarks(...marks), first!, 4_000), 'https://nordlicht.example/p/ottilie/care')
  })
})

test('times read like those of any player', () => {
  assert.deepEqual([0, 7_900, 760_000, 3_723_000].map(clockTime), ['0:00', '0:07', '12:40', '1:02:03'])
  assert.deepEqual([400, 36_000, 240_000].map(span), ['1 s', '36 s', '4 min'])
})
