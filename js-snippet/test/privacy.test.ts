import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createMirror } from '../src/privacy/mirror.ts'
import { maskAll, maskCards, maskPageText, maskValue } from '../src/privacy/text.ts'
import { isSecret, maskAsset, maskUrl, pathTemplate } from '../src/privacy/url.ts'
import { seeded } from './seeded.ts'

const BASE = 'https://shop.example/'

describe('Masked text', () => {
  it('keeps words and layout, and no digit', () => {
    assert.equal(maskPageText('Order 4711 of 19.99 € – ٣ pieces'), 'Order 0000 of 00.00 € – 0 pieces')
  })

  it('hides e-mail addresses', () => {
    assert.equal(maskPageText('mail anna.b+x@mail.example.org now'), 'mail ••••••••••••••••••••••••• now')
  })

  it('does not tell how long a value is', () => {
    assert.deepEqual(
      ['', 'a', 'abcde', 'abcdef'].map((value) => maskValue(value).length),
      [0, 5, 5, 10],
    )
  })

  it('contains nothing of a random value', () => {
    const random = seeded(3)
    for (let i = 0; i < 500; i++) assert.match(maskAll(random.text()), /^[•\s]*$/)
  })

  it('G28: hides card numbers even where text may be read, and whatever is as long as one', () => {
    assert.equal(maskCards('4111 1111-1111 1111, tel 12345'), '0000 0000-0000 0000, tel 12345')
    assert.equal(maskCards('sent at 1761900000005'), 'sent at 0000000000000')
  })

  it('takes no longer for a long line', () => {
    const from = performance.now()
    maskPageText('a'.repeat(300_000) + '@')
    assert.ok(performance.now() - from < 2000)
  })
})

describe('Masked addresses', () => {
  const cases: [string, string][] = [
    ['/p/lamp?color=red&size=2#details', 'https://shop.example/p/lamp?color=&size='],
    ['https://user:word@shop.example/', 'https://shop.example/'],
    ['/reset/8f14e45fceea167a5a36dedd4bea2543', 'https://shop.example/reset/*'],
    ['/u/anna%40example.org/orders', 'https://shop.example/u/*/orders'],
    ['/u/1b4e28ba-2fa1-11d2-883f-0016d3cca427', 'https://shop.example/u/*'],
    ['/best-laptops-of-2024-for-school', 'https://shop.example/best-laptops-of-2024-for-school'],
    ['/#/cart/eyJhbGciOi', 'https://shop.example/#/cart/*'],
    ['/login?anna@example.org', 'https://shop.example/login'],
    ['mailto:anna@example.org', 'mailto:'],
    ['http://[', ''],
  ]
  for (const [address, masked] of cases) it(`of ${address}`, () => assert.equal(maskUrl(address, BASE), masked))

  it('keep the query of an image, but no secret in it', () => {
    assert.equal(maskAsset('/i.php?w=300&token=abc&u=a@b.c', BASE), 'https://shop.example/i.php?w=300')
  })

  it('name a link by its template', () => assert.equal(pathTemplate('/orders/4711/items?x=1', BASE), '/orders/*/items'))

  it('take words for words', () => {
    assert.deepEqual(['checkout', 'iphone-15-pro', 'v2', 'GitHub'].filter(isSecret), [])
  })
})

describe('What was typed', () => {
  it('is found at the start of an address part, whatever its case and its signs', () => {
    const mirror = createMirror()
    mirror.note({ value: 'Anna Smith' } as unknown as Element)
    const found = ['anna-smith', 'anna+smith.png', 'Anna', 'ann', 'hannah', 'smith'].filter(mirror.begins)
    assert.deepEqual(found, ['anna-smith', 'anna+smith.png', 'Anna'])
  })
})
