import { maskUrl } from '../privacy/url.ts'
import { Navigation, pageView } from '../wire/messages.ts'
import { together } from './scope.ts'
import type { Scope, Tracker } from './scope.ts'

// A redirect inside the page changes the address twice; only where it ends was viewed (SIGNALS 3.4).
const SETTLED = 500
const NOT_FOUND = /\b404\b|not found/i
const PAGE_KEYS = ['page', 'step', 'tab']

/** Opens a page view at the start, when the page changes its own path, and when it comes back from the back/forward cache. */
export const trackPageViews: Tracker = (scope) => {
  const { page, closing, known } = scope
  let shown = pageKey()
  let referrer = document.referrer
  let address = location.href
  let changedAt = -1
  let named = false

  function open(navigation: number, at: number) {
    shown = pageKey()
    address = location.href
    emitPageView(scope, navigation, referrer, at)
  }

  function change() {
    if (pageKey() === shown || changedAt >= 0) return
    changedAt = scope.now()
    page.after(SETTLED, settle)
  }

  function settle() {
    const at = changedAt
    changedAt = -1
    if (at < 0 || (pageKey() === shown && !named)) return
    named = false
    scope.endView(at)
    referrer = address
    open(Navigation.SPA, at)
  }

  known.page = () => {
    // A name that comes with a change of the address names that page view; otherwise it is a page view of its own.
    if (changedAt < 0) {
      changedAt = scope.now()
      named = true
    }
    page.after(0, settle)
  }
  open(navigationType(), Math.max(scope.openedAt, activationStart()))
  return together(
    scope.address.on(change),
    closing.on((what) => what !== 'view' && settle()),
    // Whoever acts has seen the page: what they do belongs to it, however quick they are.
    page.hear('pointerdown keydown', settle),
    page.listen<PageTransitionEvent>(window, 'pageshow', ({ persisted }) => {
      if (!persisted) return
      closing.fire('view')
      open(Navigation.BFCACHE, scope.now())
    }),
    () => (changedAt = -1),
  )
}

function emitPageView(scope: Scope, navigation: number, referrer: string, at: number) {
  const { scrollWidth = 0, scrollHeight = 0 } = document.documentElement ?? {}
  scope.emit(
    pageView,
    {
      url: scope.privacy.address(maskUrl(location.href)),
      title: scope.privacy.text(document.title).slice(0, 300),
      referrer: referrer && scope.privacy.address(maskUrl(referrer)),
      navigation,
      viewportWidth: innerWidth,
      viewportHeight: innerHeight,
      documentWidth: scrollWidth,
      documentHeight: scrollHeight,
      pixelRatio: devicePixelRatio,
      language: navigator.language,
      visible: document.visibilityState === 'visible',
      recorded: scope.recorded(),
      timezoneOffset: -new Date().getTimezoneOffset(),
      touch: matchMedia('(pointer: coarse)').matches,
      automated: !!navigator.webdriver,
      status: navigation === Navigation.SPA ? 0 : entry()?.responseStatus,
      notFound: NOT_FOUND.test(document.title + ' ' + document.querySelector('h1')?.textContent),
      name: scope.pageName(),
      stub: !!scope.kept.stub,
      keptReason: scope.kept.reason,
      sampledAt: scope.kept.share,
    },
    at,
  )
}

/** What makes two addresses two pages: the path, a route in the fragment, and the keys by which pages are leafed through. */
function pageKey(): string {
  const query = new URLSearchParams(location.search)
  const route = /^#!?\//.test(location.hash) ? location.hash.split('?')[0] : ''
  return [location.pathname, route, ...PAGE_KEYS.map((key) => query.get(key))].join('\n')
}

export function entry(): PerformanceNavigationTiming | undefined {
  return performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined
}

function navigationType(): number {
  if (activationStart()) return Navigation.PRERENDER
  return (
    { 'reload': Navigation.RELOAD, 'back_forward': Navigation.BACK_FORWARD }[entry()?.type as string] ??
    Navigation.NAVIGATE
  )
}

export function activationStart(): number {
  return (entry() as { activationStart?: number } | undefined)?.activationStart ?? 0
}
