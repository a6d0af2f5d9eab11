// golden/*.bin and their JSON twins: what Java must read as we wrote it. Run with GOLDEN=write to make them anew.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { it } from 'node:test'
import { encodeBatch, encodeEvent, Codec, Lane } from '../src/wire/batch.ts'
import type { EventKind } from '../src/wire/messages.ts'
import * as messages from '../src/wire/messages.ts'
import * as playback from '../src/wire/playback.ts'
import { concat } from '../src/wire/writer.ts'
import { readBatch } from './decode.ts'

const header = {
  siteKey: 'golden-site',
  visitorId: Uint8Array.from({ length: 16 }, (_, i) => i),
  sessionId: Uint8Array.from({ length: 16 }, (_, i) => 16 + i),
  tabId: Uint8Array.from({ length: 8 }, (_, i) => 32 + i),
  documentId: Uint8Array.from({ length: 8 }, (_, i) => 40 + i),
  sentAt: 1_763_000_004_000,
  pageStartedAt: 1_763_000_000_000,
  agentVersion: '0.1.0',
}
const element = {
  tag: 'button',
  testId: 'data-testid=pay',
  role: 'button',
  label: 'Pay now',
  classPath: 'main>button.buy',
  nthPath: 'html>body>main>button',
  interactive: true,
}

const goldens: Record<string, { lane: Lane; events: Uint8Array }> = {
  analysis: {
    lane: Lane.ANALYSIS,
    events: list(
      [
        0,
        messages.pageView,
        {
          url: 'https://shop.example/p/lamp?ref=',
          title: 'Lamp – 00 €',
          navigation: messages.Navigation.RELOAD,
          viewportWidth: 1280,
          viewportHeight: 800,
          pixelRatio: 1.5,
          language: 'de',
          visible: true,
          timezoneOffset: -60,
        },
      ],
      [
        900,
        messages.click,
        {
          id: 1,
          element,
          x: 16384,
          y: 32767,
          box: { x: -5, y: 700, width: 120, height: 40 },
          pointer: 2,
          detail: 1,
          trusted: true,
          node: 7,
          pressedBeforeMs: 80,
        },
      ],
      [920, messages.clickOutcome, { click: 1, response: messages.Outcome.MUTATED, afterMs: 100 }],
      [2500, messages.named, { name: 'ordered', properties: { currency: 'EUR' }, goal: true }],
      [4000, messages.lifecycle, { state: messages.Life.LEFT }],
    ),
  },
  playback: {
    lane: Lane.PLAYBACK,
    events: list(
      [
        50,
        playback.domOps,
        {
          code: Uint8Array.of(1, 2, 0, 0, 7, 2, 1, 2, 0, 1, 2, 0, 4, 1, 0, 0, 0),
          text: ['https://shop.example/', 'html', 'body', 'Grüße 🙂'],
        },
      ],
      [50, playback.viewport, { width: 1280, height: 800 }],
      [300, playback.pointerPath, { dx: [10, -4], dy: [20, 3], dt: [0, 25] }],
      [400, playback.nodeScroll, { node: 1, x: 0, y: 640 }],
      [880, playback.pointerPress, { node: 3, x: 12, y: 14, pointer: 1 }],
    ),
  },
}

for (const [name, { lane, events }] of Object.entries(goldens)) {
  it(`golden/${name}.bin is what we write, and reads as its twin says`, () => {
    const bin = new URL(`../golden/${name}.bin`, import.meta.url)
    const json = new URL(`../golden/${name}.json`, import.meta.url)
    const written = encodeBatch({ ...header, lane, sequence: 2, codec: Codec.RAW, payload: events })
    if (process.env.GOLDEN === 'write') {
      writeFileSync(bin, written)
      writeFileSync(json, JSON.stringify(readable(written), null, 2) + '\n')
    }
    assert.deepEqual(Buffer.from(written), readFileSync(bin))
    assert.deepEqual(readable(readFileSync(bin)), JSON.parse(readFileSync(json, 'utf8')))
  })
}

function list(...events: [number, EventKind<any>, object][]): Uint8Array {
  return concat(events.map(([at, kind, body]) => encodeEvent(at, kind, body)))
}

/** Ids as base64, as JSON knows no bytes. */
function readable(bytes: Uint8Array): unknown {
  return JSON.parse(JSON.stringify(readBatch(bytes)))
}
