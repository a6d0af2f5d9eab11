import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { onStage } from './pages.ts'

describe('a heatmap', () => {
  const stage = onStage()
  const counts = () => stage.page.locator('[data-count]').evaluateAll((cells) => cells.map((cell) => Number((cell as HTMLElement).dataset['count'])))
  const numberIn = async (selector: string) => Number((await stage.page.locator(selector).innerText()).replace(/\D/g, ''))

  test('counts the same clicks in its sentence, its table and its total', async () => {
    await stage.open('/sites/5e1/heatmaps')
    await stage.page.locator('[data-ready=true]').waitFor()
    const sum = (await counts()).reduce((total, count) => total + count, 0)
    assert.equal(await numberIn('[data-total]'), sum)
    await stage.page.getByRole('heading', { name: `${sum.toLocaleString('en')} clicks in 1,537 views` }).waitFor()
  })

  test('counts beside the map what the picture does not show', async () => {
    await stage.open('/sites/5e1/heatmaps?page=/p/lamp')
    await stage.page.locator('[data-ready=true]').waitFor()
    const missing = await stage.page.locator('tr:has-text("not on this picture") [data-count]').evaluateAll((cells) => cells.map((cell) => Number((cell as HTMLElement).dataset['count'])))
    assert.equal(Number(await stage.page.locator('[data-off]').getAttribute('data-off')), missing.reduce((total, count) => total + count, 0))
    const shown = await stage.page.locator('.outline').count()
    assert.equal(shown + missing.length, (await counts()).length)
  })

  test('is found by a part of the page’s path, and says so in the address', async () => {
    await stage.open('/sites/5e1/heatmaps')
    await stage.page.getByRole('button', { name: /^Page:/ }).click()
    await stage.page.getByLabel('Find a page').fill('cha')
    await stage.page.getByRole('button', { name: /\/p\/chair/ }).click()
    await stage.page.waitForURL(/page=%2Fp%2Fchair/)
  })

  test('without a recording is a table and a sentence', async () => {
    await stage.open('/sites/5e1/heatmaps?page=/cart')
    await stage.page.getByText('No recording shows this page on this device').waitFor()
    await stage.page.getByRole('table', { name: 'Clicked elements' }).waitFor()
    assert.equal(await stage.page.locator('iframe').count(), 0)
  })

  test('of another device is another map', async () => {
    await stage.open('/sites/5e1/heatmaps?page=/p/lamp')
    await stage.page.getByRole('radio', { name: 'Mobile: 943 views' }).click({ force: true })
    await stage.page.waitForURL(/device=mobile/)
    await stage.page.locator('[data-ready=true]').waitFor()
    assert.ok(stage.server.state.asked.some((question) => /heatmaps\/click\?.*device=mobile/.test(question)))
  })

  test('goes dark when asked to, and remembers it', async () => {
    await stage.open('/sites/5e1/heatmaps')
    const ground = () => stage.page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const light = await ground()
    await stage.page.getByRole('radio', { name: 'Dark' }).click({ force: true })
    const dark = await ground()
    assert.notEqual(dark, light)
    await stage.page.reload()
    await stage.page.getByRole('heading', { name: 'Heatmaps' }).waitFor()
    assert.equal(await ground(), dark)
  })
})
