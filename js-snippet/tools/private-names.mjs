// Which property names are ours alone, so that the bundles may shorten them. Names the platform knows are not, nor those a
// page or the server reads: they are quoted in the source, or stand in Settings.
import { readFileSync, readdirSync } from 'node:fs'
import ts from 'typescript'

const LIB = 'node_modules/typescript/lib'
const DECLARED =
  /^\s*(?:(?:readonly|get|set|static|declare|var|function|const|interface|type) )*"?([A-Za-z_$][\w$]*)"?\??\s*[:(<=]/gm
// Platform names the TypeScript library does not list yet.
const PLATFORM = [
  'createScriptURL',
  'createPolicy',
  'postTask',
  'interactionCount',
  'interactionId',
  'sources',
  'hadRecentInput',
  'activationStart',
  'durationThreshold',
  'downloadRequest',
]
// And those of pages, their consent platforms and our own entrance.
const PAGES = [
  'dataLayer',
  '__tcfapi',
  'gdprApplies',
  'eventStatus',
  'purpose',
  'consents',
  'sojourn',
  'loaded',
  'q',
  'e',
]

export function privateNames() {
  const theirs = new Set([...PLATFORM, ...PAGES])
  for (const file of readdirSync(LIB)) {
    if (!/^lib\.(dom|es).*\.d\.ts$/.test(file)) continue
    // Members and globals as they are declared, not every word of the comments.
    for (const [, name] of readFileSync(`${LIB}/${file}`, 'utf8').matchAll(DECLARED)) theirs.add(name)
  }
  for (const name of declaredIn('src/settings.ts')) theirs.add(name)
  const ours = new Set(sources('src').flatMap((file) => [...declaredIn(file)]))
  return [...ours].filter((name) => !theirs.has(name)).sort()
}

function sources(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`)
}

/** Unquoted member names of interfaces and of object literals. */
function declaredIn(file) {
  const names = new Set()
  const visit = (node) => {
    const isMember = ts.isInterfaceDeclaration(node.parent ?? node) || ts.isObjectLiteralExpression(node.parent ?? node)
    if (isMember && node.name && ts.isIdentifier(node.name)) names.add(node.name.text)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true))
  return names
}
