import { createMeter } from './budget.ts'
import { fingerprint } from './element/fingerprint.ts'
import type { Page, Stop } from './page/page.ts'
import { stopAll } from './page/page.ts'
import { createSignal } from './page/signal.ts'
import { fetchPart } from './part.ts'
import { createPrivacy } from './privacy/privacy.ts'
import { pathTemplate } from './privacy/url.ts'
import { createRecording } from './recording.ts'
import { sayings } from './sayings.ts'
import { fromHex, randomBytes } from './session/ids.ts'
import { openSession } from './session/session.ts'
import { createSlot, inTab, tabSlot, visitorSlot } from './session/storage.ts'
import { takeTabId } from './session/tab.ts'
import type { Settings } from './settings.ts'
import type { Closing, Scope, Tracker } from './track/scope.ts'
import { trackers } from './track/trackers.ts'
import { createOutbox } from './transport/outbox.ts'
import { encodeEvent, Lane } from './wire/batch.ts'
import { agentReport, consent, identify, Level } from './wire/messages.ts'
import type { EventKind } from './wire/messages.ts'
import type { Schema, Shape } from './wire/writer.ts'

const REHOOKED_EVERY = 1000

/** What a page tells its visit from the start on. */
export interface Given {
  /** The name of the next page view. */
  name: string
  /** What the stub has caught, when there is one. */
  early?: Event[] | undefined
  /** `data-domain` of the script: whose sub-domains share the visitor. */
  domain?: string | undefined
  /** When the visit of this page began, in ms since the page started. */
  openedAt: number
}

/** All that runs in a page once it may run. */
export interface Visit {
  /** What a site may say of itself: `track`, `goal`, `search`, `order`, `cart`. */
  say(command: string, args: unknown[]): void
  identify(user: string): void
  reset(): void
  record(on: boolean, reason?: string): void
  page(): void
  flush(): Promise<void>
  sessionId(): string
  status(): Record<string, unknown>
  /** `forget`: what was not sent yet never will be, but that the consent is gone. */
  stop(forget: boolean): void
}

/** `onUnwanted`: the collector sends us away, or there is no getting to it. */
export function startVisit(
  settings: Settings,
  page: Page,
  script: HTMLScriptElement | null,
  given: Given,
  onUnwanted: (reason: string) => void,
): Visit {
  const now = () => performance.now()
  const timeOf = ({ isTrusted, timeStamp }: Event) => (isTrusted && timeStamp > 0 ? Math.min(timeStamp, now()) : now())
  const { statsOnly } = settings
  const address = settings.endpoint + '/v1/batch'
  // Some pages put another clock in the place of the browser's.
  const clock = () => (Date.now() > 0 ? Date.now() : performance.timeOrigin + now())
  const slot = (name: string) => createSlot(statsOnly ? undefined : inTab, 'sojourn.' + name)
  const privacy = createPrivacy()
  const closing = createSignal<Closing>()
  const tab = takeTabId(statsOnly ? slot('tab') : tabSlot(), page)
  const session = openSession(statsOnly ? slot('visitor') : visitorSlot(settings.key, given.domain), clock())
  const outbox = createOutbox({
    address,
    page,
    now: clock,
    kept: slot('kept'),
    onLoss: (lane, reason) => {
      lost = reason
      if (lane === Lane.PLAYBACK) recording.lose()
    },
    onKept: () => recording.recover(),
    onUnwanted,
  })
  let viewEnded = 0
  const emitTo =
    (lane: Lane) =>
    <S extends Schema>(kind: EventKind<S>, body: Shape<S>, at = (lane === Lane.ANALYSIS && viewEnded) || now()) =>
      outbox.add(lane, at, encodeEvent(at, kind, body))
  const emit = emitTo(Lane.ANALYSIS)
  const kept = {
    reason: '',
    share: settings.share ?? 1,
    stub: !!given.early,
  }
  // The id is random, so its beginning is a lot drawn for the whole session.
  const drawn = () => parseInt(session.id.slice(0, 8), 16) / 2 ** 32 < kept.share
  const recording = createRecording({ ...settings, record: settings.record && !statsOnly && drawn() }, script, {
    page,
    privacy,
    now,
    timeOf,
    emit: emitTo(Lane.PLAYBACK),
    lastActive: () => lastActive,
  })
  const running = trackers.slice()
  const meter = createMeter(page, now, stepDown)
  let level = Level.FULL
  let lastActive = now()
  let lost = ''
  let reported = ''
  let stops: Stop[] = []
  let scope: Scope

  function scopeFrom(openedAt: number): Scope {
    const path = (address: string) => privacy.address(pathTemplate(address))
    const discretion = {
      label: privacy.label,
      path,
      name: (name: string) => (privacy.unrepeated(name) === name ? name : undefined),
    }
    return {
      page,
      early: given.early ?? [],
      openedAt,
      privacy,
      discretion,
      describe: (element, interactive = false) => fingerprint(element, interactive, discretion),
      path,
      emit,
      now,
      timeOf,
      lastActive: () => lastActive,
      closing,
      endView(at) {
        viewEnded = at
        closing.fire('view')
        viewEnded = 0
      },
      address: createSignal<void>(),
      requests: createSignal(),
      changes: createSignal(),
      known: {
        engaged: () => 0,
        act: () => 0,
        clickBefore: () => 0,
        page() {},
        hoveredMs: () => 0,
        shiftedMs: () => 0,
      },
      leave,
      slot,
      requested: settings.requests !== false,
      closely: !statsOnly,
      nodeId: recording.idOf,
      recorded: recording.wanted,
      pageName() {
        const { name } = given
        given.name = ''
        return name && privacy.text(name).slice(0, 100)
      },
      kept,
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
    scope = scopeFrom(openedAt)
    stops = running.map((track) => track(scope))
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
    if (session.touch(clock())) nextDocument(timeOf(event))
    recording.resume()
  }

  /** The honesty ledger: what was not done, and what it cost to do the rest. */
  function report() {
    const { droppedBatches, droppedBytes, sentBytes } = outbox.counts
    const body = {
      droppedBatches,
      droppedBytes,
      reason: lost,
      ownTimeMs: page.spent(),
      longestTaskMs: page.longest(),
      sentBytes,
      level,
      ownTimePerMinuteMs: meter.perMinute(),
    }
    const text = Object.values(body).map((value) => (typeof value === 'number' ? Math.round(value) : value)) + ''
    if (reported !== (reported = text)) emit(agentReport, body)
  }

  /** From a recording to events only, and from there to nothing: rather none than a slow page. */
  function stepDown() {
    level = recording.wanted() ? Level.EVENTS : level + 1
    lost = 'over-budget'
    report()
    if (level === Level.EVENTS) recording.want(false)
    else onUnwanted(lost)
  }

  function leave() {
    report()
    recording.commit()
    outbox.leave()
  }

  // Before all trackers: what begins a new session belongs to it.
  const always = [
    page.hear('pointerdown keydown touchstart wheel input', (event) => event.isTrusted && active(event)),
    page.listen<PageTransitionEvent>(window, 'pageshow', (event) => event.persisted && active(event)),
    // What is typed has to be known before any other part hears of it.
    page.hear('focusin focusout input change', (event) => privacy.note(event.composedPath()[0] as Element)),
    page.listen(document, 'load', page.rehook),
    page.every(REHOOKED_EVERY, page.rehook),
    page.listen<SecurityPolicyViolationEvent>(document, 'securitypolicyviolation', ({ blockedURI, disposition }) => {
      if (disposition !== 'enforce' || !blockedURI.startsWith(address)) return
      // Not even last words: each would be another complaint in the page's console.
      outbox.stop()
      onUnwanted('blocked-by-policy')
    }),
    meter.stop,
  ]
  openDocument(given.openedAt)
  if (settings.consent === 'required') emit(consent, { given: true })

  function onMore(late: Tracker[]) {
    running.push(...late)
    page.guard(() => late.forEach((track) => stops.push(track(scope))))()
  }
  if (settings.more) {
    const gone = () => (more = 'unavailable')
    page.guard(() =>
      fetchPart(settings.more!, settings.moreIntegrity, script, (late) => ((more = 'on'), onMore(late)), gone),
    )()
  }
  let more = settings.more ? 'waiting' : 'off'

  return {
    say: (command, args) => sayings[command]?.({ emit, privacy }, args),
    identify(user) {
      if (statsOnly) return
      if (session.identify(user, clock())) nextDocument()
      emit(identify, { userKey: user.slice(0, 256) })
    },
    reset() {
      emit(identify, { reset: true })
      session.reset(clock())
      nextDocument()
    },
    record(on, reason = '') {
      if (statsOnly) return
      if (on) kept.reason = reason.slice(0, 64)
      recording.want(on)
    },
    page: () => scope.known.page(),
    flush() {
      recording.commit()
      return outbox.flush()
    },
    sessionId: () => session.id,
    status: () => ({
      'sessionId': session.id,
      'visitorId': session.visitor,
      'recording': recording.state(),
      'more': more,
      'level': ['full', 'light', 'events', 'off'][level],
      'sent': outbox.counts.sent,
      'sentBytes': outbox.counts.sentBytes,
      'waiting': outbox.waiting(),
      'droppedBatches': outbox.counts.droppedBatches,
      'droppedBytes': outbox.counts.droppedBytes,
      'lastLoss': lost,
      'ownTimeMs': Math.round(page.spent()),
      'longestTaskMs': Math.round(page.longest()),
    }),
    stop(forget) {
      if (forget) {
        outbox.forget()
        emit(consent, { given: false })
        outbox.leave()
      } else {
        closing.fire('hidden')
        leave()
      }
      closeDocument()
      stopAll(always)
      tab.stop()
      outbox.stop()
    },
  }
}
