// What a visit costs, and what of it arrives.
import { arrived, openBrowser, openLab, openPage, wait } from './lab.mjs'
import { THROTTLE, VISITS } from './pages.mjs'

const MARKER = 'LASTWORDS'
const sizeOf = (bodies) => bodies.reduce((sum, body) => sum + body.length, 0)

/**
 * One visit in a fresh browser: the thread time it took in ms, the bytes that arrived, and whether what happened 300 ms before
 * leaving arrived. `again`: the same visit once more, by the same visitor with a warm cache; only its bytes are counted.
 */
export async function visit(name, path, again) {
  const lab = await openLab(name)
  const browser = await openBrowser()
  try {
    const page = await openPage(browser)
    const devtools = await page.context().newCDPSession(page)
    await page.goto(lab.address + '/gone')
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE[path] ?? 1 })
    const from = await taskTime(devtools)
    await walk(page, lab, path)
    const cpu = (await taskTime(devtools)) - from
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    await flushed(page)
    const bytes = sizeOf(lab.bodies)
    await page.evaluate((marker) => document.body.append(marker), MARKER)
    await wait(300)
    await page.goto(lab.address + '/gone')
    await wait(1000)
    const left = name !== 'off' && (await arrived(name, lab.bodies, MARKER))
    if (!again || name === 'off') return { cpu, bytes, left }
    const before = sizeOf(lab.bodies)
    await walk(page, lab, path)
    await flushed(page)
    return { cpu, bytes, left, againBytes: sizeOf(lab.bodies) - before }
  } finally {
    await browser.close()
    lab.close()
  }
}

/** Whether what happened while there was no network arrives once the visitor is back, on another page of the site. */
export async function offlineThenBack(name) {
  const lab = await openLab(name)
  const browser = await openBrowser()
  try {
    const page = await openPage(browser)
    await page.goto(lab.address + '/shop')
    await wait(1500)
    await flushed(page)
    await page.context().setOffline(true)
    await page.evaluate((marker) => document.body.append(marker), MARKER)
    await wait(300)
    await page.goto(lab.address + '/article').catch(() => {})
    await page.context().setOffline(false)
    await page.goto(lab.address + '/article')
    await wait(1500)
    await flushed(page)
    return await arrived(name, lab.bodies, MARKER)
  } finally {
    await browser.close()
    lab.close()
  }
}

async function walk(page, lab, path) {
  await page.goto(`${lab.address}/${path}`, { timeout: 60_000 })
  await wait(1500)
  await VISITS[path](page, wait)
  await wait(1000)
}

async function flushed(page) {
  await page.evaluate(() => window.flushAgent?.())
  await wait(1500)
}

async function taskTime(devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000
}
