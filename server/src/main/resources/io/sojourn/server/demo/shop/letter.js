/** The newsletter form of the home page: it thanks, and forgets. */
export function startLetter() {
  const form = document.querySelector('[data-letter]')
  form?.addEventListener('submit', (event) => {
    event.preventDefault()
    form.hidden = true
    document.querySelector('[data-letter-thanks]').hidden = false
  })
}
