import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { onStage } from './pages.ts'

describe('adding a site', () => {
  const stage = onStage()
  const fill = async (address: string) => {
    await stage.page.getByLabel('Name').fill('Garden')
    await stage.page.getByLabel('Web address').fill(address)
    await stage.page.getByRole('button', { name: 'Add the site' }).click()
  }

  test('leads to the line to paste, waits for the first event and turns green', async () => {
    await stage.open('/sites/new')
    assert.ok(await stage.page.getByLabel('Yes, ask first').isChecked(), 'consent is asked for unless somebody says otherwise')
    await fill('garden.example/shop')
    await stage.page.locator('[data-intake=waiting]').waitFor()
    assert.match(await stage.page.locator('.code').first().innerText(), /<script async src="https:\/\/.+\.js"><\/script>/)
    assert.match(await stage.page.locator('.code').nth(1).innerText(), /sojourn\('consent', true\)/)

    stage.server.state.intake = { firstEventAt: Date.now(), lastEventAt: Date.now(), accepted: 1, rejected: [], behindMs: 0 }
    await stage.page.locator('[data-intake=arrived]').waitFor()
    assert.deepEqual(stage.server.state.sites.at(-1)?.origins, ['https://garden.example'])
    assert.equal(await stage.page.getByLabel('Site', { exact: true }).evaluate((list: HTMLSelectElement) => list.selectedOptions[0]?.text), 'Garden')
  })

  test('an address that is none is refused before anything is sent', async () => {
    await stage.open('/sites/new')
    await fill('just words')
    await stage.page.getByRole('alert').getByText('“just words” is not a web address').waitFor()
    assert.ok(!stage.server.state.asked.some((question) => question.startsWith('POST')))
  })

  test('what the agent hides is decided by selectors that a browser understands', async () => {
    await stage.open('/sites/5e1/settings')
    const hide = stage.page.getByLabel('Hide the text in')
    await hide.fill('.name\n:not(')
    await stage.page.getByRole('alert').getByText('“:not(” is not a CSS selector').waitFor()
    await hide.fill('.name\n#order b')
    await stage.page.getByLabel('Sessions recorded').fill('25')
    await stage.page.getByRole('radio', { name: /^Nothing/ }).check()
    await stage.page.getByRole('button', { name: 'Save what the agent does' }).click()
    await stage.page.getByText('Saved.').waitFor()
    const { mask, share, masking, record } = stage.server.state.agent
    assert.deepEqual({ mask, share, masking, record }, { mask: ['.name', '#order b'], share: 0.25, masking: 'strict', record: true })
  })

  test('what was turned away is told with its reason and its remedy', async () => {
    stage.server.state.intake.rejected = [{ reason: 'wrong-origin', count: 3, hint: 'Events came from https://staging.example.' }]
    await stage.open('/sites/5e1/install')
    await stage.page.getByText('3 requests turned away').waitFor()
    await stage.page.getByText('Events came from https://staging.example.').waitFor()
  })

  test('a wrong address is mended where it is told of, and the line stays', async () => {
    stage.server.state.intake.rejected = [{ reason: 'wrong-origin', count: 3, hint: '' }]
    await stage.open('/sites/5e1/install')
    const line = await stage.page.locator('.code').first().innerText()
    await stage.page.locator('.note.warning').getByRole('link', { name: 'Change' }).click()
    assert.equal(await stage.page.getByLabel('Name').inputValue(), 'Nordlicht')
    await stage.page.getByLabel('Web address', { exact: true }).fill('staging.example')
    await stage.page.getByRole('button', { name: 'Save', exact: true }).click()
    await stage.page.getByText('https://staging.example').first().waitFor()
    assert.equal(await stage.page.locator('.code').first().innerText(), line)
    assert.deepEqual(stage.server.state.sites[0]?.origins, ['https://staging.example'])
  })

  test('the line can be copied', async () => {
    await stage.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await stage.open('/sites/5e1/install')
    await stage.page.getByRole('button', { name: 'Copy the line' }).click()
    await stage.page.getByText('Copied').waitFor()
    assert.match(await stage.page.evaluate(() => navigator.clipboard.readText()), /^<script async/)
  })
})
