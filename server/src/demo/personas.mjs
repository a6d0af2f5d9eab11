import { GOOD_CARD, WRONG_CARD } from './people.mjs'

/**
 * The kinds of visitors. A walk gets `page`, `hand`, `random` and `person`; it ends where the visitor has had enough. Devices are
 * listed as often as they should come; `weight` says how often the kind comes.
 */
export const personas = {
  buyer: { weight: 5, devices: ['desktop', 'desktop', 'mobile', 'tablet'], start: '/', walk: buy },
  reader: { weight: 4, devices: ['desktop', 'mobile', 'tablet'], start: '/journal/warm-light', walk: readJournal },
  windowShopper: { weight: 5, devices: ['tablet', 'mobile', 'desktop'], start: '/', walk: lookAround },
  comparer: { weight: 3, devices: ['desktop', 'mobile'], start: '/shop', walk: compare },
  searcher: { weight: 4, devices: ['desktop', 'mobile'], start: '/', walk: searchInVain },
  moonWaiter: { weight: 4, devices: ['desktop', 'mobile', 'tablet'], start: '/shop', walk: waitForTheMoon },
  sizeAsker: { weight: 3, devices: ['desktop', 'mobile'], start: '/shop/outdoor', walk: askForTheSize },
  impatient: { weight: 4, devices: ['desktop', 'mobile'], start: '/', walk: loseThePatience },
  cardStruggler: { weight: 3, devices: ['desktop', 'mobile'], start: '/', walk: struggleWithTheCard },
  finder: { weight: 4, devices: ['desktop', 'mobile'], start: '/', walk: findAtOnce },
  bouncer: { weight: 5, devices: ['mobile', 'mobile', 'desktop'], start: '/', walk: glance },
  moonLooker: { weight: 5, devices: ['desktop', 'mobile', 'tablet'], start: '/shop', walk: lookAtTheMoon },
  hiker: { weight: 3, devices: ['desktop', 'mobile'], start: '/shop/outdoor', walk: buyTheHeadlamp },
  twiceAsked: { weight: 3, devices: ['desktop', 'mobile'], start: '/shop/table', walk: giveUpAtTheAddress },
}

const quickSellers = ['moor-lantern', 'heron-desk', 'pebble-night', 'dune-table', 'firefly-string', 'camp-candle', 'tide-wall']

const menu = (page, path) => page.locator(`.top nav a[href="${path}"]`)
const card = (page, id) => page.locator(`.card[href="/p/${id}"]`)

async function open(page, hand, id) {
  await hand.press(card(page, id))
  await page.locator('article.product').waitFor()
}

async function toTheList({ page, hand, random }) {
  await hand.read(random.chance(0.5) ? 1 : 0)
  await hand.press(random.chance(0.5) ? menu(page, '/shop') : page.locator('main a[href="/shop"]'))
  await page.locator('.chips').waitFor()
  await hand.pause(600, 1_400)
}

async function chooseOne(visit, id) {
  const { page, hand, random } = visit
  await toTheList(visit)
  if (random.chance(0.4)) await hand.read(1)
  await open(page, hand, id)
  await hand.read(random.chance(0.4) ? 1 : 0)
}

async function toTheCheckout({ page, hand }) {
  await hand.press(page.locator('[data-add]'))
  await hand.pause(500, 1_200)
  await hand.press(page.locator('.basket'))
  await page.locator('.lines li').first().waitFor()
  await hand.pause(700, 1_600)
  await hand.press(page.locator('.sum .button'))
  await page.locator('#contact').waitFor()
}

async function fillContact({ page, hand, person }) {
  const field = (name) => page.locator(`#contact [name="${name}"]`)
  await hand.type(field('email'), person.email)
  await hand.type(field('name'), person.name)
  await hand.type(field('street'), person.street)
  await hand.type(field('postcode'), person.postcode)
  await hand.type(field('town'), person.town)
  await hand.press(page.locator('#contact .button'))
  await page.locator('#delivery').waitFor()
}

async function fillDelivery({ page, hand, person, random }) {
  const field = (name) => page.locator(`#delivery [name="${name}"]`)
  await hand.pause(900, 2_000)
  await hand.type(field('recipient'), person.name)
  await hand.type(field('delivery-street'), person.street)
  await hand.type(field('delivery-postcode'), person.postcode)
  await hand.type(field('delivery-town'), person.town)
  if (random.chance(0.3)) await hand.press(page.locator('[value="bicycle"]'))
  await hand.press(page.locator('#delivery .button'))
  await page.locator('#payment').waitFor()
}

async function pay({ page, hand, person }, number) {
  const field = (name) => page.locator(`#payment [name="${name}"]`)
  await hand.type(field('card-name'), person.name)
  await hand.type(field('card-number'), number)
  await hand.type(field('card-until'), '11/28')
  await hand.type(field('card-code'), '123')
  await hand.type(field('billing-email'), person.email)
  await hand.press(field('terms'))
  await hand.press(page.locator('#payment .button'))
}

async function arrive({ page, hand }) {
  await page.locator('[data-order]').waitFor()
  await hand.pause(1_500, 3_000)
}

async function buy(visit) {
  await chooseOne(visit, visit.random.one(quickSellers))
  await toTheCheckout(visit)
  await fillContact(visit)
  await fillDelivery(visit)
  await pay(visit, GOOD_CARD)
  await arrive(visit)
}

async function readJournal({ page, hand, random }) {
  await hand.read(4)
  if (random.chance(0.5)) {
    await hand.press(page.locator('main a[href="/shop/table"]'))
    await page.locator('.chips').waitFor()
    return hand.read(1)
  }
  await hand.scroll(-6_000)
  await hand.press(menu(page, '/about'))
  await page.locator('#repairs').waitFor()
  await hand.read(3)
}

async function lookAround(visit) {
  const { page, hand, random } = visit
  await hand.read(2)
  await hand.scroll(-4_000)
  await toTheList(visit)
  await hand.press(page.locator(`.chips a[href="/shop/${random.one(['outdoor', 'table', 'ceiling'])}"]`))
  await page.locator('.chips [aria-current]').waitFor()
  await hand.pause(800, 1_800)
  await hand.press(page.locator('.card').nth(random.chance(0.5) ? 0 : 1))
  await page.locator('article.product').waitFor()
  await hand.read(1)
  await hand.press(page.locator('details summary').first())
  await hand.pause(900, 2_000)
}

async function compare({ page, hand, random }) {
  for (const id of [random.one(['heron-desk', 'dune-table']), 'birch-floor', random.one(['tide-wall', 'harbour-pendant'])]) {
    await open(page, hand, id)
    await hand.pause(1_500, 3_500)
    await page.goBack()
    await page.locator('.chips').waitFor()
    await hand.pause(400, 1_000)
  }
}

async function searchInVain({ page, hand, random }) {
  const search = async (words) => {
    const field = page.locator('.search input')
    await hand.type(field, words)
    await page.keyboard.press('Enter')
    await page.waitForLoadState()
    await hand.pause(1_400, 2_600)
  }
  await hand.pause(800, 1_500)
  await search(random.one(['lampshade', 'shades', 'replacement bulb']))
  await search(random.one(['lamps', 'lanterns', 'night lights']))
  if (random.chance(0.5)) return
  await search('lamp')
  await hand.press(page.locator('.card').first())
  await hand.read(1)
}

/** Searches for one word that is there. */
async function findAtOnce(visit) {
  const { page, hand, random } = visit
  await hand.pause(800, 1_500)
  await hand.type(page.locator('.search input'), random.one(['lamp', 'lantern']))
  await page.keyboard.press('Enter')
  await page.waitForLoadState()
  await hand.pause(1_400, 2_600)
  await hand.press(page.locator('.card').first())
  await page.locator('article.product').waitFor()
  await hand.read(1)
  if (random.chance(0.4)) return
  await hand.scroll(-3_000)
  await toTheCheckout(visit)
  await fillContact(visit)
  await fillDelivery(visit)
  await pay(visit, GOOD_CARD)
  await arrive(visit)
}

async function waitForTheMoon({ page, hand, random }) {
  await hand.read(1)
  await open(page, hand, 'paper-moon')
  await hand.pause(700, 1_500)
  const notify = page.getByRole('button', { name: 'Notify me' })
  await hand.press(notify)
  await hand.pause(2_800, 3_600)
  await hand.hammer(notify, 4)
  await hand.pause(1_500, 2_500)
  if (random.chance(0.4)) await hand.press(notify)
  await hand.pause(2_600, 3_200)
}

async function glance({ hand }) {
  await hand.pause(1_200, 3_000)
}

/** Sees that the moon is sold out, and looks for something else without asking for a letter. */
async function lookAtTheMoon(visit) {
  const { page, hand, random } = visit
  await hand.read(1)
  await open(page, hand, 'paper-moon')
  await hand.pause(1_500, 2_500)
  await hand.read(1)
  if (random.chance(0.25)) return
  await hand.scroll(-3_000)
  await chooseOne(visit, random.one(quickSellers))
  if (random.chance(0.4)) return
  await toTheCheckout(visit)
  await fillContact(visit)
  await fillDelivery(visit)
  await pay(visit, GOOD_CARD)
  await arrive(visit)
}

/** Knows the size already. */
async function buyTheHeadlamp(visit) {
  const { page, hand, random } = visit
  await open(page, hand, 'ridge-headlamp')
  await hand.pause(1_500, 2_500)
  await hand.read(1)
  await hand.scroll(-3_000)
  if (random.chance(0.2)) return
  await toTheCheckout(visit)
  await fillContact(visit)
  await fillDelivery(visit)
  await pay(visit, GOOD_CARD)
  await arrive(visit)
}

async function askForTheSize(visit) {
  const { page, hand, random } = visit
  await open(page, hand, 'ridge-headlamp')
  await hand.pause(800, 1_600)
  const guide = page.getByRole('button', { name: 'Size guide' })
  await hand.press(guide)
  await hand.pause(2_600, 3_400)
  await hand.press(guide)
  await hand.pause(2_600, 3_200)
  if (random.chance(0.5)) return
  await toTheCheckout(visit)
  await hand.pause(2_000, 3_000)
}

async function loseThePatience(visit) {
  const { page, hand, random } = visit
  await toTheList(visit)
  await hand.press(card(page, 'atlas-globe'))
  await hand.pause(1_100, 1_700)
  if (random.chance(0.6)) await hand.press(card(page, 'atlas-globe'))
  if (random.chance(0.5)) return
  await page.locator('article.product').waitFor()
  await hand.pause(1_000, 2_000)
  await page.goBack()
  await hand.pause(900, 1_500)
}

async function struggleWithTheCard(visit) {
  const { page, hand, random } = visit
  await chooseOne(visit, random.one(quickSellers))
  await toTheCheckout(visit)
  await fillContact(visit)
  await fillDelivery(visit)
  for (let tries = 0; tries < 3; tries++) {
    await pay(visit, WRONG_CARD)
    await page.locator('.problem:not([hidden])').waitFor()
    await hand.pause(1_200, 2_600)
  }
  if (random.chance(0.3)) {
    await pay(visit, GOOD_CARD)
    await arrive(visit)
  }
}

async function giveUpAtTheAddress(visit) {
  const { page, hand, person } = visit
  await open(page, hand, 'pebble-night')
  await toTheCheckout(visit)
  await fillContact(visit)
  await hand.pause(2_000, 3_500)
  await hand.type(page.locator('#delivery [name="recipient"]'), person.name)
  await hand.type(page.locator('#delivery [name="delivery-street"]'), person.street)
  await hand.press(page.locator('#delivery [name="delivery-postcode"]'))
  await hand.pause(2_500, 4_000)
}
