import type { Page, Stop } from './page/page.ts'
import { stopAll } from './page/page.ts'
import { createSignal } from './page/signal.ts'
import { createPrivacy } from './privacy/privacy.ts'
import { pathTemplate } from './privacy/url.ts'
import { createRecording } from './recording.ts'
import { fromHex, randomBytes } from './session/ids.ts'
import { openSession } from './session/session.ts'
import { tabSlot, visitorSlot } from './session/storage.ts'
import { takeTabId } from './session/tab.ts'
import type { Settings } from './settings.ts'
import type { Closing, Scope } from './track/scope.ts'
import { trackers } from './track/trackers.ts'
import { createOutbox } from './transport/outbox.ts'
import { encodeEvent, Lane } from './wire/batch.ts'
import { agentReport, identify, named } from './wire/messages.ts'
import type { EventKind } from './wire/messages.ts'

const MOST_PROPERTIES = 20
const LONGEST_NAME = 64
const LONGEST_VALUE = 256

/** All that runs in a page once it may run. */
export interface Visit {
  name(name: unknown, properties: unknown, goal: boolean): void
  identify(user: string): void
  reset(): void
  record(on: boolean): void
  flush(): Promise<void>
  status(): Record<string, unknown>
  /** `forget`: what was not sent yet never will be. */
  stop(forget: boolean): void
}

/** `openedAt`: when the visit of this page began, in ms since the page started. `onUnwanted`: the collector sends us away. */
export function startVisit(
  settings: Settings,
  page: Page,
  script: HTMLScriptElement | null,
  openedAt: number,
  onUnwanted: (reason: string) => void,
): Visit {
  const now = () => performance.now()
  const timeOf = ({ isTrusted, timeStamp }: Event) => (isTrusted && timeStamp > 0 ? Math.min(timeStamp, now()) : now())
  const privacy = createPrivacy()
  const closing = createSignal<Closing>()
  const tab = takeTabId(tabSlot(), page)
  const session = openSession(visitorSlot(settings.key), Date.now())
  const outbox = createOutbox({
    address: settings.endpoint + '/v1/batch',
    page,
    now: Date.now,
    onLoss: (lane, reason) => {
      lost = reason
      if (lane === Lane.PLAYBACK) recording.lose()
    },
    onKept: () => recording.recover(),
    onUnwanted: (status) => onUnwanted('refused-' + status),
  })
  const emitTo =
    (lane: Lane) =>
    <T>(kind: EventKind<T>, body: T, at = now()) =>
      outbox.add(lane, at, encodeEvent(at, kind, body))
  const emit = emitTo(Lane.ANALYSIS)
  const recording = createRecording(settings, script, {
    page,
    privacy,
    now,
    timeOf,
    emit: emitTo(Lane.PLAYBACK),
    lastActive: () => lastActive,
  })
  let lastActive = now()
  let lost = ''
  let reported = ''
  let stops: Stop[] = []

  function scopeFrom(openedAt: number): Scope {
    return {
      page,
      openedAt,
      privacy,
      discretion: { label: privacy.label, path: (address) => privacy.address(pathTemplate(address)) },
      emit,
      now,
      timeOf,
      lastActive: () => lastActive,
      closing,
      address: createSignal<void>(),
      nodeId: recording.idOf,
      recorded: recording.wanted,
    }
  }

  /** A document of the wire: everything starts anew, from the ids to the picture of the page. */
  function openDocument(openedAt: number) {
    outbox.open({
      siteKey: settings.key,
      visitorId: fromHex(session.visitor),
      sessionId: fromHex(session.id),
      tabId: fromHex(tab.id),
      documentId: randomBytes(8),
      pageStartedAt: performance.timeOrigin,
      agentVersion: settings.version,
    })
    const scope = scopeFrom(openedAt)
    stops = trackers.map((track) => track(scope))
    // After the trackers, so that their last words are among what leaves.
    stops.push(closing.on((what) => what !== 'view' && leave()))
    recording.start()
  }

  function closeDocument() {
    recording.stop()
    stopAll(stops)
  }

  function nextDocument(at = now()) {
    closing.fire('view')
    closeDocument()
    openDocument(at)
  }

  function active(event: Event) {
    lastActive = now()
    if (session.touch(Date.now())) nextDocument(timeOf(event))
    recording.resume()
  }

  /** The honesty ledger: what was not done, and what it cost to do the rest. */
  function report() {
    const { droppedBatches, droppedBytes } = outbox.counts
    const body = { droppedBatches, droppedBytes, reason: lost, ownTimeMs: Math.round(page.spent()) }
    if (reported !== (reported = JSON.stringify(body))) emit(agentReport, body)
  }

  // Before all trackers: what begins a new session belongs to it.
  const always = [
    page.listen(window, 'pointerdown keydown touchstart wheel input', (event) => event.isTrusted && active(event)),
    page.listen<PageTransitionEvent>(window, 'pageshow', (event) => event.persisted && active(event)),
  ]
  openDocument(openedAt)

  function leave() {
    report()
    recording.commit()
    outbox.leave()
  }

  return {
    name(name, properties, goal) {
      const text = (value: unknown, longest: number) => privacy.text(String(value)).slice(0, longest)
      const entries = Object.entries(properties ?? {}).slice(0, MOST_PROPERTIES)
      const masked = entries.map(([key, value]) => [text(key, LONGEST_NAME), text(value, LONGEST_VALUE)])
      emit(named, { name: text(name, LONGEST_NAME), properties: Object.fromEntries(masked), goal })
    },
    identify(user) {
      if (session.identify(user, Date.now())) nextDocument()
      emit(identify, { userKey: user.slice(0, LONGEST_VALUE) })
    },
    reset() {
      emit(identify, { reset: true })
      session.reset(Date.now())
      nextDocument()
    },
    record: (on) => recording.want(on),
    flush() {
      recording.commit()
      return outbox.flush()
    },
    status: () => ({
      'sessionId': session.id,
      'visitorId': session.visitor,
      'recording': recording.state(),
      'sent': outbox.counts.sent,
      'droppedBatches': outbox.counts.droppedBatches,
      'droppedBytes': outbox.counts.droppedBytes,
      'ownTimeMs': Math.round(page.spent()),
    }),
    stop(forget) {
      if (!forget) closing.fire('hidden')
      closeDocument()
      stopAll(always)
      tab.stop()
      outbox.stop()
    },
  }
}
