import { fileURLToPath } from 'node:url'
import type { Browser, Frame, Page } from 'playwright-core'
import { build } from 'vite'
import type { ElementBox, Fingerprint, PageState, RecordedPage, Size } from '../../src/frame/recordedPage.ts'
import type { CannedServer } from '../support/cannedServer.ts'

/** A RecordedPage in a real browser, driven from the test. */
export interface Workbench {
  readonly page: Page
  readonly frame: Frame
  load(events: Uint8Array, at: number, over?: boolean): Promise<PageState>
  append(events: Uint8Array): Promise<void>
  advance(at: number): Promise<PageState>
  boxes(fingerprints: Fingerprint[]): Promise<(ElementBox | null)[]>
  fullHeight(): Promise<Size>
  /** The document in the frame as HTML, with shadow roots, and what fields show. */
  html(): Promise<string>
}

declare global {
  interface Window {
    createRecordedPage(container: HTMLElement, name: string): RecordedPage
    recorded: RecordedPage
  }
}

export async function onWorkbench(browser: Browser, server: CannedServer): Promise<Workbench> {
  server.files.set('/workbench.js', { type: 'text/javascript', body: await bundle() })
  server.files.set('/workbench', { type: 'text/html', body: '<!doctype html><body><script src="/workbench.js"></script>' })
  const page = await browser.newPage()
  await page.goto(`${server.origin}/workbench`)
  await page.evaluate(() => void (window.recorded = window.createRecordedPage(document.body, 'page')))
  const element = await page.waitForSelector('iframe[name=page]', { state: 'attached' })
  const frame = (await element.contentFrame())!
  // tsx names functions through a helper that the frame does not have.
  await frame.evaluate('globalThis.__name = (named) => named')
  return {
    page,
    frame,
    load: (events, at, over = false) => page.evaluate(([bytes, at, over]) => window.recorded.load(Uint8Array.from(bytes).buffer, at, over), [[...events], at, over] as const),
    append: (events) => page.evaluate((bytes) => window.recorded.append(Uint8Array.from(bytes).buffer), [...events]),
    advance: (at) => page.evaluate((at) => window.recorded.advance(at), at),
    boxes: (fingerprints) => page.evaluate((fingerprints) => window.recorded.boxes(fingerprints), fingerprints),
    fullHeight: () => page.evaluate(() => window.recorded.fullHeight()),
    html: () => frame.evaluate(serialize),
  }
}

async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('./workbench.ts', import.meta.url))
  const [result] = (await build({ configFile: false, logLevel: 'silent', build: { write: false, lib: { entry, formats: ['iife'], name: 'workbench' } } })) as unknown as { output: { code: string }[] }[]
  return result!.output[0]!.code
}

/** Runs in the frame, so it must stand alone. */
function serialize(): string {
  const write = (node: Node): string => {
    if (node instanceof Text) return node.data
    if (node instanceof Comment) return `<!--${node.data}-->`
    if (node instanceof DocumentType) return `<!doctype ${node.name}>`
    const inside = [...node.childNodes].map(write).join('')
    if (!(node instanceof Element)) return inside
    const attributes = [...node.attributes].map(({ name, value }) => ` ${name}="${value}"`).sort().join('')
    const state = node instanceof HTMLInputElement ? ` {${node.value}${node.checked ? ' checked' : ''}}` : ''
    const shadow = node.shadowRoot ? `<#shadow>${[...node.shadowRoot.childNodes].map(write).join('')}</#shadow>` : ''
    const content = node instanceof HTMLTemplateElement ? `<#content>${write(node.content)}</#content>` : ''
    return `<${node.localName}${attributes}${state}>${shadow}${content}${inside}</${node.localName}>`
  }
  return [...document.childNodes].map(write).join('')
}
