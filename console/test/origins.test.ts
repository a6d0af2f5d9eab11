import assert from 'node:assert/strict'
import { test } from 'node:test'
import { originOf, originsOf } from '../src/sites/origins.ts'

test('people type addresses in many ways', () => {
  assert.equal(originOf('shop.example'), 'https://shop.example')
  assert.equal(originOf(' https://shop.example/cart?x=1 '), 'https://shop.example')
  assert.equal(originOf('http://shop.example:8080/'), 'http://shop.example:8080')
  assert.equal(originOf('localhost:3000'), 'http://localhost:3000')
  assert.equal(originOf('127.0.0.1:8000/index.html'), 'http://127.0.0.1:8000')
  assert.equal(originOf('münchen.example'), 'https://xn--mnchen-3ya.example')
})

test('what is no web address is said to be none', () => {
  for (const typed of ['', 'shop', 'two words', 'javascript:alert(1)', 'ftp://shop.example', 'https://']) assert.equal(originOf(typed), null, typed)
})

test('each origin is listed once, and the first wrong entry is named', () => {
  assert.deepEqual(originsOf(['shop.example', 'https://shop.example/a', '']), { origins: ['https://shop.example'], wrong: null })
  assert.equal(originsOf(['shop.example', 'oops']).wrong, 'oops')
})
