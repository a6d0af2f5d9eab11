import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { suggestionsOf } from '../src/sessions/counts.ts'
import { columnsOf, USUAL } from '../src/sessions/columns.ts'
import { noFilters } from '../src/sessions/filters.ts'
import { movedUp, replaced } from '../src/rules/types.ts'
import { onStage } from './pages.ts'

describe('rules as lists', () => {
  test('one place is changed or taken out, the others stay', () => {
    assert.deepEqual(replaced(['a', 'b', 'c'], 1, 'x'), ['a', 'x', 'c'])
    assert.deepEqual(replaced(['a', 'b', 'c'], 1), ['a', 'c'])
  })
  test('moving up swaps with the one before, and the first stays first', () => {
    assert.deepEqual(movedUp(['a', 'b', 'c'], 2), ['a', 'c', 'b'])
    assert.deepEqual(movedUp(['a', 'b'], 0), ['a', 'b'])
  })
})

describe('what a list divides by', () => {
  const counts = { sessions: 10, by: { browser: [{ value: 'Firefox', sessions: 10 }], channel: [{ value: 'search', sessions: 4 }, { value: 'direct', sessions: 6 }] } }
  test('only what would leave some and not all is offered', () => {
    assert.deepEqual(suggestionsOf(counts, noFilters).map(({ value }) => value), ['search', 'direct'])
  })
  test('a field that is asked for already is not offered again', () => {
    const asked = { ...noFilters, where: [{ field: 'channel', op: 'is', value: 'search' }] }
    assert.deepEqual(suggestionsOf(counts, asked), [])
  })
  test('columns that do not exist any more are forgotten', () => {
    assert.deepEqual(columnsOf('clicks nonsense'), ['clicks'])
    assert.equal(columnsOf(null), USUAL)
  })
})

describe('goals and pages', () => {
  const stage = onStage()

  test('a goal is written, saved and there again', async () => {
    await stage.open('/sites/5e1/rules')
    await stage.page.getByRole('button', { name: 'Add a goal' }).click()
    await stage.page.getByLabel('Name', { exact: true }).fill('Bought')
    await stage.page.getByLabel('Which').fill('/thanks')
    await stage.page.getByText('Not saved yet').waitFor()
    await stage.page.getByRole('button', { name: 'Save' }).click()
    await stage.page.getByText('Saved as version 2').waitFor()
    assert.deepEqual(stage.server.state.rules.goals, [{ name: 'Bought', anyOf: [{ kind: 'page', value: '/thanks' }] }])
  })

  test('a chip with a count narrows the list to that many', async () => {
    await stage.open('/sites/5e1/sessions')
    const chips = stage.page.getByRole('group', { name: 'Narrow down' })
    await chips.getByText('130 visits').waitFor()
    const chip = chips.locator('.chip-button').first()
    const left = await chip.locator('.number').innerText()
    await chip.click()
    await chips.getByText(`${left} visits`).waitFor()
    assert.match(stage.page.url(), /where=browser%3Ais%3A/)
  })

  test('a column people choose is there, also after a reload', async () => {
    await stage.open('/sites/5e1/sessions')
    await stage.page.getByRole('button', { name: 'Columns' }).click()
    await stage.page.getByLabel('Language').check()
    await stage.page.locator('th', { hasText: 'Language' }).waitFor()
    await stage.page.reload()
    await stage.page.locator('th', { hasText: 'Language' }).waitFor()
  })
})
