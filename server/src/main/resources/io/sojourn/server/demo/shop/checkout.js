import { cart, emptyCart, euros, goodsCents } from '/cart.js'
import { tell } from '/tell.js'

/** The three steps. Steps one and two both ask for the address, and step three forgets everything: see the demo's README. */
export function startCheckout() {
  showSummary()
  thank()
  const form = document.querySelector('.checkout form')
  form?.addEventListener('submit', (event) => {
    event.preventDefault()
    if (!isComplete(form)) return complain(form, 'Please fill in the marked fields.')
    if (form.id === 'payment' && !isCardNumber(form.elements['card-number'].value)) return refuse(form)
    location.href = form.dataset.next
  })
}

function isComplete(form) {
  for (const field of form.elements) if (field.name) field.setAttribute('aria-invalid', String(!field.checkValidity()))
  return form.checkValidity()
}

/** The planted stall: one wrong digit, and every field is empty again; nothing says which one was wrong. */
function refuse(form) {
  form.reset()
  complain(form, 'Something went wrong. Please try again.')
}

function complain(form, words) {
  const problem = form.querySelector('.problem')
  problem.textContent = words
  problem.hidden = false
}

/** The check digit of card numbers (Luhn). */
function isCardNumber(typed) {
  const digits = typed.replace(/\D/g, '')
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits.at(-1 - i)) * (1 + (i % 2))
    sum += digit > 9 ? digit - 9 : digit
  }
  return digits.length === 16 && sum % 10 === 0
}

function showSummary() {
  const place = document.querySelector('[data-summary]')
  place?.replaceChildren(...cart().map((line) => entry(`${line.amount} × ${line.name}`, line.cents * line.amount)), entry('Together', goodsCents()))
}

function entry(name, cents) {
  const row = document.createElement('p')
  row.append(Object.assign(document.createElement('span'), { textContent: name }), Object.assign(document.createElement('b'), { textContent: euros(cents) }))
  return row
}

function thank() {
  const place = document.querySelector('[data-order]')
  if (!place || cart().length === 0) return
  place.textContent = `M-${1000 + (Date.now() % 9000)}`
  tell('goal', 'order', { euros: String(Math.round(goodsCents() / 100)) })
  emptyCart()
}
