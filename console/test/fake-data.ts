import type { ClickMap, Device, HeatElement, Intake, PageVolume, Session, SessionDetail, Site } from '../src/api/types.ts'
import { seeded } from './random.ts'
import { clicked } from './shop.ts'

export const HOSTILE = '<img src=x onerror="document.title=\'owned\'">'
const MINUTE = 60_000
const PAGES = ['/', '/lamps', '/p/lamp', '/p/chair', '/cart', '/checkout', '/checkout/done', '/search', '/journal/oak', '/account/orders/history/2026/all-of-them']
const BROWSERS = [['desktop', 'Chrome', 'Windows'], ['desktop', 'Firefox', 'Linux'], ['desktop', 'Safari', 'macOS'], ['mobile', 'Safari', 'iOS'], ['mobile', 'Chrome', 'Android'], ['tablet', 'Safari', 'iPadOS']] as const
const hex = (value: number, length: number) => value.toString(16).padStart(length, '0')

export function aSite(name: string, id: string, consent: Site['consent'], now: number): Site {
  const key = `k${id}`
  return { id, name, key, origins: ['https://nordlicht.example'], consent, checkedSnippet: '<script async></script>', stub: '0', stubHash: 'sha256-0', snippet: `<script async src="https://sojourn.example/s/${key}.js"></script>`, createdAt: now - 40 * 24 * 60 * MINUTE }
}

export const nothingYet = (): Intake => ({ firstEventAt: null, lastEventAt: null, accepted: 0, rejected: [], behindMs: 0 })

/** Visits of the last days, newest first; the same for the same moment. */
export function someSessions(amount: number, now: number): Session[] {
  const random = seeded(7)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  let at = now - 40_000
  return Array.from({ length: amount }, (_, index) => {
    const [device, browser, os] = pick(BROWSERS)
    const pageViews = 1 + Math.floor(random() ** 2 * 9)
    const engagedMs = Math.floor(random() ** 2 * 14 * MINUTE) + 2_000
    const startedAt = at
    at -= Math.floor(random() * 70 * MINUTE)
    const durationMs = engagedMs + Math.floor(random() * 6 * MINUTE)
    return {
      id: hex(index + 1, 32), visitorId: index % 5 === 0 ? null : hex(1 + (index % 40), 32), startedAt, endedAt: startedAt + durationMs, live: index < 2,
      durationMs, engagedMs, pageViews, clicks: Math.floor(random() * pageViews * 6), entryPage: pick(PAGES), exitPage: pick(PAGES),
      device, browser, os, country: null, language: 'en', hasRecording: random() > 0.2, gaps: index % 17 === 3 ? 1 : 0, stalls: index % 6 === 2 ? 1 + (index % 4) : 0,
    }
  })
}

export function detailOf(session: Session): SessionDetail {
  const each = Math.floor(session.durationMs / session.pageViews)
  const pages = Array.from({ length: session.pageViews }, (_, index) => {
    const page = index === 0 ? session.entryPage : PAGES[(index * 3) % PAGES.length]!
    return {
      page, url: `https://nordlicht.example${page}`, title: index === 0 ? HOSTILE : `Nordlicht ${page}`, startedAt: session.startedAt + index * each, endedAt: session.startedAt + (index + 1) * each,
      engagedMs: Math.floor(session.engagedMs / session.pageViews), device: session.device, clicks: Math.floor(session.clicks / session.pageViews), document: hex(index + 1, 16),
    }
  })
  return { ...session, pages }
}

export const somePages = (): PageVolume[] =>
  PAGES.map((page, index) => {
    const views = page === '/p/lamp' ? 2_480 : Math.floor(2_100 / (index + 1))
    const desktop = Math.floor(views * 0.62)
    return { page, title: page === '/search' ? HOSTILE : `Nordlicht ${page}`, views, clicks: views * 2, devices: index === 8 ? { mobile: views } : { desktop, mobile: views - desktop } }
  }).sort((one, other) => other.views - one.views)

/** Clicks of the lamp page: gathered around the middle of each element, as real ones are. */
export function lampClicks(device: Device): ClickMap {
  const random = seeded(11)
  const elements: HeatElement[] = clicked.map(([id, label, tag, count]) => {
    const cells = new Map<string, [number, number, number]>()
    for (let click = 0; click < count; click++) {
      const along = () => Math.round(Math.min(1, Math.max(0, 0.5 + (random() + random() + random() - 1.5) / 3)) * 32) * 1_023
      const [x, y] = [along(), along()]
      const cell = cells.get(`${x} ${y}`) ?? [x, y, 0]
      cell[2]++
      cells.set(`${x} ${y}`, cell)
    }
    return { key: id, selector: `#${id}`, label, count, cells: [...cells.values()], fingerprint: tag === 'button' ? { tag, id, role: tag, label } : { tag, id } }
  })
  const total = elements.reduce((sum, { count }) => sum + count, 0)
  return { page: '/p/lamp', device, views: 1_537, total, placed: total - 39, unplaced: 39, elements }
}
