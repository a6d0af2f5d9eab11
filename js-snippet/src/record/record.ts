import { stopAll } from '../page/page.ts'
import type { Recorder, RecorderHost } from '../recording.ts'
import { createOpsWriter } from '../wire/domops-writer.ts'
import { domOps, viewport } from '../wire/playback.ts'
import { createChanges } from './changes.ts'
import { insert } from './describe.ts'
import { createFields } from './fields.ts'
import { recordPointer } from './pointer.ts'
import { createRoots } from './roots.ts'
import { recordScrolls } from './scrolls.ts'
import { createSheets } from './sheets.ts'
import { createSlices, SLICE } from './slices.ts'
import type { Take } from './take.ts'
import { createToldTree } from './told.ts'
import type { Told } from './told.ts'

// What changes without an event: values set by scripts, adopted sheets.
const LOOKED_AT_EVERY = 500
const LARGEST_EVENT = 24 * 1024

/** One recording: a snapshot, in slices, and everything that happens from then on. `onBroken`: it cannot go on. */
export function record(host: RecorderHost, onBroken: () => void): Recorder {
  const { page, now } = host
  let unfinished = new Set<Told>()
  let repeated = new Set<Told>()
  let sliceEnd = 0
  let committing = false
  let stopped = false

  const take: Take = {
    host,
    ops: createOpsWriter(),
    tree: createToldTree((node) => {
      fields.remove(node)
      roots.leave(node)
    }),
    isFull: () => now() > sliceEnd || take.ops.size() > LARGEST_EVENT,
    later(told) {
      unfinished.add(told)
      slices.ask()
    },
    again: (told) => repeated.add(told),
    takeAgain() {
      const taken = repeated
      repeated = new Set()
      return taken
    },
    enter: (root) => roots.enter(root),
    watch: (element) => fields.add(element),
    sheetState: (element) => sheets.state(element),
    commit() {
      if (committing) return
      committing = true
      queueMicrotask(page.guard(send))
    },
  }
  const idOf = (node: Node) => take.tree.of(node)?.id ?? 0
  const newSlice = () => (sliceEnd = now() + SLICE)
  const fields = createFields(take)
  const sheets = createSheets(take)
  const scrolls = recordScrolls(host, idOf)
  const pointer = recordPointer(host, idOf)
  const changes = createChanges(page, write)
  const roots = createRoots(take, { fields, sheets, scrolls, changes, newSlice })
  const slices = createSlices(page, () => {
    const also = unfinished
    unfinished = new Set()
    changes.catchUp(also)
  })

  function write(run: (take: Take) => void) {
    newSlice()
    try {
      run(take)
      roots.adopt()
      take.commit()
    } catch (fault) {
      onBroken()
      throw fault
    }
  }

  function send() {
    committing = false
    const ops = stopped ? undefined : take.ops.take()
    if (ops) host.emit(domOps, ops)
  }

  const sayViewport = () => host.emit(viewport, { width: innerWidth, height: innerHeight })
  const stops = [
    pointer.stop,
    scrolls.stop,
    changes.stop,
    slices.stop,
    roots.stop,
    page.listen(window, 'resize', sayViewport),
    page.every(LOOKED_AT_EVERY, () => {
      if (document.visibilityState !== 'visible') return
      fields.check()
      roots.adopt(true)
    }),
  ]

  document.querySelectorAll('input,textarea').forEach((field) => host.privacy.note(field))
  take.ops.reset()
  newSlice()
  insert(take, document, null, null)
  send()
  sayViewport()
  write(() => {})

  return {
    idOf,
    commit() {
      if (stopped) return
      changes.catchUp()
      scrolls.commit()
      pointer.commit()
      send()
    },
    stop() {
      stopped = true
      stopAll(stops)
    },
  }
}
