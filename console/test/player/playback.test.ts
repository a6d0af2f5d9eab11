import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { PageState, RecordedPage } from '../../src/frame/recordedPage.ts'
import { createPlayback, type Clock, type Playback } from '../../src/player/playback.ts'
import { createProjector } from '../../src/player/projector.ts'
import type { RecordedDocument, Recording } from '../../src/player/recording.ts'
import { Failure } from '../../src/player/source.ts'

const documentOf = (id: string, startsAtMs: number, endsAtMs: number): RecordedDocument => ({ id, tab: 't', startsAtMs, endsAtMs, clockMs: startsAtMs - 100, url: `https://x.example/${id}`, width: 800, height: 600 })
const visit = (change: Partial<Recording> = {}): Recording => ({
  session: { id: 's', startedAt: 0, browser: '', os: '', device: 'desktop', hasRecording: true },
  durationMs: 200_000, live: false, documents: [documentOf('a', 0, 120_000), documentOf('b', 121_000, 200_000)], marks: [], idle: [], gaps: [], ...change,
})

/** A player without a browser: what it asks for and what it draws are kept as words. */
function aPlayer(recording: Recording, startMs = 0) {
  const said: string[] = []
  let now = 0
  let frames: (() => void)[] = []
  const clock: Clock = { now: () => now, nextFrame: (callback) => void frames.push(callback) }
  const state = (at: number): PageState => ({ at, knownUntil: 0, width: 800, height: 600, pointer: [], skipped: 0 })
  const page = {
    load: async (_: ArrayBuffer, at: number) => (said.push(`load ${at}`), state(at)),
    advance: async (at: number) => (said.push(`advance ${at}`), state(at)),
    append: async () => void said.push('append'),
  } as unknown as RecordedPage
  const answers = { broken: false }
  const source = {
    shared: false,
    contents: async () => recording,
    later: async (document: string, after: number, to: number) => (said.push(`more ${document} ${after}-${to}`), new ArrayBuffer(0)),
    events: async (document: string, from: number, to: number) => {
      said.push(`fetch ${document} ${from}-${to}`)
      if (answers.broken) throw new Failure(0, 'no network')
      return new ArrayBuffer(0)
    },
  }
  const playback = createPlayback(recording, createProjector(source, page), clock, startMs)
  return {
    playback, said, answers,
    /** Lets ms pass in frames, and everything they set off come to its end. */
    async passes(ms: number, frameMs = 100): Promise<void> {
      for (const end = now + ms; now < end; ) {
        now = Math.min(end, now + frameMs)
        const due = frames
        frames = []
        due.forEach((frame) => frame())
        await settled()
      }
    },
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
const moments = ({ state }: Playback): [number, number | null] => [state().ms, state().shownMs]

describe('a player', () => {
  test('shows the moment it is opened at, and stands there', async () => {
    const { playback, said, passes } = aPlayer(visit(), 12_345)
    await passes(500)
    assert.deepEqual(moments(playback), [12_345, 12_345])
    assert.deepEqual(said, ['fetch a 12345-42345', 'load 12445'])
  })

  test('plays at its speed', async () => {
    const { playback, passes } = aPlayer(visit())
    await passes(100)
    playback.play()
    await passes(1_000)
    playback.setSpeed(4)
    await passes(1_000)
    assert.deepEqual(moments(playback), [5_000, 5_000])
  })

  test('fetches ahead without stopping', async () => {
    const { playback, said, passes } = aPlayer(visit(), 30_000)
    await passes(100)
    playback.play()
    await passes(60_000)
    assert.deepEqual(said.filter((word) => !word.startsWith('advance')), ['fetch a 30000-60000', 'load 30100', 'more a 60000-90000', 'append', 'more a 90000-120000', 'append'])
  })

  test('goes over to the next document when its time has come', async () => {
    const { playback, said, passes } = aPlayer(visit(), 119_900)
    await passes(100)
    playback.play()
    await passes(2_000)
    assert.deepEqual(said.filter((word) => !word.startsWith('advance')), ['fetch a 119900-120000', 'load 120000', 'fetch b 121000-151000', 'load 100'])
    assert.equal(playback.state().document?.id, 'b')
  })

  test('has the next document at hand before its time comes', async () => {
    const { playback, said, passes } = aPlayer(visit(), 110_000)
    await passes(100)
    assert.deepEqual(said, ['fetch a 110000-120000', 'load 110100', 'fetch b 121000-151000'])
    playback.seek(121_000)
    await passes(100)
    assert.deepEqual(said.slice(3), ['load 100'])
  })

  test('skips what is idle, and says so, unless told not to', async () => {
    const idle = visit({ idle: [{ fromMs: 1_000, toMs: 41_000 }] })
    const skipping = aPlayer(idle)
    await skipping.passes(100)
    skipping.playback.play()
    await skipping.passes(1_500)
    assert.ok(skipping.playback.state().ms > 40_500)
    assert.ok(skipping.playback.state().skipped!.durationMs > 39_000)

    const patient = aPlayer(idle)
    await patient.passes(100)
    patient.playback.setSkipIdle(false)
    patient.playback.play()
    await patient.passes(1_500)
    assert.equal(patient.playback.state().ms, 1_500)
  })

  test('stops at the end, and begins again from there', async () => {
    const { playback, passes } = aPlayer(visit(), 199_800)
    await passes(100)
    playback.play()
    await passes(1_000)
    assert.deepEqual([playback.state().playing, ...moments(playback)], [false, 200_000, 200_000])
    playback.play()
    await passes(500)
    assert.ok(playback.state().playing && playback.state().ms < 1_000)
  })

  test('draws only the last of many moments asked for in a hurry', async () => {
    const { playback, said, passes } = aPlayer(visit())
    await passes(100)
    said.length = 0
    for (const ms of [20_000, 10_000, 25_000, 28_000]) playback.seek(ms)
    assert.equal(playback.state().shownMs, null)
    await passes(100)
    assert.deepEqual(said.filter((word) => word.startsWith('advance')), ['advance 20100', 'advance 28100'])
    assert.deepEqual(moments(playback), [28_000, 28_000])
  })

  test('does not leap when its tab was hidden', async () => {
    const { playback, passes } = aPlayer(visit())
    await passes(100)
    playback.play()
    await passes(60_000, 60_000)
    assert.ok(playback.state().ms <= 250)
  })

  test('stops when events cannot be had, says why, and tries again when asked', async () => {
    const { playback, answers, passes } = aPlayer(visit())
    await passes(100)
    answers.broken = true
    playback.seek(150_000)
    await passes(100)
    assert.deepEqual([playback.state().failure, playback.state().shownMs], ['no network', null])
    answers.broken = false
    playback.seek(150_000)
    await passes(100)
    assert.deepEqual([playback.state().failure, playback.state().shownMs], [null, 150_000])
  })

  test('fetches nothing twice for a few steps back', async () => {
    const { playback, said, passes } = aPlayer(visit(), 48_000)
    await passes(100)
    playback.seek(43_000)
    await passes(100)
    playback.seek(41_000)
    await passes(100)
    assert.deepEqual(said, ['fetch a 48000-78000', 'load 48100', 'fetch a 40000-70000', 'load 43100', 'load 41100'])
  })
})
