// What every page of the shop does. Each part lives in a file of its own.
import { showCart, showCount, addToCart } from '/cart.js'
import { startCheckout } from '/checkout.js'
import { startRoutes } from '/route.js'
import { startLetter } from '/letter.js'

function showPage() {
  showCount()
  showCart()
  startCheckout()
  startLetter()
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-add]')
  if (button) addToCart(button)
})
startRoutes(showPage)
showPage()
