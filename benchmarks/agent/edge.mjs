// One page with a case for everything that recorders get wrong. Each case is a section with what stands there at first and a step
// that changes it; `data-case` says in which one a difference lies.
const CASES = {
  'text split': ['alpha beta', (at) => (at.firstChild.splitText(6).data = 'BETA')],
  'moves': ['<ul><li>1<li>2<li>3</ul><ol></ol>', (at) => { const [one, two] = at.querySelectorAll('li'); at.querySelector('ol').append(two); at.querySelector('ul').append(one) }],
  'out and in again': ['<p>kept <b>bold</b></p>', (at) => { const p = at.firstChild; p.remove(); p.querySelector('b').textContent = 'changed'; at.append(p) }],
  'added and gone': ['', (at) => { const p = document.createElement('p'); at.append(p); p.remove(); at.append('stays') }],
  'nested and moved': ['', (at) => { const [a, b, c] = 'abc'.split('').map((name) => Object.assign(document.createElement('div'), { id: 'nest-' + name })); at.append(a); a.append(c); at.prepend(b); b.append(c, 'after'); b.insertBefore(document.createTextNode('before'), c) }],
  'late shadow root': ['<div></div>', (at) => { const root = at.firstChild.attachShadow({ mode: 'open' }); root.innerHTML = '<style>p{color:green}</style><p>in it</p><slot></slot>'; const sheet = new CSSStyleSheet(); sheet.replaceSync('p { font-weight: bold; }'); root.adoptedStyleSheets = [sheet] }],
  'shadow in shadow': ['<div></div>', (at) => { const root = at.firstChild.attachShadow({ mode: 'open' }); root.innerHTML = '<div></div>'; root.firstChild.attachShadow({ mode: 'open' }).innerHTML = '<p>inner</p>' }],
  'declared shadow root': ['<div><template shadowrootmode="open"><p>declared</p></template></div>', (at) => { at.firstChild.shadowRoot.querySelector('p').textContent = 'changed' }],
  'slots': ['<x-slot><i slot="a">one</i></x-slot>', (at) => at.firstChild.insertAdjacentHTML('beforeend', '<i slot="a">two</i>')],
  'adopted sheets': ['<p class="ad">adopted</p>', () => { const one = new CSSStyleSheet(); one.replaceSync('.ad { color: teal; }'); const two = new CSSStyleSheet(); two.insertRule('.ad { margin: 1px; }'); document.adoptedStyleSheets = [one, two]; one.insertRule('.ad { padding: 1px; }', 1) }],
  'rules by hand': ['<style>.cs { color: red; }</style><p class="cs">x</p>', (at) => { const { sheet } = at.firstChild; sheet.insertRule('@media (min-width: 1px) { .cs { margin: 2px; } }', 1); sheet.cssRules[0].style.color = 'blue'; sheet.cssRules[1].insertRule('.cs { padding: 1px; }', 0) }],
  'selector by hand': ['<style>.no { color: red; }</style><p class="yes">x</p>', (at) => { at.firstChild.sheet.cssRules[0].selectorText = '.yes' }],
  'style text': ['<style>.st { color: red; }</style>', (at) => { at.firstChild.textContent = '.st { color: green; } .st:hover { color: blue; }' }],
  'sheet switched off': ['<style>.off { color: red; }</style>', (at) => { at.firstChild.disabled = true }],
  'inline style': ['<p style="color:red;margin:1px">x</p>', (at) => { const { style } = at.firstChild; style.color = 'green'; style.setProperty('padding', '2px', 'important'); style.removeProperty('margin'); style.setProperty('--own', '5px') }],
  'values by script': ['<input value="first"><textarea>first</textarea><input type="range"><input type="color"><input type="date"><input type="number">', (at) => { const values = ['second', 'second', '77', '#ff0000', '2024-02-03', '42']; [...at.children].forEach((field, i) => (field.value = values[i])) }],
  'ticks': ['<input type="checkbox"><input type="checkbox"><input type="radio" name="r" checked><input type="radio" name="r">', (at) => { const [one, two, , four] = at.children; one.checked = true; two.indeterminate = true; four.checked = true }],
  'choices': ['<select multiple><option>a<option selected>b<option>c</select><select><option>a<option>b</select>', (at) => { at.firstChild.options[0].selected = true; at.lastChild.selectedIndex = 1; at.lastChild.append(new Option('late')) }],
  'form reset': ['<form><input value="d"><input type="checkbox" checked></form>', (at) => { const [text, box] = at.firstChild.elements; text.value = 'x'; box.checked = false; at.firstChild.reset() }],
  'late fields': ['', (at) => { at.innerHTML = '<input><input type="checkbox"><textarea></textarea>'; at.children[0].value = 'late'; at.children[1].checked = true; at.children[2].value = 'late' }],
  'edited in place': ['<p contenteditable>edit</p>', (at) => (at.firstChild.innerHTML = 'edited <b>rich</b><br>line')],
  'details': ['<details><summary>s</summary>body</details>', (at) => (at.firstChild.open = true)],
  'dialog': ['<dialog>modal</dialog>', (at) => at.firstChild.showModal()],
  'dialog, shown': ['<dialog>not modal</dialog>', (at) => at.firstChild.show()],
  'popover': ['<div popover="manual">pop</div>', (at) => at.firstChild.showPopover()],
  'frame by srcdoc': ['<iframe srcdoc="<!doctype html><p>frame</p>"></iframe>', (at) => at.firstChild.contentDocument.body.append('changed')],
  'blank frame': ['<iframe></iframe>', (at) => (at.firstChild.contentDocument.body.innerHTML = '<p>filled</p>')],
  'late frame': ['', (at) => (at.innerHTML = '<iframe srcdoc="<p>late</p>"></iframe>')],
  'svg': ['<svg width="20" height="20"><defs><circle id="cir" r="5"/></defs><use xlink:href="#cir"/><foreignObject width="9" height="9"><p>html in it</p></foreignObject></svg>', (at) => { at.querySelector('use').setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:href', '#other'); at.firstChild.append(document.createElementNS('http://www.w3.org/2000/svg', 'linearGradient')) }],
  'mathml': ['<math><mi>x</mi><mo>=</mo><mn>1</mn></math>', (at) => (at.querySelector('mn').textContent = '2')],
  'late custom element': ['<x-late></x-late>', () => customElements.define('x-late', class extends HTMLElement { connectedCallback() { this.innerHTML = '<p>upgraded</p>' } })],
  'template': ['<template><p>inert</p></template>', (at) => (at.firstChild.content.querySelector('p').textContent = 'changed')],
  'comments': ['<!--one--><p>c</p>', (at) => at.append(document.createComment('two'))],
  'odd attributes': ['<p @click="a" :b="c" x-on:z.w="1">odd</p>', (at) => at.firstChild.setAttribute('data-é', 'ü')],
  'blanks': ['<pre>\n\n  a\n\tb  </pre>', (at) => at.firstChild.append('\n  tail')],
  'signs': ['<p></p>', (at) => (at.firstChild.textContent = '<b>&amp; "q" \u00a0 שלום 👩‍👧 \ud83d lone')],
  'scrolled': ['<div style="height:60px;width:120px;overflow:auto"><div style="height:600px;width:600px">tall</div></div>', (at) => at.firstChild.scrollTo(40, 120)],
  'scrolled, late': ['', (at) => { at.innerHTML = '<div style="height:50px;overflow:auto"><div style="height:500px">x</div></div>'; at.firstChild.scrollTop = 77 }],
  'scrolled once shown': ['<div hidden style="height:60px;overflow:auto"><div style="height:600px">tall</div></div>', (at) => { at.firstChild.hidden = false; at.firstChild.scrollTop = 55 }],
  'all swapped': ['<p>old</p>', (at) => (at.innerHTML = '<p>new <span>x</span></p><!--c-->tail')],
  'attributes gone': ['<p title="t" hidden data-x="1">x</p>', (at) => { at.firstChild.removeAttribute('title'); at.firstChild.hidden = false; delete at.firstChild.dataset.x }],
  'rows': ['<table><tbody><tr><td>1<tr><td>2</table>', (at) => { const body = at.firstChild.tBodies[0]; body.insertRow(0).insertCell().textContent = '0'; body.append(body.rows[1]) }],
  'children replaced': ['<div><i>1</i><i>2</i></div>', (at) => at.firstChild.replaceChildren(...[...at.firstChild.children].reverse(), 't')],
  'deep': ['', (at) => { for (let i = 0, inner = at; i < 80; i++) { const next = document.createElement('div'); inner.append(next); inner = next } }],
  'focus': ['<input>', (at) => at.firstChild.focus()],
  'the page itself': ['', () => { document.title = 'Another title'; document.documentElement.className = 'themed'; document.documentElement.lang = 'de'; document.body.style.background = '#fefefe' }],
}

const sections = Object.entries(CASES).map(([name, [html]]) => `<section data-case="${name}">${html}</section>`)
const steps = Object.entries(CASES).map(([name, [, step]]) => `[${JSON.stringify(name)}, ${step}]`)

export const EDGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Edge</title><style>section{border:1px solid #ccc}</style><!--agent--></head>
<body>${sections.join('\n')}<div style="height:1500px"></div><script>
customElements.define('x-slot', class extends HTMLElement { constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = '<b><slot name="a"></slot></b>' } })
window.failed = []
window.run = async () => {
  for (const [name, step] of [${steps.join(',\n')}]) {
    try { step(document.querySelector('[data-case="' + name + '"]')) } catch (fault) { failed.push(name + ': ' + fault) }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  scrollTo(0, 300)
}
</script></body></html>`
