// The page as it stands, described inside the page, in the words of the model.
import type { Page } from 'playwright-core'
import { maskAll, maskPageText, maskValue } from '../src/privacy/text.ts'
import type { ModelNode } from './model.ts'

const TEXT = /^(title|alt|placeholder|name|aria-label|data-.*)$/

export async function livePage(page: Page): Promise<ModelNode> {
  return masked((await page.evaluate(READ)) as ModelNode, 'page')
}

/** Runs in the page; a text, so that no tool rewrites it. */
const READ = `(() => {
  const NS = { 'http://www.w3.org/2000/svg': 'svg', 'http://www.w3.org/1998/Math/MathML': 'mathml' }
  const OPAQUE = 'script,noscript,style,textarea,object'
  const base = { name: '', value: '', attributes: {}, children: [], rules: [] }
  const is = (element, selector) => { try { return element.matches(selector) } catch { return false } }
  function read(node) {
    if (node.nodeType === 3) return { ...base, kind: 'text', value: node.nodeValue }
    if (node.nodeType === 8) return { ...base, kind: 'comment', value: node.nodeValue }
    if (node.nodeType === 10) return { ...base, kind: 'doctype', name: node.name }
    const children = [...node.childNodes].filter(({ nodeType }) => [1, 3, 8, 10].includes(nodeType))
    if (node.nodeType === 9) return { ...base, kind: 'document', children: children.map(read) }
    if (node.nodeType === 11) return { ...base, kind: node.host ? 'shadow' : 'template', children: children.map(read) }
    const attributes = {}
    if (node.localName !== 'script') for (const { name, value } of node.attributes) attributes[name] = value
    if (node.localName === 'option' && node.selected) attributes['=selected'] = '1'
    if (node.localName === 'input' || node.localName === 'textarea') {
      delete attributes.value
      if (/checkbox|radio/.test(node.type)) {
        if (node.checked) attributes['=checked'] = '1'
        if (node.indeterminate) attributes['=indeterminate'] = '1'
      } else attributes['=value'] = node.value
    }
    if (is(node, 'dialog:modal')) attributes['=modal'] = '1'
    if (is(node, ':popover-open')) attributes['=popover'] = '1'
    const inner = node.shadowRoot ?? node.content ?? (node.localName === 'iframe' ? node.contentDocument : null)
    return {
      ...base,
      kind: NS[node.namespaceURI] ?? 'html',
      name: node.localName,
      attributes,
      children: node.matches(OPAQUE) || node.localName === 'iframe' ? [] : children.map(read),
      ...(inner ? { inner: read(inner) } : {}),
    }
  }
  return read(document)
})()`

function masked(node: ModelNode, rule: 'page' | 'mask'): ModelNode {
  const inside = 'contenteditable' in node.attributes ? 'mask' : rule
  const mask = (text: string) => (inside === 'mask' ? maskAll(text) : maskPageText(text))
  const attributes = Object.fromEntries(
    Object.entries(node.attributes)
      .filter(([name]) => !/^(on.*|srcdoc)$/.test(name))
      .map(([name, value]) => [name, name === '=value' ? maskValue(value) : TEXT.test(name) ? mask(value) : value]),
  )
  return {
    ...node,
    attributes,
    value: node.value && mask(node.value),
    children: node.children.map((child) => masked(child, inside)),
    inner: node.inner && masked(node.inner, inside),
  }
}
