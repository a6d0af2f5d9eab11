import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { HOSTILE } from './fake-data.ts'
import { onStage } from './pages.ts'

describe('the list of sessions', () => {
  const stage = onStage()
  const rows = () => stage.page.locator('tbody tr')
  const asked = (part: string) => stage.server.state.asked.some((question) => decodeURIComponent(question).includes(part))

  test('filters live in the address: set there, they are shown and asked for', async () => {
    await stage.open('/sites/5e1/sessions?range=7d&device=mobile&where=page:contains:cart')
    await rows().first().waitFor()
    await stage.page.getByText('Page contains cart').waitFor()
    assert.ok(asked('device=mobile') && asked('where=page:contains:cart'))
    assert.equal(await stage.page.getByLabel('Device').inputValue(), 'mobile')
  })

  test('a filter added by hand becomes a chip, goes into the address and can be taken back', async () => {
    await stage.open('/sites/5e1/sessions')
    await rows().first().waitFor()
    await stage.page.getByRole('button', { name: 'Filter', exact: true }).click()
    await stage.page.getByLabel('Filter by').selectOption('clicks')
    await stage.page.getByLabel('Value').fill('5')
    await stage.page.keyboard.press('Enter')
    await stage.page.getByText('5+ clicks').waitFor()
    assert.match(stage.page.url(), /where=clicks%3Aat-least%3A5/)
    await stage.page.goBack()
    await stage.page.getByText('5+ clicks').waitFor({ state: 'detached' })
  })

  test('more rows come when asked for, and sorting starts with the largest', async () => {
    await stage.open('/sites/5e1/sessions')
    await rows().nth(49).waitFor()
    await stage.page.getByRole('button', { name: 'Load more' }).click()
    await rows().nth(99).waitFor()
    await stage.page.getByRole('button', { name: 'Clicks' }).click()
    await stage.page.locator('th[aria-sort=descending]', { hasText: 'Clicks' }).waitFor()
    assert.ok(asked('sort=-clicks'))
  })

  test('visits that stalled stand out, can be put first and asked for', async () => {
    await stage.open('/sites/5e1/sessions?where=stalls:at-least:1')
    await stage.page.getByText('1+ stalls').waitFor()
    await stage.page.getByRole('button', { name: 'Stalls', exact: true }).click()
    await stage.page.locator('th[aria-sort=descending]', { hasText: 'Stalls' }).waitFor()
    assert.ok(asked('sort=-stalls'))
    assert.equal(await rows().first().locator('.badge.stalls').innerText(), '3')
    assert.equal(await rows().count(), await stage.page.locator('tbody .badge.stalls').count())
  })

  test('a new visit waits while somebody points at the rows, and comes in when let in', async () => {
    await stage.open('/sites/5e1/sessions')
    await rows().first().hover()
    const [newest] = stage.server.state.sessions
    stage.server.state.sessions.unshift({ ...newest!, id: 'f'.repeat(32), startedAt: newest!.startedAt + 1, entryPage: '/brand-new', pageViews: 1 })
    const pill = stage.page.getByRole('button', { name: '1 new visit' })
    await pill.waitFor()
    assert.equal(await stage.page.getByText('/brand-new').count(), 0)
    await pill.click()
    await rows().first().getByText('/brand-new').waitFor()
  })

  test('no visits at all lead to the line to paste, no match leads out of the filters', async () => {
    await stage.open('/sites/5e1/sessions?where=page:contains:nowhere')
    await stage.page.getByText('No visit matches').waitFor()
    stage.server.state.sessions = []
    await stage.page.locator('.blank').getByRole('button', { name: 'Clear filters' }).click()
    await stage.page.getByRole('link', { name: 'Get the line to paste' }).waitFor()
  })

  test('a broken server is told, and trying again helps once it is back', async () => {
    await stage.open('/sites/5e1/heatmaps')
    await stage.page.getByRole('heading', { name: 'Heatmaps' }).waitFor()
    stage.server.state.broken = true
    await stage.page.getByRole('link', { name: 'Sessions' }).click()
    await stage.page.getByText('The server is starting.').waitFor()
    stage.server.state.broken = false
    await stage.page.getByRole('button', { name: 'Try again' }).click()
    await rows().first().waitFor()
  })

  test('a visit knows its neighbours in the list it came from, and the way back', async () => {
    await stage.open('/sites/5e1/sessions?device=mobile')
    await rows().nth(1).getByRole('link').click()
    await stage.page.getByRole('link', { name: 'Previous session' }).waitFor()
    const second = stage.page.url()
    await stage.page.keyboard.press(']')
    await stage.page.waitForURL((url) => url.href !== second)
    assert.match(stage.page.url(), /device=mobile/)
    await stage.page.getByRole('main').getByRole('link', { name: 'Sessions' }).click()
    await stage.page.waitForURL(/\/sessions\?device=mobile$/)
  })

  test('titles from visited pages are text, whatever they hold', async () => {
    const silent = stage.server.state.sessions.find(({ hasRecording }) => !hasRecording)!
    await stage.open(`/sites/5e1/sessions/${silent.id}`)
    await stage.page.getByText(HOSTILE).waitFor()
    assert.equal(await stage.page.locator('main img').count(), 0)
    assert.doesNotMatch(await stage.page.title(), /owned/)
  })
})
