import type { Page, Stop } from '../page/page.ts'

/** Watches performance entries, those from before included; nothing where the browser does not know them. */
export function watchEntries<E extends PerformanceEntry>(
  page: Page,
  type: string,
  handle: (entry: E) => void,
  options?: object,
): Stop & { flush(): void } {
  let observer: PerformanceObserver | undefined
  const each = page.guard((entries: PerformanceEntry[]) => entries.forEach((entry) => handle(entry as E)))
  try {
    observer = new PerformanceObserver((list) => each(list.getEntries()))
    observer.observe({ type, buffered: true, ...options })
  } catch {
    // An old browser.
  }
  return Object.assign(() => observer?.disconnect(), { flush: () => observer && each(observer.takeRecords()) })
}
