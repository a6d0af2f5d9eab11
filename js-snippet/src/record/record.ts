import { isElement } from '../element/tree.ts'
import { stopAll } from '../page/page.ts'
import { isBlocked, textRule } from '../privacy/rules.ts'
import type { TextRule } from '../privacy/rules.ts'
import type { Recorder, RecorderHost } from '../recording.ts'
import { createOpsWriter } from '../wire/domops-writer.ts'
import { domOps, viewport } from '../wire/playback.ts'
import { note, tellChanges } from './changes.ts'
import { insert } from './describe.ts'
import { createFields } from './fields.ts'
import { recordPointer } from './pointer.ts'
import { createRoots } from './roots.ts'
import { recordScrolls } from './scrolls.ts'
import { createSheets } from './sheets.ts'
import { createSlices, SLICE } from './slices.ts'
import { boxState, isStateful } from './state.ts'
import { putState } from './take.ts'
import type { Take } from './take.ts'
import { createToldTree } from './told.ts'
import { createWork, each } from './work.ts'

// What changes without an event: values set by scripts, adopted sheets, rules in the page's hands.
const LOOKED_AT_EVERY = 500
// Larger events pack better; smaller ones still fit into what a page may send as it ends.
const LARGEST_EVENT = 48 * 1024
// A page that ends must be told to its end, even if this takes a little longer.
const LAST_SLICE = 40

/** One recording: a snapshot, in slices, and everything that happens from then on. `onBroken`: it cannot go on. */
export function record(host: RecorderHost, onBroken: () => void): Recorder {
  const { page, now } = host
  let sliceEnd = 0
  let checks = 0
  let full = false
  let early = true
  let stopped = false
  let rules = new Map<Element, TextRule>()

  const take: Take = {
    host,
    ops: createOpsWriter(),
    tree: createToldTree(({ node }) => {
      if (isElement(node)) {
        if (isStateful(node)) fields.remove(node)
      } else roots.leave(node)
    }),
    work: createWork(),
    // The clock is asked now and then only: it costs as much as a node.
    isFull: () =>
      (full ||= take.ops.size() > LARGEST_EVENT || (!(++checks & 15) && now() > sliceEnd)),
    isEarly: () => early,
    ruleOf(element) {
      const known = rules.get(element)
      if (known) return known
      const rule = textRule(element)
      rules.set(element, rule)
      return rule
    },
    enter: (root) => roots.enter(root),
    watch: (field) => fields.add(field),
    sheetState: (element) => sheets.state(element),
    ask: () => slices.ask(),
  }
  const idOf = (node: Node) => take.tree.of(node)?.id ?? 0
  const fields = createFields(take)
  const sheets = createSheets(take)
  const scrolls = recordScrolls(host, idOf, send)
  const pointer = recordPointer(host, idOf, send)
  const observer = new MutationObserver(
    page.guard((records) => {
      note(take, records)
      slices.ask()
    }),
  )
  const roots = createRoots(take, {
    fields,
    sheets,
    scrolls,
    observe: (root) =>
      observer.observe(root, { childList: true, characterData: true, attributes: true, subtree: true }),
  })
  const slices = createSlices(page, () => work(SLICE))

  /** Does what there is to do, for so many ms. What was written is sent when it is much, or all. */
  function work(ms: number) {
    newSlice(ms)
    try {
      note(take, observer.takeRecords())
      const { states } = take.work
      const isDone =
        tellChanges(take) &&
        each(states, take.isFull, roots.refresh) &&
        tellBoxes()
      sheets.compareTouched()
      roots.adopt()
      if (isDone) early = false
      else slices.again()
      if (isDone || take.ops.size() > LARGEST_EVENT) send()
    } catch (fault) {
      onBroken()
      throw fault
    }
  }

  function tellBoxes(): boolean {
    const { work, tree, isFull } = take
    return each(work.boxes, isFull, (told) => {
      const element = told.node as Element
      if (tree.of(element) === told) putState(take, told, boxState(element, isBlocked(element)))
    })
  }

  function newSlice(ms: number) {
    full = false
    sliceEnd = now() + ms
    rules = new Map()
  }

  function send() {
    const ops = stopped ? undefined : take.ops.take()
    if (ops) host.emit(domOps, ops)
  }

  const sayViewport = () => host.emit(viewport, { width: innerWidth, height: innerHeight })
  const stops = [
    pointer.stop,
    scrolls.stop,
    () => observer.disconnect(),
    slices.stop,
    roots.stop,
    page.listen(window, 'resize', sayViewport),
    page.every(LOOKED_AT_EVERY, () => {
      if (document.visibilityState !== 'visible') return
      fields.checkSome()
      sheets.compareTouched()
      roots.adopt(true)
      if (take.ops.size()) slices.ask()
    }),
  ]

  document.querySelectorAll('input,textarea').forEach((field) => host.privacy.note(field))
  take.ops.reset()
  newSlice(SLICE)
  insert(take, document, null, null)
  send()
  sayViewport()
  slices.again()

  return {
    idOf,
    commit() {
      if (stopped) return
      work(LAST_SLICE)
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
