import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { onStage } from './pages.ts'

describe('at 390 pixels', () => {
  const stage = onStage({ width: 390, height: 844 })
  const pages = ['/sites', '/sites/new', '/sites/5e1/install', '/sites/5e1/sessions?range=days&from=2026-11-01&to=2026-11-21&where=page:contains:a-rather-long-part-of-a-path', '/sites/5e1/heatmaps?page=/p/lamp', '/sites/5e1/heatmaps?page=/cart', '/nowhere']

  for (const path of pages) {
    test(`${path.split('?')[0]} does not scroll sideways`, async () => {
      await stage.open(path)
      await stage.page.getByRole('heading').first().waitFor()
      await stage.page.waitForLoadState('networkidle')
      assert.ok((await stage.page.evaluate(() => document.documentElement.scrollWidth)) <= 390)
    })
  }

  test('a visit does not scroll sideways', async () => {
    await stage.open(`/sites/5e1/sessions/${stage.server.state.sessions[0]!.id}`)
    await stage.page.getByRole('heading').first().waitFor()
    assert.ok((await stage.page.evaluate(() => document.documentElement.scrollWidth)) <= 390)
  })
})
