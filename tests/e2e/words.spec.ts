/** A class that talks aloud: turns are spoken, and get their words afterwards, from their speaker or from whom the speaker names. */
import { expect, test } from '../support/browser'
import { choose, chooseAtSeat, expectAccessible, expectNarrow } from './people'
import { endPhase, givenTable, phone, reach, seated, start, takeBack, yieldToChair } from './table'

test.use({ baseURL: process.env.BASE_URL })

test('a finished turn gets its words from its speaker', async ({ page: desk, browser }) => {
  const { code } = await givenTable(desk)
  const mei = await seated(browser, code, 'Mei Castellano', 'Japan', 'Finance Minister')
  const ben = await seated(browser, code, 'Ben Okafor', 'Japan', 'Prime Minister', phone)
  const { page } = mei
  await start(desk)
  await reach(desk, 'Caucus', 'Reveal', 'Openings', 'Floor debate')

  await page.getByRole('button', { name: 'Ask for the floor' }).click()
  await page.getByRole('button', { name: 'Question', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Lower my hand' })).toBeVisible()
  await desk.getByRole('button', { name: 'Hand 1, question: give the floor to Mei Castellano' }).click()
  await expect(page.getByRole('radio', { name: 'Question' })).toBeChecked()
  await page.getByLabel('Your statement, or its summary').fill('Who pays? And when')
  await yieldToChair(mei)

  const asked = page.getByRole('region', { name: 'The words of a turn' })
  // One line says it, and one button does it.
  await expect(page.getByText(/^You spoke for /)).toHaveCount(1)
  await expect(page.getByRole('button', { name: /^Give it words/ })).toHaveCount(1)
  await asked.getByRole('button', { name: 'Give it words' }).click()
  const form = page.getByRole('dialog', { name: 'The words of a turn' })
  await form.getByLabel('What you said').fill('Would they accept the same clause?')
  await expectAccessible(page)
  await form.getByRole('button', { name: 'Put on the record' }).click()

  for (const reader of [page, ben.page, desk])
    await expect(reader.getByText('Would they accept the same clause?')).toBeVisible()
  await expect(asked).toBeHidden()
})

test('a turn left to a delegate is theirs to write', async ({ page: desk, browser }) => {
  const { code } = await givenTable(desk)
  const mei = await seated(browser, code, 'Mei Castellano', 'Japan', 'Finance Minister')
  const ben = await seated(browser, code, 'Ben Okafor', 'Japan', 'Prime Minister', phone)
  await start(desk)
  await reach(desk, 'Caucus', 'Reveal', 'Openings', 'Floor debate')
  await chooseAtSeat(desk, 'Mei Castellano, Finance Minister', 'Give the floor')
  await takeBack(desk)
  await expect(
    mei.page.getByText('Your instructor took the floor back. What you wrote is kept.', { exact: true }),
  ).toBeVisible()
  await expect(mei.page.getByText('the chair took the floor back', { exact: false }).first()).toBeVisible()

  await choose(mei.page.getByRole('button', { name: 'Or…' }), 'Leave them to Ben Okafor, Prime Minister')
  await expect(mei.page.getByText(/You left the words of turn \d+ to Ben Okafor/)).toBeVisible()
  const asked = ben.page.getByRole('region', { name: 'The words of a turn' })
  // Of his own opening's words he is asked afterwards: the newest come first.
  await expect(asked).toContainText(/Mei Castellano .*left the words/)
  await asked.getByRole('button', { name: 'Give it words' }).click()
  const form = ben.page.getByRole('dialog', { name: 'The words of a turn' })
  const summary = form.getByLabel('Summary, in the speaker’s sense')
  await summary.fill('Asked for a date.')
  // The phase ends in mid-sentence; the sheet does not.
  await endPhase(desk, 'Caucus')
  await expect(summary).toHaveValue('Asked for a date.')
  await summary.fill('Asked for a date. And for a number.')
  await expectNarrow(ben.page)
  await form.getByRole('button', { name: 'Put on the record' }).click()
  // Her page has followed to the caucus.
  await mei.page.getByRole('link', { name: 'Record', exact: true }).click()
  await expect(mei.page.getByText('Summary by Ben Okafor, named by the speaker')).toBeVisible()
})
