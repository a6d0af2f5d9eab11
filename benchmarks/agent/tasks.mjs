// The longest task of an agent's own script while it takes its first picture of a large page, read from a trace.
import { openBrowser, openLab, openPage, wait } from './lab.mjs'

const SCRIPTS = /\/(agent|more|recorder)\.js$/
const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline']

/** Thread time in ms. What runs after an `await` bears no name in a trace and is not counted, for none of the agents. */
export async function longestTask(name, path) {
  const lab = await openLab(name)
  const browser = await openBrowser()
  try {
    const page = await openPage(browser)
    await browser.startTracing(page, { categories: CATEGORIES })
    await page.goto(`${lab.address}/${path}`, { timeout: 60_000 })
    await wait(6000)
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString())
    return longestOf(traceEvents)
  } finally {
    await browser.close()
    lab.close()
  }
}

function longestOf(events) {
  // Scripts are also named where they are only parsed, in other threads.
  const own = events.filter(
    ({ name, ph, args }) => ph === 'X' && /^(FunctionCall|EvaluateScript)$/.test(name) && SCRIPTS.test(args?.data?.url ?? ''),
  )
  if (!own.length) return NaN
  const ours = ({ pid, tid }) => pid === own[0].pid && tid === own[0].tid
  const tasks = events
    .filter((event) => ours(event) && event.ph === 'X' && /RunTask$/.test(event.name))
    .sort((one, other) => one.ts - other.ts)
  const spent = new Map()
  let end = 0
  let at = 0
  for (const call of own.filter(ours).sort((one, other) => one.ts - other.ts)) {
    // A call inside another is counted already.
    if (call.ts < end) continue
    end = call.ts + call.dur
    while (at < tasks.length && tasks[at].ts + tasks[at].dur < call.ts) at++
    spent.set(at, (spent.get(at) ?? 0) + (call.tdur ?? call.dur))
  }
  return Math.max(...spent.values()) / 1000
}
