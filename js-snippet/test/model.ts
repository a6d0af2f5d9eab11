// The simplest possible reader of docs/playback.md: strict, and with nothing in common with the agent but the page it reads.
import type { ReadEvent } from './decode.ts'

export interface ModelNode {
  id: number
  kind: 'html' | 'svg' | 'mathml' | 'text' | 'comment' | 'doctype' | 'document' | 'shadow' | 'template'
  name: string
  value: string
  attributes: Record<string, string>
  children: ModelNode[]
  inner?: ModelNode | undefined
  parent?: ModelNode | undefined
  rules: string[]
}

export interface Model {
  root: ModelNode
  nodes: Map<number, ModelNode>
  sheets: Map<number, string[]>
  adopted: Map<ModelNode, number[]>
  skipped: number
}

const KINDS: ModelNode['kind'][] = [
  'html',
  'svg',
  'mathml',
  'text',
  'comment',
  'doctype',
  'document',
  'shadow',
  'template',
]
const isInner = ({ kind }: ModelNode, parent: ModelNode) =>
  kind === 'shadow' || kind === 'template' || (kind === 'document' && parent.kind === 'html')

/** Plays all DOM operations of one document's PLAYBACK events and answers what then stands. */
export function play(events: ReadEvent[]): Model {
  let model = empty()
  let dictionary: string[] = []
  let lastId = 0

  for (const { kind, domOps } of events) if (kind === 'domOps') run(domOps.code ?? [], domOps.text ?? [])
  return model

  function empty(): Model {
    return {
      root: undefined as unknown as ModelNode,
      nodes: new Map(),
      sheets: new Map(),
      adopted: new Map(),
      skipped: 0,
    }
  }

  function run(code: number[], text: string[]) {
    let at = 0
    let nextText = 0
    const number = () => {
      if (at >= code.length) throw new Error('the program ends in the middle of an operation')
      return code[at++]!
    }
    const entry = () => {
      if (nextText >= text.length) throw new Error('no text left')
      return text[nextText++]!
    }
    const string = (): string | undefined => {
      const reference = number()
      if (reference === 0) return
      if (reference === 1) return entry()
      if (reference === 2) {
        const value = entry()
        dictionary.push(value)
        return value
      }
      const known = dictionary[reference - 3]
      if (known === undefined) throw new Error('no such entry: ' + reference)
      return known
    }
    const known = (id: number) => {
      const node = model.nodes.get(id)
      if (!node && (id < 1 || id > lastId)) throw new Error('no such node: ' + id)
      if (!node) model.skipped++
      return node
    }

    function tree(): ModelNode | undefined {
      const kindNumber = number()
      if (kindNumber === 0) return
      const kind = KINDS[kindNumber - 1]
      if (!kind) throw new Error('no such kind: ' + kindNumber)
      const node: ModelNode = { id: ++lastId, kind, name: '', value: '', attributes: {}, children: [], rules: [] }
      model.nodes.set(lastId, node)
      if (kind === 'text' || kind === 'comment') node.value = string() ?? ''
      else if (kind === 'doctype') {
        node.name = string() ?? ''
        string()
        string()
      } else {
        if (kind === 'document') node.value = string() ?? ''
        if (/html|svg|mathml/.test(kind)) {
          node.name = string()!
          for (let left = number(); left; left--) setAttribute(node, string()!, string())
        }
        for (let child = tree(); child; child = tree()) adopt(node, child, node.children.at(-1))
      }
      return node
    }

    while (at < code.length) operation(number())
    if (nextText !== text.length) throw new Error('text left over')

    function operation(op: number) {
      if (op === 1) {
        model = empty()
        dictionary = []
        lastId = 0
      } else if (op === 2) {
        const [parentId, previousId] = [number(), number()]
        const node = tree()!
        if (!parentId) {
          if (node.kind !== 'document' || model.root) throw new Error('only the document stands alone')
          model.root = node
        } else adopt(must(known(parentId)), node, previousId ? must(known(previousId)) : undefined)
      } else if (op === 3) {
        const node = known(number())
        if (node) {
          release(node)
          forget(node)
        }
      } else if (op === 4) {
        const [node, parent, previousId] = [known(number()), known(number()), number()]
        if (!node || !parent) return
        for (let above: ModelNode | undefined = parent; above; above = above.parent)
          if (above === node) throw new Error('into itself')
        release(node)
        adopt(parent, node, previousId ? must(known(previousId)) : undefined)
      } else if (op === 5) {
        const [node, name, value] = [known(number()), string()!, string()]
        if (node) setAttribute(node, name, value)
      } else if (op === 6) {
        const [node, value] = [known(number()), string()]
        if (node) node.value = value ?? ''
      } else if (op === 7 || op === 8) {
        const id = number()
        const rules = id ? known(id)?.rules : must(model.sheets.get(number()))
        const index = number()
        if (op === 7) rules?.splice(index, 0, string()!)
        else rules?.splice(index, 1)
      } else if (op === 9) {
        model.sheets.set(number(), rulesOf(string() ?? ''))
      } else if (op === 10) {
        const root = known(number())
        const sheets = Array.from({ length: number() }, number)
        if (root) model.adopted.set(root, sheets)
      } else throw new Error('no such operation: ' + op)
    }
  }

  function adopt(parent: ModelNode, node: ModelNode, previous: ModelNode | undefined) {
    node.parent = parent
    if (isInner(node, parent)) {
      if (parent.inner) throw new Error('two inner trees')
      parent.inner = node
      return
    }
    const index = previous ? parent.children.indexOf(previous) + 1 : 0
    if (previous && !index) throw new Error('previous is no child of parent')
    parent.children.splice(index, 0, node)
  }

  function release(node: ModelNode) {
    const { parent } = node
    if (parent?.inner === node) parent.inner = undefined
    else if (parent) parent.children.splice(parent.children.indexOf(node), 1)
    node.parent = undefined
  }

  function forget(node: ModelNode) {
    model.nodes.delete(node.id)
    for (const child of [...node.children, ...(node.inner ? [node.inner] : [])]) forget(child)
  }
}

function setAttribute(node: ModelNode, name: string, value: string | undefined) {
  if (name === '=css') node.rules = rulesOf(value ?? '')
  if (value === undefined) delete node.attributes[name]
  else node.attributes[name] = value
}

/** The agent ends each rule with a line; nested braces keep to themselves. */
function rulesOf(css: string): string[] {
  const rules: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i < css.length; i++) {
    if (css[i] === '{') depth++
    if (css[i] === '}' && !--depth) {
      rules.push(css.slice(from, i + 1).trim())
      from = i + 1
    }
  }
  return rules
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not there')
  return value
}

/** One line per node, indented: what two trees are compared by. */
export function outline(node: ModelNode, indent = ''): string {
  const attributes = Object.entries(node.attributes)
    .filter(([name]) => !/^=(width|height|css|gap|x|y)$/.test(name))
    .sort()
    .map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
    .join('')
  const inner = node.inner ? outline(node.inner, indent + ' /') : ''
  const children = node.children.map((child) => outline(child, indent + '  ')).join('')
  const value = node.kind === 'document' ? '' : node.value && ' ' + JSON.stringify(node.value)
  return `${indent}${node.kind} ${node.name}${attributes}${value}\n${inner}${children}`
}
