/** Evidence of learning on a phone: how sure, and four questions, asked with the own view and counted at the desk without an answer. */
import { expect, test } from '../support/browser'
import { patience } from '../support/patience'
import { expectAccessible, expectNarrow } from './people'
import { givenTable, phone, seated, start } from './table'

test.use({ baseURL: process.env.BASE_URL, viewport: { width: 1440, height: 960 } })
test.setTimeout(patience(120_000))

test('the own view asks how sure, then four questions, and the desk hears that it is done', async ({
  page: desk,
  browser,
}) => {
  const { code } = await givenTable(desk, { learning: 'yes' })
  const { page: mei } = await seated(browser, code, 'Mei Castellano', 'United States', 'Secretary of State', phone)
  const mark = mei.getByRole('button', { name: 'Mark 0 and go on' })
  await mark.click()
  await expect(mei.getByText('Say how sure you are first.')).toBeVisible()
  await expect(mei.getByRole('radio', { name: '1 not at all' })).toBeFocused()
  for (const done of [1, 2]) {
    await mei.getByRole('radio', { name: '4', exact: true }).click({ force: true })
    await mark.click()
    await expect(mei.getByText(`${done} of 6 done`)).toBeVisible()
  }
  await expectAccessible(mei)
  await expectNarrow(mei)
  for (const done of [3, 4, 5, 6]) {
    await mei.getByRole('radio').first().click({ force: true })
    await mei.getByRole('button', { name: 'Answer and go on' }).click()
    await expect(mei.getByText(`${done} of 6 done`)).toBeVisible()
  }
  await start(desk)
  await expect(desk.getByText('Own views before the talks: 1 of 1 have marked them.')).toBeVisible()
})
