import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ACCOUNT } from './fake-server.ts'
import { onStage } from './pages.ts'

describe('getting in', () => {
  const stage = onStage()
  const logIn = async (password: string) => {
    await stage.page.getByLabel('E-mail').fill(ACCOUNT.email)
    await stage.page.getByLabel('Password').fill(password)
    await stage.page.getByRole('button', { name: 'Log in' }).click()
  }

  test('a wrong password is told, the right one leads to the very page that was asked for', async () => {
    stage.server.state.signedIn = false
    await stage.open('/sites/5e1/sessions?device=mobile')
    await logIn('guess')
    await stage.page.getByRole('alert').getByText('do not belong together').waitFor()
    await logIn(ACCOUNT.password)
    await stage.page.getByRole('heading', { name: 'Sessions' }).waitFor()
    assert.match(stage.page.url(), /\/sites\/5e1\/sessions\?device=mobile$/)
  })

  test('whoever is logged out in the middle of work gets the log-in, and then goes on there', async () => {
    await stage.open('/sites/5e1/sessions')
    await stage.page.locator('tbody tr').first().waitFor()
    stage.server.state.signedIn = false
    await stage.page.getByRole('link', { name: 'Heatmaps' }).click()
    await logIn(ACCOUNT.password)
    await stage.page.getByRole('heading', { name: 'Heatmaps' }).waitFor()
  })

  test('the first account is made with the token of the address, which does not stay there', async () => {
    Object.assign(stage.server.state, { signedIn: false, setup: true })
    await stage.open('/setup#first')
    await stage.page.getByLabel('E-mail').fill(ACCOUNT.email)
    await stage.page.getByLabel('Password').fill('a long enough one')
    assert.doesNotMatch(stage.page.url(), /first/)
    await stage.page.getByRole('button', { name: 'Create the account' }).click()
    await stage.page.getByRole('heading', { name: 'Sites' }).waitFor()
  })

  test('the entrance of the demo lets in once', async () => {
    stage.server.state.signedIn = false
    await stage.open('/enter#once')
    await stage.page.getByRole('heading', { name: 'Sites' }).waitFor()
    await stage.open('/enter#stale')
    await stage.page.getByText('This entrance has been used.').waitFor()
  })

  test('logging out ends at the log-in', async () => {
    await stage.open('/sites')
    await stage.page.getByRole('button', { name: /^Log out/ }).click()
    await stage.page.getByRole('heading', { name: 'Log in' }).waitFor()
  })
})
