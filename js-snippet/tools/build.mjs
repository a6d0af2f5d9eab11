// Bundles core and recorder, measures them, and fails when they are larger than a visitor should have to fetch.
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import { build } from 'esbuild'
import { minify } from 'terser'
import { privateNames } from './private-names.mjs'

const PLACEHOLDER = '"__SOJOURN_SETTINGS__"'
const KB = 1024
const BUDGET = { core: 11 * KB, both: 17.5 * KB }

const names = privateNames()
const short = {}
mkdirSync('dist', { recursive: true })
const core = await bundle('src/core.ts')
const recorder = await bundle('src/recorder.ts', { plugins: [takeFromCore()] })
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

async function bundle(entry, { format = 'iife', plugins = [] } = {}) {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format,
    plugins,
    // The oldest browsers with all that the agent needs (CompressionStream aside) know 2020's syntax.
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
    mangleProps: new RegExp(`^(${names.join('|')})$`),
    mangleCache: short,
    write: false,
  })
  Object.assign(short, result.mangleCache)
  // A second look by another minifier takes another 6 % off what visitors fetch.
  const { code } = await minify(result.outputFiles[0].text, {
    ecma: 2020,
    module: format === 'esm',
    compress: { passes: 4, unsafe_arrows: true, unsafe_methods: true },
    format: { ecma: 2020, quote_style: 3 },
  })
  return code
}

/** The recorder takes from the core what the core has anyway: imports of those modules lead to src/shared.ts. */
function takeFromCore() {
  const text = readFileSync('src/shared.ts', 'utf8')
  const modules = [...text.matchAll(/from '\.\/(.*)'/g)].map(([, file]) => file)
  const shared = /shared = {(.*?)}/s
    .exec(text)[1]
    .split(/[\s,]+/)
    .filter(Boolean)
  return {
    name: 'take-from-core',
    setup({ onLoad }) {
      const filter = new RegExp(`src/(${modules.join('|').replaceAll('.', '\\.')})$`)
      onLoad({ filter }, ({ path }) => {
        const own = readFileSync(path, 'utf8')
        const names = shared.filter((name) => new RegExp(`export (const|function) ${name}\\b`).test(own))
        const meeting = relative(dirname(path), 'src/meeting.ts')
        return {
          contents: `import { shared } from './${meeting}'\nexport const { ${names.join(', ')} } = shared`,
          loader: 'ts',
        }
      })
    },
  }
}

/** What each tracker and each part of the recorder would weigh alone, with all that it needs. */
async function partSizes() {
  const parts = {}
  for (const folder of ['track', 'record']) {
    for (const file of readdirSync(`src/${folder}`)) {
      parts[`${folder}/${file.replace('.ts', '')}`] = measure(await bundle(`src/${folder}/${file}`, { format: 'esm' }))
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
