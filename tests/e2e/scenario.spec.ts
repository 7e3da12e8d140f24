/** A scenario from a title to a class: written on one page, by two at once, tried and put away. */
import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser'
import { patience } from '../support/patience'
import { expectAccessible, expectNarrow, givenCourse } from './people'

test.use({ baseURL: process.env.BASE_URL })
test.setTimeout(patience(90_000))

const fill = (page: Page, label: string, words: string, nth = 0) =>
  page.getByRole('textbox', { name: label, exact: true }).nth(nth).fill(words)

const saved = (page: Page) => expect(page.getByText(/^Saved\./)).toBeVisible()

test('is written, tried and shared, and of two pages neither loses a word', async ({ page }) => {
  await givenCourse(page, { fresh: true })
  await page.getByRole('link', { name: 'Scenarios', exact: true }).click()
  await fill(page, 'Title of the scenario', 'The riverbank')
  await page.getByRole('button', { name: 'Start from a reading' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The riverbank')
  await expectAccessible(page)

  await fill(page, 'Title of the reading', 'Who owns the bank?')
  await fill(page, 'Author', 'The harbour office')
  // The foot leads to the first place that lacks something.
  await page.getByRole('button', { name: /^What is missing/ }).click()
  await expect(page.getByRole('textbox', { name: 'Name', exact: true }).first()).toBeFocused()
  for (const [place, [name, mark, office]] of [
    ['Millford', 'mf', 'Mayor'],
    ['Brannock', 'mf', 'Provost'],
  ].entries()) {
    await fill(page, 'Name', name ?? '', place)
    await fill(page, 'Mark', mark ?? '', place)
    await fill(page, 'Office that leads the party', office ?? '', place)
    await fill(page, 'What it is to bring home', `The errand of ${name}.`, place)
  }
  await expect(page.getByText('Another party has this already.')).toBeVisible()
  await fill(page, 'Mark', 'BR', 1)
  await fill(page, 'Title of the tension', 'The path')
  await fill(page, 'The question that is disputed', 'Who may walk along the water?')
  await fill(page, 'The scale’s end at −3', 'Members only')
  await fill(page, 'The scale’s end at +3', 'Everybody')
  await page.getByRole('slider', { name: 'Millford' }).press('PageUp')
  await expect(page.getByRole('button', { name: 'What is missing: one field' })).toBeVisible()
  await page.getByRole('slider', { name: 'Brannock' }).press('PageDown')
  await saved(page)
  await expectNarrow(page)

  // A second page of it writes elsewhere and in the same place; then the first one does.
  const other = await page.context().newPage()
  await other.goto(page.url())
  await fill(other, 'Author', 'The harbour master')
  await fill(other, 'Publisher (optional)', 'The town')
  await saved(other)
  await fill(page, 'Author', 'The river office')
  await expect(page.getByText('Another author wrote here at the same time: “The harbour master”.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Publisher (optional)' })).toHaveValue('The town')
  await expect(page.getByRole('textbox', { name: 'Author', exact: true })).toHaveValue('The river office')
  // Though one person wrote in both windows, the other's words are where the sentence says.
  await page.getByText('One version', { exact: true }).click()
  await expect(page.getByText('2 versions')).toBeVisible()
  await page.getByRole('button', { name: 'Bring it back' }).last().click()
  await expect(page.getByRole('textbox', { name: 'Author', exact: true })).toHaveValue('The harbour master')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Author', exact: true })).toHaveValue('The river office')
  await page.getByRole('button', { name: 'Remove: Brannock' }).click()
  await expect(page.getByText('There are too few. Add one.')).toBeVisible()
  await page.getByRole('button', { name: /^What is missing/ }).click()
  await expect(page.getByRole('button', { name: 'Add a party' })).toBeFocused()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await saved(page)
  await other.close()

  await page.getByRole('link', { name: 'Play it in three minutes' }).click()
  await expect(page.getByRole('radio', { name: 'The riverbank' })).toBeChecked()
  await page.goBack()
  await page.getByRole('link', { name: 'Scenarios', exact: true }).click()
  await expect(page.getByText('Millford, Brannock')).toBeVisible()
  await page.getByRole('button', { name: 'Offer it no more' }).click()
  await page.getByText('One that is not offered any more').click()
  await expect(page.getByRole('button', { name: 'Offer it again' })).toBeVisible()
})
