// The one script of the opaque frame. It takes calls from the console over a port and has no other way in or out.
import { createBoxFinder } from './boxFinder.ts'
import { swallowInput } from './deadInput.ts'
import * as native from './native.ts'
import { createPlayhead } from './playhead.ts'
import { CONNECT, HELLO, type Answer, type FrameCalls, type Request, type Size } from './protocol.ts'
import { createRecordedDocument } from './recordedDocument.ts'
import { fixViewportUnits } from './viewportUnits.ts'

const page = createRecordedDocument()
const playhead = createPlayhead(page)

const calls: FrameCalls = {
  load: playhead.load,
  append: playhead.append,
  advance: playhead.advance,
  async settle(size) {
    await tookSize(size)
    native.finishTransitions(document)
    page.settle(true)
    await Promise.race([native.fontsOf(document).ready, after(500)])
    await Promise.race([picturesIn(document), after(250)])
    await Promise.race([new Promise(requestAnimationFrame), after(100)])
  },
  measure() {
    page.distrust()
    fixViewportUnits(document, { width: innerWidth, height: innerHeight })
    const root = native.documentElementOf(document)
    return { width: root?.scrollWidth ?? 0, height: root?.scrollHeight ?? 0 }
  },
  boxes(fingerprints) {
    const find = createBoxFinder(native.documentElementOf(document))
    return fingerprints.map(find)
  },
}

/** The console sets the size of the frame from outside; the news of it comes some time after. */
function tookSize({ width, height }: Size): Promise<unknown> {
  const taken = new Promise<void>((resolve) => {
    const look = (): void => {
      if (innerWidth !== width || innerHeight !== height) return
      removeEventListener('resize', look)
      resolve()
    }
    addEventListener('resize', look)
    look()
  })
  return Promise.race([taken, after(1000)])
}

/** Those that are on their way. They come from our own copies, mostly out of the browser's cache. */
function picturesIn(root: Document): Promise<unknown> {
  const top = native.documentElementOf(root)
  const awaited = top ? [...native.elementsWithin(top, 'img')].filter((picture) => picture instanceof HTMLImageElement && !picture.complete) : []
  const settled = (picture: Element): Promise<void> =>
    new Promise((resolve) => ['load', 'error'].forEach((type) => picture.addEventListener(type, () => resolve(), { once: true })))
  return Promise.all(awaited.map(settled))
}

/** For what may never come: a hidden tab draws no frames, a browser may round a size. */
const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

function answer(port: MessagePort, { id, call, parameters }: Request): void {
  const send = (answer: Answer): void => port.postMessage(answer)
  Promise.resolve()
    .then(() => (calls[call] as (...parameters: unknown[]) => unknown)(...parameters))
    .then(
      (result) => send({ id, result }),
      (failure: unknown) => send({ id, error: failure instanceof Error ? failure.message : String(failure) }),
    )
}

addEventListener('message', function connect(event) {
  const port = event.ports[0]
  if (event.source !== parent || event.data !== CONNECT || !port) return
  removeEventListener('message', connect)
  port.onmessage = (message: MessageEvent<Request>) => answer(port, message.data)
  port.postMessage({ id: HELLO } satisfies Answer)
})
addEventListener('resize', () => page.settle(true))
swallowInput(window)
