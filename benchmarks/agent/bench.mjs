// node bench.mjs [rounds] [page…]: every page with every agent and without any, in turn, in a fresh browser each; medians of all
// rounds. The first round also measures repeated visits, large pages, being offline, and how true our replay is. A round takes
// about five minutes, the first about five more.
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { AGENTS } from './agents.mjs'
import { fidelity } from './fidelity.mjs'
import { scripts } from './lab.mjs'
import { LARGE, VISITS } from './pages.mjs'
import { report } from './report.mjs'
import { longestTask } from './tasks.mjs'
import { offlineThenBack, visit } from './visit.mjs'

const [given, ...paths] = process.argv.slice(2)
const ROUNDS = Number(given ?? 1)
const RESULT = new URL('../results/agent.md', import.meta.url)
const OFFLINE_TRIES = 3
const pages = paths.length ? paths : Object.keys(VISITS)
const agents = Object.keys(AGENTS)

/** A visit that does not end is a result, too; the others must not wait for it. */
async function bounded(ms, run) {
  let timer
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`not within ${ms / 1000} s`)), ms)))
  try {
    return await Promise.race([run(), late])
  } catch (failure) {
    console.log(String(failure).split('\n')[0])
    return
  } finally {
    clearTimeout(timer)
  }
}

const started = Date.now()
const found = { rounds: ROUNDS, pages, agents, cores: cpus().length, load: loadavg()[0], runs: [], tasks: [], offline: [], fidelity: [] }
for (let round = 0; round < ROUNDS; round++) {
  for (const path of pages) {
    for (const name of Object.keys(scripts)) {
      const run = { round, path, name, ...(await bounded(90_000, () => visit(name, path, round === 0))) }
      found.runs.push(run)
      console.log(round, path, name, Math.round(run.cpu) + ' ms', run.bytes, 'B, again', run.againBytes, 'B, left', run.left)
    }
  }
}
for (const path of Object.keys(LARGE)) {
  for (const name of agents) {
    const ms = await bounded(60_000, () => longestTask(name, path))
    found.tasks.push({ path, name, ms })
    console.log(path, name, 'longest own task', ms, 'ms')
  }
}
for (const name of agents) {
  for (let i = 0; i < OFFLINE_TRIES; i++) found.offline.push({ name, left: await bounded(40_000, () => offlineThenBack(name)) })
  console.log('offline, then back:', name, found.offline.filter((one) => one.name === name && one.left).length)
}
for (const path of [...pages, 'edge']) {
  const result = await bounded(60_000, () => fidelity(path))
  found.fidelity.push({ path, ...result })
  console.log('fidelity', path, result?.compared, 'nodes,', result?.differences.length, 'differences')
  result?.differences.forEach((difference) => console.log('  ' + difference))
}
found.minutes = (Date.now() - started) / 60_000
mkdirSync(new URL('.', RESULT), { recursive: true })
const text = report(found)
writeFileSync(RESULT, text)
console.log(text)
