import { tell } from '/tell.js'

const KEPT_AS = 'moorlight-cart'

/** What is in the cart: a list of {id, name, cents, amount}. It lives as long as the tab. */
export const cart = () => JSON.parse(sessionStorage.getItem(KEPT_AS) ?? '[]')

export const euros = (cents) => `${(cents / 100).toFixed(2)} €`

export const goodsCents = () => cart().reduce((sum, line) => sum + line.cents * line.amount, 0)

export function emptyCart() {
  keep([])
}

export function addToCart(button) {
  const { add: id, name, cents } = button.dataset
  const lines = cart()
  const known = lines.find((line) => line.id === id)
  if (known) known.amount += 1
  else lines.push({ id, name, cents: Number(cents), amount: 1 })
  keep(lines)
  button.textContent = 'In the cart ✓'
  tell('track', 'add-to-cart', { product: id })
}

export function showCount() {
  const amount = cart().reduce((sum, line) => sum + line.amount, 0)
  document.querySelector('[data-cart-count]').textContent = amount
}

export function showCart() {
  const place = document.querySelector('[data-cart]')
  if (!place) return
  const lines = cart()
  place.hidden = lines.length === 0
  document.querySelector('[data-cart-empty]').hidden = lines.length > 0
  place.querySelector('[data-cart-lines]').replaceChildren(...lines.map(row))
  place.querySelector('[data-cart-goods]').textContent = euros(goodsCents())
}

function row(line) {
  const item = document.createElement('li')
  const name = Object.assign(document.createElement('a'), { href: `/p/${line.id}`, textContent: line.name })
  const price = Object.assign(document.createElement('b'), { textContent: euros(line.cents * line.amount) })
  item.append(picture(line.id), name, stepper(line), price)
  return item
}

function picture(id) {
  const shown = document.getElementById(`picture-${id}`).cloneNode(true)
  shown.removeAttribute('id')
  shown.classList.remove('picture')
  return shown
}

function stepper(line) {
  const box = Object.assign(document.createElement('span'), { className: 'amount' })
  const output = Object.assign(document.createElement('output'), { textContent: line.amount })
  box.append(step('−', 'One less', line, -1), output, step('+', 'One more', line, 1))
  return box
}

function step(text, label, line, by) {
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: text, ariaLabel: label })
  button.addEventListener('click', () => {
    keep(cart().map((kept) => (kept.id === line.id ? { ...kept, amount: kept.amount + by } : kept)).filter((kept) => kept.amount > 0))
    showCart()
  })
  return button
}

function keep(lines) {
  sessionStorage.setItem(KEPT_AS, JSON.stringify(lines))
  showCount()
}
