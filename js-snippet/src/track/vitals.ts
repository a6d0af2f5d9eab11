import { isElement } from '../element/tree.ts'
import { vital, VitalName } from '../wire/messages.ts'
import { watchEntries } from './entries.ts'
import { activationStart, entry } from './page-views.ts'
import { together } from './scope.ts'
import type { Tracker } from './scope.ts'

const SESSION_GAP = 1000
const SESSION = 5000
const MOST_INTERACTIONS = 10
const SHIFTED_LATELY = 2000
const SLOW_INPUT = 40

interface Shift extends PerformanceEntry {
  value: number
  hadRecentInput: boolean
  sources: { node: Node | null }[]
}

interface Interaction extends PerformanceEntry {
  interactionId: number
  target: Node | null
}

/** LCP, INP, CLS, TTFB and FCP as web-vitals defines them. INP and CLS begin anew with each page view. */
export const trackVitals: Tracker = ({ page, emit, describe, now, closing, known }) => {
  const said = new Map<number, number>()
  let firstHidden = hiddenBefore()
  let painted = false
  let lcp: { value: number; element: Node | null | undefined } | undefined
  let cls = { value: 0, element: null as Node | null }
  let session = { value: 0, from: 0, to: 0, largest: 0, element: null as Node | null }
  let shifts: { node: Node; at: number }[] = []
  let slowest: { id: number; value: number; element: Node | null }[] = []
  let interactions = new Set<number>()
  let countedBefore = counted()

  function say(name: VitalName, value: number, node?: Node | null) {
    if (said.get(name) === value) return
    said.set(name, value)
    const element = isElement(node) && node.isConnected ? describe(node) : undefined
    emit(vital, { name, value, element })
  }

  const early = ({ startTime }: PerformanceEntry) => startTime < firstHidden
  const sinceShown = (time: number) => Math.max(time - activationStart(), 0)

  function finishLcp() {
    if (!lcp) return
    watchingLcp.flush()
    say(VitalName.LCP, lcp.value, lcp.element)
    watchingLcp()
  }

  function shift({ startTime, value, hadRecentInput, sources }: Shift) {
    const nodes = sources?.map(({ node }) => node).filter((node): node is Node => !!node) ?? []
    shifts = shifts.filter(({ at }) => startTime - at < SHIFTED_LATELY)
    for (const node of nodes) shifts.push({ node, at: startTime })
    if (hadRecentInput) return
    if (startTime - session.to >= SESSION_GAP || startTime - session.from >= SESSION || !session.value)
      session = { value: 0, from: startTime, to: 0, largest: 0, element: null }
    session.value += value
    session.to = startTime
    if (value > session.largest) Object.assign(session, { largest: value, element: nodes[0] ?? null })
    if (session.value > cls.value) cls = { value: session.value, element: session.element }
  }

  function interaction({ interactionId: id, duration: value, entryType, target }: Interaction) {
    if (!id && entryType !== 'first-input') return
    if (id) interactions.add(id)
    const known = slowest.find((one) => one.id === id)
    if (!known) slowest.push({ id, value, element: target })
    else if (value > known.value) Object.assign(known, { value, element: known.element ?? target })
    slowest = slowest.sort((one, other) => other.value - one.value).slice(0, MOST_INTERACTIONS)
  }

  function sayLayoutAndInput() {
    watchingShifts.flush()
    watchingInput.flush()
    // Without a paint there was nothing to shift.
    if (painted) say(VitalName.CLS, cls.value, cls.element)
    const count = Math.max(counted() - countedBefore, interactions.size)
    // The 98th percentile, as long as few interactions make up for it.
    const inp = slowest[Math.min(slowest.length - 1, Math.floor(count / 50))]
    if (inp) say(VitalName.INP, inp.value, inp.element)
  }

  function begin() {
    said.clear()
    cls = { value: 0, element: null }
    session.value = 0
    slowest = []
    interactions = new Set()
    countedBefore = counted()
  }

  const watchingLcp = watchEntries<PerformanceEntry & { element?: Element }>(
    page,
    'largest-contentful-paint',
    (found) => {
      if (early(found)) lcp = { value: sinceShown(found.startTime), element: found.element }
    },
  )
  const watchingShifts = watchEntries<Shift>(page, 'layout-shift', shift)
  const watchingInput = watchEntries<Interaction>(page, 'event', interaction, { durationThreshold: SLOW_INPUT })

  known.shiftedMs = (element, at) => {
    watchingShifts.flush()
    const last = shifts
      .filter(
        ({ node, at: when }) =>
          when <= at && at - when < SHIFTED_LATELY && (node.contains(element) || element.contains(node)),
      )
      .pop()
    return last ? Math.max(at - last.at, 1) : 0
  }
  const { responseStart = 0 } = entry() ?? {}
  if (responseStart > 0 && responseStart < now()) say(VitalName.TTFB, sinceShown(responseStart))

  return together(
    watchingLcp,
    watchingShifts,
    watchingInput,
    watchEntries<Interaction>(page, 'first-input', interaction),
    watchEntries(page, 'paint', (found) => {
      if (found.name !== 'first-contentful-paint' || !early(found)) return
      painted = true
      say(VitalName.FCP, sinceShown(found.startTime))
    }),
    page.hear('keydown click', (event) => event.isTrusted && page.after(0, finishLcp)),
    page.listen<PageTransitionEvent>(window, 'pageshow', (event) => {
      if (!event.persisted) return
      firstHidden = Infinity
      const from = event.timeStamp
      requestAnimationFrame(() =>
        requestAnimationFrame(
          page.guard(() => {
            for (const name of [VitalName.FCP, VitalName.LCP]) say(name, now() - from)
            say(VitalName.TTFB, 0)
          }),
        ),
      )
    }),
    closing.on((what) => {
      if (what !== 'view') firstHidden = Math.min(firstHidden, now())
      finishLcp()
      sayLayoutAndInput()
      if (what === 'view') begin()
    }),
  )
}

function hiddenBefore(): number {
  const hidden = performance.getEntriesByType?.('visibility-state').find(({ name }) => name === 'hidden')
  return hidden?.startTime ?? (document.visibilityState === 'hidden' ? 0 : Infinity)
}

function counted(): number {
  return (performance as { interactionCount?: number }).interactionCount ?? 0
}
