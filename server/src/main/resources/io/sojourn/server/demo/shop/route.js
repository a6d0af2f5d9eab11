/** Links marked data-route change the page without loading a new document, as single-page shops do. */
export function startRoutes(showPage) {
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-route]')
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    follow(link.href, showPage)
  })
  addEventListener('popstate', () => show(location.href).then(showPage))
}

async function follow(address, showPage) {
  const page = await read(address)
  history.pushState(null, '', address)
  replaceMain(page)
  scrollTo(0, 0)
  showPage()
}

async function show(address) {
  replaceMain(await read(address))
}

async function read(address) {
  const answer = await fetch(address)
  return new DOMParser().parseFromString(await answer.text(), 'text/html')
}

function replaceMain(page) {
  document.title = page.title
  document.querySelector('main').replaceWith(document.adoptNode(page.querySelector('main')))
}
