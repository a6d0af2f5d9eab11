import { existsSync } from 'node:fs'
import { after, afterEach, before, beforeEach } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launch } from './browser.ts'
import { startFakeServer } from './fake-server.ts'

type FakeServer = Awaited<ReturnType<typeof startFakeServer>>

export interface Stage {
  page: Page
  server: FakeServer
  open(path: string): Promise<void>
}

/** A fresh server and a fresh page for every test, logged in, in one browser. Any error in a page fails its test. */
export function onStage(size = { width: 1280, height: 800 }): Stage {
  const stage = {} as Stage & { browser: Browser; context: BrowserContext; errors: string[] }

  before(async () => {
    if (!existsSync(new URL('../dist/index.html', import.meta.url))) throw new Error('Build the console first: npm run build')
    stage.browser = await launch()
  })
  beforeEach(async () => {
    stage.server = await startFakeServer(Date.now())
    stage.server.state.signedIn = true
    stage.context = await stage.browser.newContext({ viewport: size })
    stage.page = await stage.context.newPage()
    stage.page.setDefaultTimeout(15_000)
    stage.errors = []
    stage.page.on('pageerror', (error) => stage.errors.push(error.message))
    stage.open = async (path) => void (await stage.page.goto(stage.server.origin + path))
  })
  afterEach(async () => {
    await stage.context.close()
    await stage.server.close()
    if (stage.errors.length > 0) throw new Error(`errors in the page: ${stage.errors.join('; ')}`)
  })
  after(() => stage.browser?.close())
  return stage
}
