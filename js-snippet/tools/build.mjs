// Bundles core and recorder, measures them, and fails when they are larger than a visitor should have to fetch.
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import { build } from 'esbuild'
import { minify } from 'terser'
import { privateNames } from './private-names.mjs'

const PLACEHOLDER = '"__SOJOURN_SETTINGS__"'
const KB = 1024
const BUDGET = { core: 12.8 * KB, more: 9.3 * KB, recorder: 6.4 * KB, stub: 500, all: 28.3 * KB }

const names = privateNames()
const short = {}
mkdirSync('dist', { recursive: true })
const core = await bundle('src/core.ts')
const more = await bundle('src/more.ts', { plugins: [takeFromCore()] })
const recorder = await bundle('src/recorder.ts', { plugins: [takeFromCore()] })
if (core.split(PLACEHOLDER).length !== 2) throw new Error(`core.js must contain ${PLACEHOLDER} exactly once`)
writeFileSync('dist/core.js', core)
writeFileSync('dist/more.js', more)
writeFileSync('dist/recorder.js', recorder)

// For those who bundle: `npm pack dist/npm`.
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
mkdirSync('dist/npm', { recursive: true })
writeFileSync('dist/npm/index.js', await bundle('src/npm.ts', { format: 'esm' }))
writeFileSync('dist/npm/index.d.ts', readFileSync('tools/npm-types.d.ts', 'utf8'))
writeFileSync(
  'dist/npm/package.json',
  JSON.stringify({
    name: '@sojourn/agent',
    version,
    license: 'Apache-2.0',
    type: 'module',
    sideEffects: false,
    exports: { '.': { types: './index.d.ts', default: './index.js' } },
  }),
)

const stub = readFileSync('src/stub.js', 'utf8')
const stubs = {
  'stub.js': stub.replace(/'(BEGIN|END) LEAVE'/g, ''),
  'stub-asking.js': stub.replace(/'BEGIN LEAVE'[^]*'END LEAVE'/, ''),
}
for (const [name, text] of Object.entries(stubs)) {
  const { code } = await minify(text, {
    ecma: 2020,
    compress: { passes: 4, unsafe_arrows: true },
    format: { ecma: 2020 },
  })
  // It is pasted by hand, so no letter may be one that an editor eats.
  stubs[name] = code.replace(/[^ -~]/g, (letter) => '\\x' + letter.charCodeAt(0).toString(16).padStart(2, '0'))
  writeFileSync(`dist/${name}`, stubs[name])
}

const sizes = {
  core: measure(core),
  more: measure(more),
  recorder: measure(recorder),
  stub: measure(stubs['stub.js']),
  parts: await partSizes(),
}
writeFileSync('dist/sizes.json', JSON.stringify(sizes, null, 2) + '\n')

const all = sizes.core.brotli + sizes.more.brotli + sizes.recorder.brotli
console.log(
  `brotli: core ${sizes.core.brotli} B, more ${sizes.more.brotli} B, recorder ${sizes.recorder.brotli} B, all ${all} B`,
)
for (const [name, size] of Object.entries({
  ...Object.fromEntries(Object.entries(sizes).map(([k, v]) => [k, v.brotli])),
  all,
})) {
  if (size > BUDGET[name]) throw new Error(`${name} is over budget: ${size} of ${BUDGET[name]} B (brotli)`)
}

async function bundle(entry, options = {}) {
  const text = await bundleOnce(entry, options)
  // Names and a second look are another minifier's: 6 % less for visitors to fetch.
  const { code } = await minify(text, {
    ecma: 2020,
    module: options.format === 'esm',
    compress: { passes: 4, unsafe_arrows: true, unsafe_methods: true, pure_getters: true, keep_fargs: false },
    mangle: { toplevel: true },
    format: { ecma: 2020, quote_style: 3 },
  })
  return code
}

async function bundleOnce(entry, { format = 'iife', plugins = [], minifyIdentifiers = false } = {}) {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    minifySyntax: true,
    minifyWhitespace: true,
    minifyIdentifiers,
    format,
    plugins,
    // The oldest browsers with all that the agent needs (CompressionStream aside) know 2021's syntax.
    target: 'es2021',
    charset: 'utf8',
    legalComments: 'none',
    mangleProps: new RegExp(`^(${names.join('|')})$`),
    mangleCache: short,
    write: false,
    metafile: true,
  })
  if (process.env.SIZES && format === 'iife') {
    const { inputs } = Object.values(result.metafile.outputs)[0]
    for (const [file, { bytesInOutput }] of Object.entries(inputs).sort(
      (a, b) => b[1].bytesInOutput - a[1].bytesInOutput,
    ))
      console.log(bytesInOutput, file)
  }
  Object.assign(short, result.mangleCache)
  return result.outputFiles[0].text
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

/** What each tracker and each part of the recorder would weigh alone, with all that it needs; the second look is left out. */
async function partSizes() {
  const files = ['track', 'record'].flatMap((folder) =>
    readdirSync(`src/${folder}`, { recursive: true }).map((file) => `${folder}/${file}`),
  )
  const parts = files.filter((file) => file.endsWith('.ts')).map((file) => file.replace('.ts', ''))
  const weigh = async (part) => [
    part,
    measure(await bundleOnce(`src/${part}.ts`, { format: 'esm', minifyIdentifiers: true })).brotli,
  ]
  return Object.fromEntries(await Promise.all(parts.map(weigh)))
}

function measure(text) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 }
  return {
    raw: Buffer.byteLength(text),
    gzip: gzipSync(text, { level: 9 }).length,
    brotli: brotliCompressSync(text, { params }).length,
  }
}
