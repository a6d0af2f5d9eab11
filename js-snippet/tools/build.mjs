// Bundles core and recorder, measures them, and fails when they are larger than a visitor should have to fetch.
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'

const PLACEHOLDER = '"__SOJOURN_SETTINGS__"'
const KB = 1024
const BUDGET = { core: 8 * KB, both: 15 * KB }

mkdirSync('dist', { recursive: true })
const core = await bundle('src/core.ts')
const recorder = await bundle('src/recorder.ts')
if (core.split(PLACEHOLDER).length !== 2) throw new Error(`core.js must contain ${PLACEHOLDER} exactly once`)
writeFileSync('dist/core.js', core)
writeFileSync('dist/recorder.js', recorder)

const sizes = { core: measure(core), recorder: measure(recorder), parts: await partSizes() }
writeFileSync('dist/sizes.json', JSON.stringify(sizes, null, 2) + '\n')

const both = sizes.core.brotli + sizes.recorder.brotli
console.log(`core ${sizes.core.brotli} B, with recorder ${both} B (brotli)`)
if (sizes.core.brotli > BUDGET.core || both > BUDGET.both) {
  throw new Error(`over budget: core ${BUDGET.core} B, with recorder ${BUDGET.both} B (brotli)`)
}

async function bundle(entry) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2018',
    charset: 'utf8',
    legalComments: 'none',
    write: false,
  })
  return outputFiles[0].text
}

/** What each tracker and each part of the recorder would weigh alone, with all that it needs. */
async function partSizes() {
  const parts = {}
  for (const folder of ['track', 'record']) {
    for (const file of readdirSync(`src/${folder}`)) {
      parts[`${folder}/${file.replace('.ts', '')}`] = measure(await bundle(`src/${folder}/${file}`))
    }
  }
  return parts
}

function measure(text) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 }
  return {
    raw: Buffer.byteLength(text),
    gzip: gzipSync(text, { level: 9 }).length,
    brotli: brotliCompressSync(text, { params }).length,
  }
}
