import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { onStage } from './pages.ts'

describe('by keyboard alone', () => {
  const stage = onStage()
  const press = async (...keys: string[]) => {
    for (const key of keys) await stage.page.keyboard.press(key)
  }
  const focused = () => stage.page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

  test('the first stop skips to the page', async () => {
    await stage.open('/sites/5e1/sessions')
    await stage.page.locator('tbody tr').first().waitFor()
    await press('Tab')
    assert.equal(await focused(), 'Skip to the page')
    await press('Enter', 'Tab')
    assert.ok(await stage.page.evaluate(() => document.querySelector('main')?.contains(document.activeElement)))
  })

  test('a visit is filtered for, found and opened', async () => {
    await stage.open('/sites/5e1/install')
    await stage.page.getByRole('heading', { name: 'Install on Nordlicht' }).waitFor()
    await press('g', 's')
    await stage.page.locator('tbody tr').first().waitFor()
    await press('/')
    await stage.page.getByLabel('Value').waitFor()
    await stage.page.keyboard.type('lamp')
    await press('Enter')
    await stage.page.getByText('Page contains lamp').waitFor()
    await stage.page.locator('tbody tr a').first().focus()
    await press('Enter')
    await stage.page.waitForURL(/\/sessions\/[0-9a-f]{32}/)
    await press('g', 'h')
    await stage.page.getByRole('heading', { name: 'Heatmaps' }).waitFor()
  })

  test('Escape closes a panel and gives the focus back', async () => {
    await stage.open('/sites/5e1/sessions')
    await stage.page.locator('tbody tr').first().waitFor()
    await press('/')
    await stage.page.getByLabel('Value').waitFor()
    await press('Escape')
    assert.equal(await focused(), 'Filter')
  })

  test('the question mark lists the keys, and letters typed into a field are letters', async () => {
    await stage.open('/sites/new')
    await stage.page.getByLabel('Name').waitFor()
    await press('?')
    await stage.page.getByRole('dialog').getByText('Keyboard shortcuts').waitFor()
    await press('Escape')
    await stage.page.getByLabel('Name').focus()
    await press('g', 'a', '?')
    assert.equal(await stage.page.getByLabel('Name').inputValue(), 'ga?')
  })

  test('an element of the map is outlined when its row has the focus', async () => {
    await stage.open('/sites/5e1/heatmaps?page=/p/lamp')
    await stage.page.locator('[data-ready=true]').waitFor()
    await stage.page.locator('[data-row] button').first().focus()
    await stage.page.locator('tr.active').waitFor()
  })
})
