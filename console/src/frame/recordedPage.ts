// The console's side of the opaque frame: one recorded document, shown.
import { CONNECT, HELLO, type Answer, type Call, type ElementBox, type Fingerprint, type FrameCalls, type PageState, type PointerMoment, type Size } from './protocol.ts'

export type { ElementBox, Fingerprint, PageState, PointerMoment, Size } from './protocol.ts'

/** All times are ms on the clock of the document that is loaded. Calls are answered in order; each rejects when the frame fails. */
export interface RecordedPage {
  readonly element: HTMLIFrameElement
  /**
   * Shows the moment `at` of an answer of `/recording/{document}`, at the size of the visitor's window then. `over`: it is of the
   * document that stands there, so that only what differs need be touched.
   */
  load(events: ArrayBuffer, at: number, over?: boolean): Promise<PageState>
  /** Adds a later answer for the same document. It may overlap what is known. */
  append(events: ArrayBuffer): Promise<void>
  /** Plays on to `at`. Never goes back: that takes a load. */
  advance(at: number): Promise<PageState>
  /** Where these elements stand, in document coordinates; null for those that cannot be told for sure. */
  boxes(fingerprints: Fingerprint[]): Promise<(ElementBox | null)[]>
  /** Makes the frame as tall as the document, so that nothing in it scrolls, until the next load. Answers that size. */
  fullHeight(): Promise<Size>
  /** Hears of the visitor's pointer as the picture gets there. Answers how to stop. */
  onPointer(listener: (moments: PointerMoment[]) => void): () => void
  destroy(): void
}

const FRAME_ADDRESS = '/frame'
/** How long the frame may take to begin once it is loaded. What answers later was not our frame. */
const HELLO_MS = 10_000
/** A document taller than this is cut: browsers stop drawing layers well above it. */
const TALLEST = 30_000

/** Puts a frame of this name into the container. `load` may be called at once. */
export function createRecordedPage(container: HTMLElement, name: string): RecordedPage {
  const element = frameElement(name)
  const frame = connect(element)
  const listeners = new Set<(moments: PointerMoment[]) => void>()
  let tall = false

  async function show(state: PageState, settle: boolean): Promise<PageState> {
    const size = { width: state.width, height: state.height }
    const resized = !tall && size.width > 0 && resize(element, size)
    if (settle || resized) await frame.call('settle', sizeOf(element))
    if (state.pointer.length > 0) listeners.forEach((listener) => listener(state.pointer))
    return state
  }

  container.append(element)
  return {
    element,
    async load(events, at, over = false) {
      tall = false
      return show(await frame.call('load', events, at, over), true)
    },
    append: (events) => frame.call('append', events),
    advance: async (at) => show(await frame.call('advance', at), false),
    boxes: (fingerprints) => frame.call('boxes', fingerprints),
    async fullHeight() {
      tall = true
      const before = await frame.call('measure')
      resize(element, { width: sizeOf(element).width, height: Math.min(Math.max(before.height, 1), TALLEST) })
      await frame.call('settle', sizeOf(element))
      return { width: before.width, height: sizeOf(element).height }
    },
    onPointer(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    destroy() {
      listeners.clear()
      frame.close()
      element.remove()
    },
  }
}

function frameElement(name: string): HTMLIFrameElement {
  const element = document.createElement('iframe')
  element.name = name
  element.title = 'The recorded page'
  element.src = FRAME_ADDRESS
  element.setAttribute('sandbox', 'allow-scripts')
  // Neither mouse, keyboard nor a dialog of the recorded page can take the focus into the replay.
  element.inert = true
  element.style.cssText = 'display:block;border:0;background:#fff;color-scheme:light'
  resize(element, { width: 1280, height: 800 })
  return element
}

/** Whether anything changed. */
function resize(element: HTMLIFrameElement, { width, height }: Size): boolean {
  const { width: oldWidth, height: oldHeight } = sizeOf(element)
  element.style.width = `${width}px`
  element.style.height = `${height}px`
  return width !== oldWidth || height !== oldHeight
}

const sizeOf = (element: HTMLIFrameElement): Size => ({ width: parseFloat(element.style.width), height: parseFloat(element.style.height) })

interface Connection {
  call<C extends Call>(call: C, ...parameters: Parameters<FrameCalls[C]>): Promise<Awaited<ReturnType<FrameCalls[C]>>>
  close(): void
}

function connect(element: HTMLIFrameElement): Connection {
  const { port1: port, port2: theirs } = new MessageChannel()
  const waiting = new Map<number, { resolve(result: never): void; reject(failure: Error): void }>()
  let calls = 0

  let broken: Error | undefined
  function fail(why: string): void {
    broken = new Error(why)
    waiting.forEach(({ reject }) => reject(broken!))
    waiting.clear()
  }

  let hello: ReturnType<typeof setTimeout> | undefined
  port.onmessage = ({ data: { id, result, error } }: MessageEvent<Answer>) => {
    if (id === HELLO) return clearTimeout(hello)
    const call = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) call?.resolve(result as never)
    else call?.reject(new Error(error))
  }
  // What is sent to the port before the frame has its end of it waits there.
  element.addEventListener(
    'load',
    () => {
      element.contentWindow?.postMessage(CONNECT, '*', [theirs])
      hello = setTimeout(() => fail('the frame for recorded pages did not start'), HELLO_MS)
    },
    { once: true },
  )

  return {
    call: (call, ...parameters) =>
      new Promise((resolve, reject) => {
        if (broken) return reject(broken)
        const id = ++calls
        waiting.set(id, { resolve, reject })
        port.postMessage({ id, call, parameters })
      }),
    close() {
      clearTimeout(hello)
      port.close()
      fail('the recorded page was closed')
    },
  }
}
