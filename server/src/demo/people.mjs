/** Who the visitors are on paper. All of it is made up; the numbers are out of ranges kept free for such use. */
const names = ['Nora Lindgren', 'Tomas Vrba', 'Ilse Petersen', 'Amir Haddad', 'Greta Ahlers', 'Jonas Okafor', 'Lea Marchetti']
const streets = ['Heideweg 12', 'Am Deich 3', 'Kirchgasse 27', 'Mühlenstraße 8', 'Birkenallee 41', 'Hafenring 19']
const towns = [['21335', 'Lüneburg'], ['26122', 'Oldenburg'], ['04109', 'Leipzig'], ['79098', 'Freiburg'], ['24937', 'Flensburg']]

export const GOOD_CARD = '4242 4242 4242 4242'
export const WRONG_CARD = '4242 4242 4242 4224'

export function createPerson(random) {
  const name = random.one(names)
  const [postcode, town] = random.one(towns)
  return {
    name,
    email: `${name.toLowerCase().replace(' ', '.')}@example.org`,
    phone: `0491 570 ${Math.floor(random.between(100, 999))}`,
    street: random.one(streets),
    postcode,
    town,
  }
}

const windows = 'Windows NT 10.0; Win64; x64'
const mac = 'Macintosh; Intel Mac OS X 10_15_7'
const chrome = (system) => `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36`

const desktops = [
  { width: 1440, height: 900, userAgent: chrome(mac) },
  { width: 1366, height: 768, userAgent: chrome(windows) },
  { width: 1536, height: 730, userAgent: `${chrome(windows)} Edg/142.0.0.0` },
  { width: 1280, height: 800, userAgent: `Mozilla/5.0 (${mac}) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15` },
  { width: 1920, height: 950, userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0' },
]
const mobiles = [
  { width: 390, height: 760, userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1' },
  { width: 412, height: 800, userAgent: 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36' },
]
const tablets = [
  { width: 820, height: 1060, userAgent: 'Mozilla/5.0 (iPad; CPU OS 17_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.7 Mobile/15E148 Safari/604.1' },
  { width: 800, height: 1180, userAgent: 'Mozilla/5.0 (Linux; Android 14; SM-X710) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36' },
]
const devices = { desktop: desktops, mobile: mobiles, tablet: tablets }

/** A device of the class, as options for a browser context. */
export function createDevice(kind, random) {
  const { width, height, userAgent } = random.one(devices[kind])
  const touch = kind !== 'desktop'
  return { viewport: { width, height }, userAgent, hasTouch: touch, isMobile: touch, locale: 'de-DE', timezoneId: 'Europe/Berlin' }
}
