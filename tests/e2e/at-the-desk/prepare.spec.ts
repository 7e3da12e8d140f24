/** Preparing: the reading check in the waiting room, one’s own view with how sure one is and four questions, and a strategy sheet written on a phone, counted at the desk and heard by one side alone. */
import { expect, test } from '../../support/browser'
import { patience } from '../../support/patience'
import { expectAccessible, expectNarrow } from '../people'
import { givenTable, phone, seated, start } from '../table'

test.use({ baseURL: process.env.BASE_URL, viewport: { width: 1440, height: 960 } })
test.setTimeout(patience(120_000))

test('a reading check, the questions of the own view and a strategy sheet are counted at the desk, and the sheet is heard by its own side alone', async ({
  page: desk,
  browser,
}) => {
  const { code } = await givenTable(desk, { learning: 'yes' })
  const mei = await seated(browser, code, 'Mei Castellano', 'United States', 'Secretary of State', phone)
  const amara = await seated(browser, code, 'Amara Osei', 'Japan', 'Prime Minister')
  const check = mei.page.getByRole('region', { name: 'Check your reading' })
  await check.locator('summary').first().click()
  await check.getByRole('radio', { name: 'I did not' }).first().check({ force: true })
  await expect(check.getByText('7 of 8 left')).toBeVisible()
  await expectAccessible(mei.page)
  await expectNarrow(mei.page)

  const mark = mei.page.getByRole('button', { name: 'Mark 0 and go on' })
  const place = async () => {
    await mei.page.getByLabel('Where do you stand?, as a number').fill('0')
    await mei.page.getByLabel('Where do you stand?, as a number').press('Enter')
  }
  await place()
  await mark.click()
  await expect(mei.page.getByText('Say how sure you are first.')).toBeVisible()
  await expect(mei.page.getByRole('radio', { name: '1 not at all' })).toBeFocused()
  for (const done of [1, 2]) {
    await place()
    await mei.page.getByRole('radio', { name: '4', exact: true }).click({ force: true })
    await mark.click()
    await expect(mei.page.getByText(`${done} of 6 done`)).toBeVisible()
  }
  for (const done of [3, 4, 5, 6]) {
    await mei.page.getByRole('radio').first().click({ force: true })
    await mei.page.getByRole('button', { name: 'Answer and go on' }).click()
    await expect(mei.page.getByText(`${done} of 6 done`)).toBeVisible()
  }

  await start(desk)
  await expect(desk.getByText('Own views before the talks: 1 of 2 have marked them.')).toBeVisible()
  await desk.getByRole('button', { name: 'Reading check: 0 of 2 did all of it' }).click()
  await expect(desk.getByText('Question 1: 1 of 1 did not know')).toBeVisible()
  await desk.keyboard.press('Escape')

  await mei.page.getByRole('link', { name: 'Brief' }).click()
  await mei.page.getByLabel('Our own aim').fill('A date, by the end of the day.')
  await mei.page.getByLabel('What Tokyo will say first').fill('Wait.')
  await mei.page.reload()
  await expect(mei.page.getByLabel('Our own aim')).toHaveValue('A date, by the end of the day.')
  await mei.page.getByRole('button', { name: 'Save the sheet' }).click()
  await expect(mei.page.getByText(/^Saved at .+ by Mei Castellano/)).toBeVisible()
  await expectAccessible(mei.page)
  await expectNarrow(mei.page)

  await desk.getByRole('button', { name: 'Strategy sheets: 1 of 2 written' }).click()
  const sheets = desk.getByRole('dialog', { name: 'Strategy sheets' })
  await sheets.locator('summary').click()
  await expect(sheets.getByText('A date, by the end of the day.')).toBeVisible()
  await expectAccessible(desk)
  expect(amara.heard.join('\n')).not.toContain('by the end of the day')
})
