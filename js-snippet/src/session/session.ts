import { hash, randomBytes, toHex } from './ids.ts'
import type { Slot } from './storage.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const IDLE = 30 * MINUTE
const LONGEST = DAY
// 13 months, counted from the first visit and never prolonged.
const VISITOR_LIFE = 395 * DAY
// Every keystroke is activity, but the storage is shared with the page and writing it takes time.
const NOTED_EVERY = 5000

/** Who is here and in which session; ids in hex, times in epoch ms. One record for all tabs of the site. */
interface Known {
  visitor: string
  visitorSince: number
  session: string
  sessionSince: number
  lastActive: number
  user: string
}

export interface Session {
  readonly id: string
  /** Empty when this browser keeps nothing: then nobody could be recognized. */
  readonly visitor: string
  /** To be called at each human activity. True when a new session has begun, here or in another tab. */
  touch(now: number): boolean
  /** Notes who the visitor is. True when that ended the session, because it was somebody else before. */
  identify(user: string, now: number): boolean
  /** A new visitor and a new session. */
  reset(now: number): void
}

export function openSession(slot: Slot, startedAt: number): Session {
  let known = read() ?? nobody(startedAt)
  let notedAt = 0

  function nobody(now: number): Known {
    return { visitor: toHex(randomBytes(16)), visitorSince: now, user: '', ...fresh(now) }
  }

  function fresh(now: number) {
    return { session: toHex(randomBytes(16)), sessionSince: now, lastActive: now }
  }

  function read(): Known | undefined {
    const [visitor, visitorSince, session, sessionSince, lastActive, user] = (slot.read() ?? '').split('.')
    if (!isId(visitor) || !isId(session)) return
    return {
      visitor,
      visitorSince: +visitorSince!,
      session,
      sessionSince: +sessionSince!,
      lastActive: +lastActive!,
      user: user ?? '',
    }
  }

  function write(now: number) {
    notedAt = now
    slot.write(
      [known.visitor, known.visitorSince, known.session, known.sessionSince, known.lastActive, known.user].join('.'),
    )
  }

  /** Differences are taken absolutely: clocks also jump back. */
  const far = (one: number, other: number, limit: number) => !(Math.abs(one - other) <= limit)

  function touch(now: number): boolean {
    if (!far(now, notedAt, NOTED_EVERY)) return false
    const before = known.session
    // Another tab may have kept the session alive, or have begun the next one, while this one slept.
    known = read() ?? known
    if (far(now, known.visitorSince, VISITOR_LIFE)) known = nobody(now)
    if (far(now, known.lastActive, IDLE) || far(now, known.sessionSince, LONGEST)) known = { ...known, ...fresh(now) }
    known.lastActive = now
    write(now)
    return known.session !== before
  }

  touch(startedAt)
  return {
    get id() {
      return known.session
    },
    get visitor() {
      return slot.lasting ? known.visitor : ''
    },
    touch,
    identify(user, now) {
      const mark = hash(user)
      const another = !!known.user && known.user !== mark
      if (another) known = { ...known, ...fresh(now) }
      known.user = mark
      write(now)
      return another
    },
    reset(now) {
      known = nobody(now)
      write(now)
    },
  }
}

function isId(text: string | undefined): text is string {
  return /^[\da-f]{32}$/.test(text ?? '')
}
