/**
 * Ask, then say it for them, on the narrowest phone: Tokyo's head puts a question, guesses again, says Washington's case and is scored by it;
 * Beijing hears the question and nothing of the case. The desk counts, and the debrief tells.
 */
import { NARROW } from '../../support/barriers'
import { expect, test } from '../../support/browser'
import { patience } from '../../support/patience'
import { expectAccessible, expectNarrow } from '../people'
import { nowOf } from '../phones'
import { givenTable, reach, seated, start } from '../table'

test.use({ baseURL: process.env.BASE_URL, viewport: { width: 1440, height: 960 } })
test.setTimeout(patience(180_000))

const CASE = 'We are far away and pay for the shield; we fear that nobody else would.'

test('a head asks, guesses again, says the case of another side, and reads how that side scores it', async ({
  page: desk,
  browser,
}) => {
  const { code } = await givenTable(desk, { cases: 'yes' })
  const tokyo = await seated(browser, code, 'Amara Osei', 'Japan', 'Prime Minister', {
    viewport: NARROW,
    hasTouch: true,
  })
  const washington = await seated(browser, code, 'Mei Castellano', 'United States', 'Secretary of State')
  const beijing = await seated(browser, code, 'Fen Bai', 'China', 'Foreign Minister')
  await start(desk)
  await reach(desk, 'Caucus', 'Reveal', 'Openings', 'Floor debate', 'Ask, then say it')

  const phone = tokyo.page
  await expect(nowOf(phone).getByText('Put one question to Washington')).toBeVisible()
  await phone.getByRole('button', { name: 'To the question' }).click()
  const side = phone.getByRole('region', { name: 'Washington', exact: true })
  await side.getByLabel('Your one question to Washington').fill('What would you never sign?')
  await phone.reload()
  await expect(side.getByLabel('Your one question to Washington')).toHaveValue('What would you never sign?')
  await side.getByRole('button', { name: 'Put the question' }).click()

  await washington.page
    .getByRole('region', { name: 'Tokyo', exact: true })
    .getByLabel('Your answer to Tokyo')
    .fill('A promise that others keep for us.')
  await washington.page.getByRole('button', { name: 'Answer', exact: true }).click()
  await expect(side.getByText('A promise that others keep for us.')).toBeVisible()
  await expect.poll(() => beijing.heard.join('\n')).toContain('What would you never sign?')

  await side.getByRole('radio', { name: '+2' }).click({ force: true })
  await expect(side.getByText('Kept. You can change it while the phase runs.')).toBeVisible()
  const words = side.getByLabel('Washington’s case, as Washington would say it')
  await words.fill(`${'word '.repeat(90)}more`)
  await side.getByRole('button', { name: 'Hand it in' }).click()
  await expect(side.getByText('One word too many.')).toBeVisible()
  await words.fill(CASE)
  await side.getByRole('button', { name: 'Hand it in' }).click()
  await expect(side.getByRole('button', { name: 'Hand it in again' })).toBeVisible()
  await expect(words).toHaveValue(CASE)
  await expectAccessible(phone)
  await expectNarrow(phone)

  const theirs = washington.page.getByRole('region', { name: 'Tokyo', exact: true })
  await expect(theirs.getByText(CASE)).toBeVisible()
  await theirs.getByRole('radio', { name: '3', exact: true }).click({ force: true })
  await theirs.getByRole('button', { name: 'Give the score' }).click()
  await expect(theirs.getByText('Below five, say what was missing.')).toBeVisible()
  await theirs.getByLabel('What was missing?').fill('Our voters.')
  await theirs.getByRole('button', { name: 'Give the score' }).click()
  await expect(side.getByText('Washington gives you 3 of 5')).toBeVisible()
  await expect(side.getByText('Our voters.')).toBeVisible()
  await expectNarrow(phone)

  await desk.getByRole('button', { name: 'Cases: 1 of 6, 1 scored' }).click()
  const sheets = desk.getByRole('dialog', { name: 'Questions and cases' })
  await sheets.getByText('Tokyo on Washington').click()
  await expect(sheets.getByText(CASE)).toBeVisible()
  await expectAccessible(desk)
  expect(beijing.heard.join('\n')).not.toContain('nobody else would')
})
