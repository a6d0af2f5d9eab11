// What was found, as a page.
const median = (list) => [...list].sort((one, other) => one - other)[Math.floor(list.length / 2)]
const kb = (bytes) => (bytes === undefined ? '–' : (bytes / 1000).toFixed(1))

export function report({ rounds, pages, agents, cores, load, runs, tasks, offline, fidelity, minutes }) {
  const of = (path, name) => runs.filter((run) => run.path === path && run.name === name && run.cpu !== undefined)

  /** Compared within a round: the machine is not the same from one to the next. */
  function ratios(path, name) {
    return of(path, name).flatMap(({ round, cpu }) => {
      const off = of(path, 'off').find((run) => run.round === round)
      return off ? [cpu / off.cpu] : []
    })
  }

  function cell(path, name) {
    const all = ratios(path, name)
    if (!all.length) return 'did not end'
    const spread = [Math.min(...all), Math.max(...all)].map((ratio) => ratio.toFixed(2)).join('–')
    const bytes = of(path, name).map((run) => run.bytes)
    const again = of(path, name).find((run) => run.againBytes !== undefined)?.againBytes
    return `${kb(median(bytes))}, ${kb(again)}, ${median(all).toFixed(2)}${all.length > 1 ? ` (${spread})` : ''}`
  }

  const share = (list) => `${list.filter(({ left }) => left).length}/${list.length}`
  const task = (name, path) => tasks.find((one) => one.name === name && one.path === path)?.ms?.toFixed(0) ?? '–'
  const large = [...new Set(tasks.map(({ path }) => path))]
  const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

  return `# The agent beside others

\`./sojourn bench agent\`: ${rounds} ${rounds === 1 ? 'round' : 'rounds'} in ${minutes.toFixed(1)} minutes on ${cores} cores, load ${load.toFixed(1)} at the start. Each visit in a fresh
browser, all in one run. Our agent masks digits and what is typed, as it always does; the others mask nothing. rrweb is given the smallest
transport there is: a gzip batch every 5 s, a beacon as the page ends.

## Bytes and main thread

Per page: KB sent by a first visit, KB sent by the same visitor's second, main-thread time (thread clock) with the agent ÷ without, median
(lowest–highest). The dashboard runs on a processor slowed down 4 times. Nothing of ours is shared between visitors yet, so the sixth
visitor of a page sends what the first one sent.

${table(['agent', ...pages], agents.map((name) => [name, ...pages.map((path) => cell(path, name))]))}

## Longest own task, and what arrives

Thread time in ms of the agent's own calls in the worst task while a large page loads and is pictured, from a trace; a layout that such a
call forces is part of it. "Left": visits of which
a text put into the page 300 ms before leaving arrived. "Offline": the same without network, looked for after the visitor has come back to
another page of the site.

${table(
  ['agent', ...large.map((path) => path.replace('nodes', '') + ' nodes'), 'left', 'offline'],
  agents.map((name) => [
    name,
    ...large.map((path) => task(name, path)),
    share(runs.filter((run) => run.name === name)),
    share(offline.filter((one) => one.name === name)),
  ]),
)}

## How true our replay is

The page at its end, and our player's frame with what was recorded, masking off: nodes compared, differences. "Edge" is one page with a case
for everything that recorders get wrong. Of its differences these are meant or cannot be otherwise: a frame is shown by an element of ours
(its \`sandbox\`, \`style\`, and no doctype), nothing can be edited (\`contenteditable\`), links lead nowhere (\`xlink:href\`), no script can
set \`@click\`, half a letter (\`\\ud83d\`) has no UTF-8. The others are gaps.

${table(
  ['page', 'nodes', 'differences', 'which'],
  fidelity.map(({ path, compared, differences }) => [path, compared ?? '–', differences?.length ?? '–', differences?.slice(0, 8).join('; ').replaceAll('|', '/') ?? 'did not end']),
)}
`
}
