/** Runs in the page: changes it in bursts, some at once, some a task apart, so that they fall between slices too. */
async function mutateAtRandom(seed) {
  let state = seed
  const below = (limit) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  const pick = (list) => list[below(list.length)]
  const all = () => {
    const light = [...document.querySelectorAll('#pit *, #big, #big > li:nth-child(97n), #pit')]
    return [...light, ...light.flatMap((element) => [...(element.shadowRoot?.querySelectorAll('*') ?? [])])]
  }
  const make = () => {
    const element = document.createElement(pick(['p', 'div', 'span', 'section']))
    element.append(pick(['plain', 'with 12 digits', '']), document.createElement('b'))
    return element
  }
  const changes = [
    () => pick(all()).append(make(), make()),
    () => pick(all()).prepend(make()),
    () => pick(all()).before(make(), 'text ' + below(9)),
    () => pick(all()).remove(),
    () => pick(all()).replaceChildren(make(), make()),
    () => {
      const [one, other] = [pick(all()), pick(all())]
      if (!one.contains(other)) other.append(one)
    },
    () => {
      const [one, other] = [pick(all()), pick(all())]
      if (!one.contains(other) && other.parentNode !== document.body) other.before(one)
    },
    () => {
      // A parent and its child change places.
      const child = pick(all())
      const parent = child.parentElement
      if (!parent || parent === document.body) return
      parent.before(child)
      child.append(parent)
    },
    () => {
      const around = make()
      const inside = pick(all())
      inside.replaceWith(around)
      around.append(inside)
    },
    () => pick(all()).setAttribute(pick(['class', 'title', 'data-n']), 'v' + below(99)),
    () => pick(all()).removeAttribute('class'),
    () => {
      const text = [...pick(all()).childNodes].find(({ nodeType }) => nodeType === 3)
      if (text) text.nodeValue = 'changed ' + below(9)
    },
    () => {
      const host = pick(all())
      if (/^(DIV|P|SPAN|SECTION)$/.test(host.tagName) && !host.shadowRoot)
        host.attachShadow({ mode: 'open' }).append(make())
    },
    () => {
      const list = pick([document.querySelector('#pit'), document.querySelector('#big')])
      if (list) for (const child of [...list.children].slice(0, 40).sort(() => below(3) - 1)) list.append(child)
    },
  ]
  for (let burst = 0; burst < 40; burst++) {
    for (let i = below(8); i >= 0; i--) {
      if (!document.querySelector('#pit'))
        document.body.append(Object.assign(document.createElement('div'), { id: 'pit' }))
      try {
        pick(changes)()
      } catch (refused) {
        // Shadow roots hide who contains whom from the program, but not from the browser.
        if (refused.name !== 'HierarchyRequestError') throw refused
      }
    }
    if (below(2)) await new Promise((resolve) => setTimeout(resolve, below(5)))
    else if (below(2)) await Promise.resolve()
  }
}
