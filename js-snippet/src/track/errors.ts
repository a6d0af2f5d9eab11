import { isElement } from '../element/tree.ts'
import { isOurs, maskUrl } from '../privacy/url.ts'
import { blockedBy, isIgnored } from '../privacy/rules.ts'
import { brokenResource, ErrorSource, scriptError } from '../wire/messages.ts'
import { together } from './scope.ts'
import type { Scope, Tracker } from './scope.ts'

const MOST_ALIKE = 5
const MOST = 50
const LONGEST = 200
// Said by browsers about themselves, and by pages that gave up on a request of their own.
const NO_ERROR = /^ResizeObserver loop|AbortError|^The (operation|user) (was )?aborted/
const EXTENSION = /^[\w-]+-extension:/
const FRAME = /((?:https?|[\w-]+-extension):\/\/[^\s()@]+?):(\d+):(\d+)/g

/** Reports uncaught errors, five of a kind at most, and what could not be loaded. */
export const trackErrors: Tracker = (scope) => {
  const counts = new Map<string, number>()
  let said = 0

  function failed(error: unknown, message: string, place: string, rejection: boolean, at: number) {
    if (NO_ERROR.test(message) || NO_ERROR.test(String((error as Error | null)?.name))) return
    const frames = [...String((error as Error | null)?.stack ?? '').matchAll(FRAME), ...place.matchAll(FRAME)]
    const top = frames.find(([, file]) => isOurs(file!)) ?? frames[0]
    const source = /^Script error/.test(message)
      ? ErrorSource.OPAQUE
      : frames.some(([, file]) => EXTENSION.test(file!))
        ? ErrorSource.EXTENSION
        : top && !isOurs(top[1]!)
          ? ErrorSource.THIRD_PARTY
          : ErrorSource.SITE
    const body = { message: grouped(message, scope), frame: top && frameOf(top, scope), rejection, source }
    const key = Object.values(body).join()
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    if (count <= MOST_ALIKE && said++ < MOST) scope.emit(scriptError, { ...body, count }, at)
  }

  function broken(element: Element, at: number) {
    const address =
      (element as HTMLImageElement).currentSrc || (element as HTMLImageElement).src || (element as HTMLLinkElement).href
    if (
      typeof address !== 'string' ||
      !/^http/.test(address) ||
      isIgnored(element) ||
      blockedBy(element) ||
      said++ >= MOST
    )
      return
    const { top, bottom, width } = element.getBoundingClientRect()
    scope.emit(
      brokenResource,
      {
        tag: element.localName,
        path: scope.path(address),
        element: element.isConnected ? scope.describe(element) : undefined,
        inView: bottom > 0 && top < innerHeight && width > 0,
      },
      at,
    )
  }

  function hear(event: Event) {
    const at = scope.timeOf(event)
    const { target, error, message, filename, lineno, colno } = event as ErrorEvent
    const { reason } = event as PromiseRejectionEvent
    if (isElement(target)) broken(target, at)
    else if (event.type === 'error') failed(error, String(message), `${filename}:${lineno}:${colno}`, false, at)
    else failed(reason, String((reason as Error | null)?.message ?? reason), '', true, at)
  }

  scope.early.splice(0).forEach(scope.page.guard(hear))
  return together(
    scope.page.listen(window, 'error unhandledrejection', hear),
    scope.closing.on((what) => what === 'view' && (said = 0)),
  )
}

/** The message as its kind: without what is quoted, without addresses and numbers, and nothing of what was typed. */
function grouped(message: string, { privacy }: Scope): string {
  const kind = message
    .slice(0, 1000)
    .replace(/(["'`“‘«]).*?["'`”’»]/g, '$1…')
    .replace(/\w+:\/\/\S+/g, '…')
    .replace(/\d+/g, '0')
  return privacy.text(kind).slice(0, LONGEST)
}

function frameOf([, file, line, column]: RegExpMatchArray, { privacy }: Scope): string {
  return `${privacy.address(maskUrl(file!)).slice(0, LONGEST)}:${line}:${column}`
}
