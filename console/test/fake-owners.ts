import type { AlertChannel, Release, StallStep } from '../src/api/owners.ts'
import { aCheckup, aLedger, aStallDetail, someDetectors, someForms, type OwnersNotes } from './fake-insight.ts'

const ids = () => Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16)).join('')
const list = (items: unknown) => ({ items, next: null })

/** The part of the made-up server that is about stalls and what is done about them. Undefined: not its question. */
export function insightAnswer(notes: OwnersNotes, now: number, origin: string, [report, ...rest]: string[], search: URLSearchParams): unknown {
  if (report === 'stalls' && rest.length === 0) return search.getAll('where').length > 0 ? { ...aLedger(now), items: [] } : aLedger(now)
  if (report === 'stalls' && rest[1] === 'history') return list(notes.said[rest[0]!] ?? [])
  if (report === 'stalls' && rest[1] === 'verification') return { verdict: 'fixed', sentence: 'After the release visits stall here less often.', releasedAt: now, before: { from: 0, to: 0, visits: 900, stalled: 160, lost: 110 }, after: { from: 0, to: 0, visits: 880, stalled: 12, lost: 8 }, stalledShare: { low: -0.19, value: -0.16, high: -0.13 }, lostShare: { low: -0.14, value: -0.11, high: -0.08 } }
  if (report === 'stalls') return aStallDetail(now, rest[0]!)
  if (report === 'stall-states') return Object.fromEntries(Object.entries(notes.said).map(([stall, steps]) => [stall, steps.at(-1)]))
  if (report === 'checkup') return list(aCheckup)
  if (report === 'forms') return list(someForms)
  if (report === 'detectors') return list(someDetectors)
  if (report === 'releases') return list(notes.releases)
  if (report === 'alert-channels') return list(notes.channels)
  if (report === 'alerts') return list(notes.sent)
  if (report === 'doctor') return { now, script: `${origin}/mark.svg`, policy: `script-src ${origin}; connect-src ${origin}`, versions: { sojourn: '0.1.0', java: '17' }, items: [{ key: 'arrival', state: 'bad', sentence: 'Nothing has ever arrived from this site.', mend: 'Paste the line into the head of your pages.' }, { key: 'disk', state: 'good', sentence: '80,000 MB are free where visits are kept.', mend: null }] }
  return undefined
}

/** What an owner says. Undefined: not its business. */
export function insightChange(notes: OwnersNotes, now: number, method: string, [report, ...rest]: string[], body: Record<string, never>): unknown {
  if (report === 'votes') return notes.votes++, null
  if (report === 'detectors') return { from: now, to: now, sessions: 900, before: 28, after: 44, gained: [{ sessionId: 'a'.repeat(32), kind: 'rage', atMs: 9_000 }], lost: [], kinds: [] }
  if (report === 'stalls' && rest[1] === 'state') {
    const step: StallStep = { state: 'acknowledged', assignee: null, release: null, mutedUntil: null, note: null, ...(body as object), by: 'ada@nordlicht.example', at: now }
    ;(notes.said[rest[0]!] ??= []).push(step)
    return step
  }
  if (report === 'releases' && method === 'POST') {
    const release: Release = { id: ids(), name: '', at: now, note: null, ...(body as object), markedBy: 'ada@nordlicht.example', markedAt: now }
    notes.releases.unshift(release)
    return release
  }
  if (report === 'releases') return (notes.releases = notes.releases.filter(({ id }) => id !== rest[0])), null
  if (report === 'alert-channels' && method === 'POST' && rest[1] === 'test') {
    notes.sent.unshift({ id: ids(), channel: rest[0]!, state: 'given-up', attempts: 1, createdAt: now, dueAt: now, endedAt: now, answer: 'It answered 410.', sentence: 'This is a test: alerts of Nordlicht arrive here.' })
    return null
  }
  if (report === 'alert-channels' && method === 'POST') {
    const channel: AlertChannel = { id: ids(), kind: 'hook', target: '', pace: 'once', paused: false, createdAt: now, ...(body as object) }
    notes.channels.push(channel)
    return { channel, secret: 's'.repeat(64) }
  }
  if (report === 'alert-channels' && method === 'PUT') return notes.channels.forEach((channel) => channel.id === rest[0] && Object.assign(channel, body)), null
  if (report === 'alert-channels') return (notes.channels = notes.channels.filter(({ id }) => id !== rest[0])), null
  return undefined
}
