import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { someStalls } from './fake-insight.ts'
import { onStage } from './pages.ts'

describe('the home screen', () => {
  const stage = onStage()
  const places = () => stage.page.locator('[data-stall] h3')
  const detail = (at: number) => `/sites/5e1/home/${someStalls(0)[at]!.id}`

  test('shows what certainly costs most first, and the rest only when asked for', async () => {
    await stage.open('/sites/5e1/home')
    await places().first().waitFor()
    assert.deepEqual(await places().allInnerTexts(), ['Sending the form failed and emptied what visitors had filled in', 'Clicks on “Add to basket” do nothing', 'Searches find nothing'])
    await stage.page.getByRole('button', { name: 'Show 2 more places' }).click()
    assert.equal(await places().count(), 5)
    await stage.page.getByRole('heading', { name: 'Long thought, not a fault' }).waitFor()
  })

  test('leads to the visits two seconds before the moment, and to the heatmap of the kind', async () => {
    await stage.open('/sites/5e1/home')
    const first = stage.page.locator('[data-stall]').first()
    assert.match((await first.getByRole('link', { name: 'Watch visit 1 at the moment' }).getAttribute('href'))!, /\?at=59200$/)
    assert.match((await first.getByRole('link', { name: 'Heatmap' }).getAttribute('href'))!, /kind=form/)
  })

  test('takes its filters along and says what was not seen', async () => {
    await stage.open('/sites/5e1/home?range=7d&device=mobile')
    await places().first().click()
    await stage.page.waitForURL(/home\/.*range=7d/)
    await stage.page.getByRole('heading', { name: 'Visits that stalled here' }).waitFor()
    assert.ok(stage.server.state.asked.some((question) => /stalls\/.*device=mobile/.test(question)))
    await stage.page.goBack()
    await stage.page.getByText('12 visits by programs left out').waitFor()
  })

  test('a filter under which nothing stalls can be cleared', async () => {
    await stage.open('/sites/5e1/home?where=browser:is:Lynx')
    await stage.page.getByRole('heading', { name: 'No stall under these filters' }).waitFor()
    await stage.page.getByRole('button', { name: 'Clear', exact: false }).last().click()
    await places().first().waitFor()
  })

  test('a stall is seen, assigned, said to be mended, and the figures answer', async () => {
    stage.server.state.notes.releases.push({ id: 'c'.repeat(32), name: '2.14', at: 1, note: null, markedBy: 'ada', markedAt: 1 })
    await stage.open(detail(0))
    await stage.page.getByRole('button', { name: 'I have seen it' }).click()
    await stage.page.getByLabel('Who looks after it').fill('ben')
    await stage.page.getByRole('button', { name: 'Assign' }).click()
    await stage.page.getByLabel('Mended in release').selectOption('2.14')
    await stage.page.getByRole('button', { name: 'Mended', exact: true }).click()
    await stage.page.locator('[data-verdict=fixed]').waitFor()
    assert.deepEqual(stage.server.state.notes.said[someStalls(0)[0]!.id]!.map(({ state }) => state), ['acknowledged', 'acknowledged', 'fixed'])
  })

  test('a muted place leaves the list and is counted', async () => {
    await stage.open(detail(2))
    await stage.page.getByRole('button', { name: 'Mute for 30 days' }).click()
    await stage.page.getByRole('button', { name: 'Show again' }).waitFor()
    await stage.open('/sites/5e1/home')
    await stage.page.getByText('1 place is muted').waitFor()
    assert.equal(await places().filter({ hasText: 'Searches find nothing' }).count(), 0)
  })

  test('asks a person whether it was friction, once', async () => {
    await stage.open(detail(0))
    await stage.page.getByRole('button', { name: 'Yes' }).first().click()
    await stage.page.getByText('Noted').waitFor()
    assert.equal(stage.server.state.notes.votes, 1)
  })

  test('a place that is not there any more says so', async () => {
    await stage.open('/sites/5e1/home/gone')
    await stage.page.getByRole('heading', { name: 'This place is not in the list' }).waitFor()
  })
})

describe('an owner’s own pages', () => {
  const stage = onStage()

  test('a release is marked and taken back', async () => {
    await stage.open('/sites/5e1/releases')
    await stage.page.getByLabel('Name').fill('2.14')
    await stage.page.getByRole('button', { name: 'Mark release' }).click()
    await stage.page.getByRole('cell', { name: '2.14', exact: true }).waitFor()
    stage.page.once('dialog', (question) => void question.accept())
    await stage.page.getByRole('button', { name: 'Take back 2.14' }).click()
    await stage.page.getByRole('heading', { name: 'No release marked yet' }).waitFor()
  })

  test('a hook’s secret is shown once, and a failed alert says why', async () => {
    await stage.open('/sites/5e1/alerts')
    await stage.page.getByLabel('Address').fill('https://example.com/hook')
    await stage.page.getByRole('button', { name: 'Add' }).click()
    await stage.page.getByText('s'.repeat(64)).waitFor()
    await stage.page.getByRole('button', { name: 'Send a test' }).click()
    await stage.page.getByText('It answered 410.').waitFor()
    await stage.page.reload()
    await stage.page.getByRole('cell', { name: 'https://example.com/hook', exact: true }).waitFor()
    assert.equal(await stage.page.getByText('s'.repeat(64)).count(), 0)
  })

  test('another threshold is tried before it is saved', async () => {
    await stage.open('/sites/5e1/detectors')
    const rage = stage.page.locator('[data-detector=rage]')
    await rage.locator('summary').click()
    assert.equal(await rage.getByRole('button', { name: 'Try on the last 7 days' }).isDisabled(), true)
    await rage.getByLabel('hammer clicks').fill('3')
    await rage.getByRole('button', { name: 'Try on the last 7 days' }).click()
    await rage.getByText('28 visits had these signs, 44 would have').waitFor()
    await rage.getByRole('button', { name: 'Save for this site' }).waitFor()
  })

  test('a form shows in which field visitors stop', async () => {
    await stage.open('/sites/5e1/forms')
    await stage.page.getByRole('row', { name: /Card number text 131/ }).waitFor()
  })

  test('the doctor looks from the server and from the browser', async () => {
    await stage.open('/sites/5e1/doctor')
    await stage.page.locator('[data-check=arrival].bad').getByText('Paste the line').waitFor()
    await stage.page.locator('[data-check=script].good').waitFor()
  })
})
