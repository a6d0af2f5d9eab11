import { readFileSync } from 'node:fs'
import { build, type Plugin } from 'vite'

/**
 * Emits `frame.html`: the opaque frame with its one script inside. It must be inside: a document of opaque origin gets no module
 * and no cross-origin script from its own server, and the nonce, which the server puts in per request, covers all there is.
 */
export function opaqueFrame(): Plugin {
  return {
    name: 'opaque-frame',
    apply: 'build',
    async generateBundle() {
      const script = (await bundle('src/frame/main.ts')).replaceAll('</script', '<\\/script')
      const source = readFileSync('frame.html', 'utf8').replace('__SCRIPT__', () => script.trim())
      this.emitFile({ type: 'asset', fileName: 'frame.html', source })
    },
  }
}

async function bundle(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, target: 'es2022', lib: { entry, formats: ['iife'], name: 'frame' } },
  })
  const [output] = (Array.isArray(result) ? result : [result]) as { output: { type: string; code?: string }[] }[]
  const script = output?.output.find((part) => part.type === 'chunk')?.code
  if (!script) throw new Error(`${entry} made no script`)
  return script
}
