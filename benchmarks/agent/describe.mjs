// A document as plain data, and what of it is different in another.

/** Runs in a page, so it must stand alone. */
export function describe(root) {
  const OPAQUE = /^(script|noscript)$/
  const rulesOf = (sheet) => { try { return [...sheet.cssRules].map(({ cssText }) => cssText) } catch { return [] } }
  // The player's own sheet, which shows frames, is none of the page's.
  const adopted = (owner) => (owner.adoptedStyleSheets ?? []).flatMap(rulesOf).filter((rule) => !rule.includes('recorded-frame')).join('\n')
  const is = (element, selector) => { try { return element.matches(selector) } catch { return false } }
  function read(node) {
    if (node.nodeType === 3) return { kind: 'text', value: node.data }
    if (node.nodeType === 8) return { kind: 'comment', value: node.data }
    if (node.nodeType === 10) return { kind: 'doctype', value: node.name }
    const { namespaceURI, localName } = node
    // What stands for a frame in the player holds its document as a shadow root.
    const isFrame = localName === 'recorded-frame'
    const kind = isFrame ? 'iframe' : (/xhtml/.test(namespaceURI) ? '' : namespaceURI.split('/').pop() + ':') + localName
    if (OPAQUE.test(localName)) return { kind: 'script' }
    const state = {}
    const inner = []
    if ((localName === 'style' || localName === 'link') && node.sheet) state.css = rulesOf(node.sheet).join('\n')
    if (localName === 'style' && node.sheet?.disabled) state.off = true
    if (/^(input|textarea)$/.test(localName)) Object.assign(state, { value: node.value, checked: node.checked, indeterminate: node.indeterminate })
    if (localName === 'option') state.selected = node.selected
    if (is(node, ':modal')) state.modal = true
    if (is(node, ':popover-open')) state.popover = true
    if (node.scrollTop || node.scrollLeft) state.scrolled = [node.scrollLeft, node.scrollTop].map(Math.round).join()
    if (node.shadowRoot) inner.push({ kind: isFrame ? 'document' : 'shadow', state: isFrame ? {} : { adopted: adopted(node.shadowRoot) }, children: children(node.shadowRoot) })
    if (localName === 'template') inner.push({ kind: 'content', children: children(node.content) })
    if (localName === 'iframe' && node.contentDocument) inner.push({ kind: 'document', children: children(node.contentDocument) })
    return {
      kind,
      name: node.getAttribute('data-case') ?? undefined,
      attributes: Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value])),
      state,
      children: [...inner, ...(localName === 'style' ? [] : children(node))],
    }
  }
  const children = (node) => [...node.childNodes].filter(({ nodeType }) => [1, 3, 8, 10].includes(nodeType)).map(read)
  const { scrollX, scrollY } = root.defaultView
  return { kind: 'document', state: { adopted: adopted(root), scrolled: `${Math.round(scrollX)},${Math.round(scrollY)}`, title: root.title, base: root.baseURI }, children: children(root) }
}

// What a recording leaves out on purpose: code, and what would fetch or send.
const NEVER = /^(on.*|srcdoc|nonce|integrity|ping|value|checked|selected)$/
const ADDRESS = /^(src|href|action|poster|data|cite|formaction)$/
const STYLE = (text) => text.split(';').map((part) => part.replace(/\s+/g, '')).filter(Boolean).sort().join(';')

/** Answers how many nodes were compared, and each difference in words. */
export function compare(live, replayed) {
  const differences = []
  let compared = 0
  const base = live.state.base
  const short = (value) => JSON.stringify(value ?? null).slice(0, 60)

  function node(one, other, where) {
    compared++
    const say = (what, a, b) => differences.push(`${where}: ${what} ${short(a)} | ${short(b)}`)
    if (one.kind !== other.kind) return say('kind', one.kind, other.kind)
    if (one.value !== other.value) say(one.kind, one.value, other.value)
    for (const name of names(one.attributes, other.attributes)) {
      if (NEVER.test(name)) continue
      const [a, b] = [one, other].map(({ attributes }) => attributes?.[name])
      const alike = ADDRESS.test(name) ? address(a) === address(b) : name === 'style' ? STYLE(a ?? '') === STYLE(b ?? '') : a === b
      if (!alike) say(`[${name}]`, a, b)
    }
    for (const name of names(one.state, other.state)) {
      const [a, b] = [one, other].map(({ state }) => state?.[name] ?? '')
      if (name !== 'base' && a !== b) say(name, a, b)
    }
    list(one.children ?? [], other.children ?? [], where)
  }

  const names = (...objects) => new Set(objects.flatMap((object) => Object.keys(object ?? {})))
  const address = (value) => { try { return value && new URL(value, base).href } catch { return value } }

  /** By what they are, as long a row as possible; what is left over is missing or too much. */
  function list(ones, others, where) {
    const same = (a, b) => a.kind === b.kind && a.attributes?.id === b.attributes?.id
    let from = 0
    while (from < ones.length && from < others.length && same(ones[from], others[from])) step(ones[from], others[from++], where)
    const [rest, more] = [ones.slice(from), others.slice(from)]
    while (rest.length || more.length) {
      const ahead = rest.length ? more.findIndex((other) => same(rest[0], other)) : more.length
      if (ahead < 0) differences.push(`${where}: missing ${rest.shift().kind}`)
      else if (ahead > 0) more.splice(0, ahead).forEach(({ kind, value }) => differences.push(`${where}: too much ${kind} ${short(value)}`))
      else step(rest.shift(), more.shift(), where)
    }
  }

  const step = (one, other, where) => node(one, other, one.name ?? where)
  node(live, replayed, 'page')
  return { compared, differences }
}
