/** A week of homework from the instructor's side: made on one page, followed on the board, moved, extended, and graded. */
import type { Page } from '@playwright/test'
import { expect, test } from '../../support/browser'
import { choose, expectAccessible, expectNarrow, givenCourse } from '../people'

const NAMES = ['Mei Castellano', 'Omar Reid', 'Ada Okoro', 'Kim Lee', 'Ingrid Solberg', 'Tomás Rivas', 'Wen Abara']

const roster = NAMES.map((name, index) => `${name}, ${1001 + index}`).join('\n')

const CHOSEN = 'round=framing&round=deterrence&understudies=yes&postFirst=yes&late=48'

/** Publishes what the wizard would, from its page. */
async function givenBoard(page: Page): Promise<void> {
  const { courseUrl } = await givenCourse(page, { roster })
  await page.goto(`${courseUrl}/new-homework?step=5&${CHOSEN}&start=2035-05-01&laid=2035-05-01`)
  await page.getByRole('button', { name: 'Publish the debate' }).click()
  await page.waitForURL('**/board')
  await expect(page.getByRole('link', { name: 'Mei Castellano' })).toBeVisible()
}

test('a week is made on one page, and what it proposes can be changed, kept and gone back to', async ({ page }) => {
  const { courseUrl } = await givenCourse(page, { roster })
  await page.goto(courseUrl)
  await page.getByRole('link', { name: 'New homework debate' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('New homework debate')
  await page.getByLabel('First day').fill('2038-03-01')
  await expect(page.getByText('due Thu 4 Mar, 20:00')).toBeVisible()
  await expectNarrow(page)
  // A day that is struck out moves what follows it; another length brings its own tensions.
  await page.getByText('No deadline on Saturdays and Sundays').click()
  await page.getByLabel('Strike out a day').fill('2038-03-04')
  await expect(page.getByText('due Fri 5 Mar, 20:00')).toBeVisible()
  await page.getByRole('button', { name: 'Thu 4 Mar: take back' }).click()
  await expect(page.getByText('due Thu 4 Mar, 20:00')).toBeVisible()
  const steps = page.getByRole('navigation', { name: 'What the debate is made of' })
  await steps.getByRole('link', { name: 'Scenario and tensions' }).click()
  const left = page.getByRole('checkbox', { name: 'The same rule for all' })
  await expect(left).not.toBeChecked()
  await page.getByRole('button', { name: 'Back to the debate' }).click()
  await page
    .getByRole('radio', { name: /school days/ })
    .nth(1)
    .check()
  await steps.getByRole('link', { name: 'Scenario and tensions' }).click()
  await expect(left).toBeChecked()
  await page.getByRole('button', { name: 'Back to the debate' }).click()
  await page
    .getByRole('radio', { name: /school days/ })
    .first()
    .check()

  await steps.getByRole('link', { name: 'Dates' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('When is each part due?')
  await expect(page.getByLabel('Openings')).toHaveValue('2038-03-04T20:00')
  await page.getByLabel('Openings').fill('2038-02-03T20:00')
  await expect(page.getByText('The part before this one is due no earlier.').first()).toBeVisible()
  await page.getByLabel('Openings').fill('2038-03-04T22:00')
  await expect(page.getByText('The part before this one is due no earlier.')).toHaveCount(0)
  await page.getByRole('button', { name: 'Keep as a draft' }).click()
  await expect(page.getByText('Kept with the course. No student sees it before it is published.')).toBeVisible()
  await page.goto(courseUrl)
  await page.getByRole('button', { name: 'Discard “The China Gap”' }).click()
  await page.getByRole('link', { name: 'Open it again' }).click()
  await expect(page.getByLabel('Openings')).toHaveValue('2038-03-04T22:00')
  await page.getByRole('button', { name: 'Keep the draft as it is now' }).click()
  await page.getByRole('button', { name: 'Back to the debate' }).click()

  await steps.getByRole('link', { name: 'Rooms and seats' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('7 students in one room')
  await page.getByRole('button', { name: 'Back to the debate' }).click()

  await steps.getByRole('link', { name: 'What is asked' }).click()
  await page.getByText('Required').click()
  await page.getByLabel('Position papers').first().fill('0')
  await page.getByLabel('Late for a day').check()
  await page.getByRole('button', { name: 'Back to the debate' }).click()

  await expect(page.getByText('due Thu 4 Mar, 22:00')).toBeVisible()
  await page.getByText('The rest, as proposed').click()
  await expect(page.getByText('Late for a day')).toBeVisible()
  await page.getByRole('button', { name: 'Publish the debate' }).click()
  await page.waitForURL('**/board')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Briefing: from')
  await page.goto(courseUrl)
  await expect(page.getByRole('link', { name: 'Board' })).toBeVisible()
  await expect(page.getByText('not published')).toHaveCount(0)
})

test('on the board a deadline is moved and extended, students are written to, one is looked through, and the grades leave', async ({
  page,
}) => {
  await givenBoard(page)
  const dialog = page.getByRole('dialog')

  await test.step('a deadline is moved alone, or with all after it', async () => {
    await expectAccessible(page)
    await expectNarrow(page)
    await page.getByRole('button', { name: 'Change a date…' }).click()
    await dialog.getByLabel('Deadline of').selectOption({ label: 'Openings' })
    await dialog.getByLabel('New deadline').fill('2035-05-04T21:15')
    await dialog.getByRole('button', { name: 'See what changes' }).click()
    await expect(dialog.getByRole('row', { name: 'Openings' })).toContainText('21:15')
    await dialog.getByRole('button', { name: 'Change it' }).click()
    await expect(page.getByText('The deadline is Friday 4 May, 21:15.')).toBeVisible()
    await expect(page.getByRole('columnheader', { name: 'Openings' })).toContainText('4 May 21:15')
    const reflection = page.getByRole('columnheader', { name: 'Reflection' })
    const before = (await reflection.textContent()) ?? ''
    await page.getByRole('button', { name: 'Change a date…' }).click()
    await dialog.getByRole('radio', { name: /^This deadline and all after it/ }).click()
    await dialog.getByLabel('Deadline of').selectOption({ label: 'Openings' })
    await dialog.getByLabel('New deadline').fill('2035-05-04T22:15')
    await dialog.getByRole('button', { name: 'See what changes' }).click()
    await dialog.getByRole('button', { name: 'Change it' }).click()
    await expect(page.getByRole('columnheader', { name: 'Openings' })).toContainText('4 May 22:15')
    await expect(reflection).not.toHaveText(before)
  })

  await test.step('a deadline is extended for one student, and for several at once', async () => {
    // Seats are drawn by lot, and not every seat has to write an opening: only where something is asked is an extension shown.
    const asked = page.getByRole('row').filter({ hasNotText: 'nothing asked' }).filter({ hasText: 'not begun' })
    await choose(asked.first().getByRole('button', { name: 'More for' }), 'Extend a deadline…')
    await dialog.getByLabel('For', { exact: true }).selectOption({ label: 'Openings' })
    await dialog.getByLabel('Until').fill('2035-05-05T09:00')
    await dialog.getByRole('button', { name: 'Extend', exact: true }).click()
    await expect(page.getByText('extended to 5 May 09:00')).toBeVisible()
    await page.getByRole('radio', { name: 'Extended' }).check()
    await expect(page.getByText('1 of 7 shown')).toBeVisible()
    await page.getByRole('radio', { name: 'Everyone' }).check()

    for (const name of ['Mei Castellano', 'Kim Lee'])
      await page.getByRole('checkbox', { name: `Choose ${name}` }).click()
    await expect(page.getByText('2 students chosen')).toBeVisible()
    await page.getByRole('button', { name: 'Extend a deadline…' }).click()
    await dialog.getByLabel('For', { exact: true }).selectOption({ label: 'Reflection' })
    await dialog.getByLabel('Until').fill('2035-06-05T09:00')
    await dialog.getByRole('button', { name: 'Extend', exact: true }).click()
    await expect(page.getByText('extended to 5 Jun 09:00')).toHaveCount(2)
  })

  await test.step('students are written to, and what the class is told is written', async () => {
    await page.getByLabel('Order').selectOption({ label: 'Most missing first' })
    await page.getByRole('button', { name: 'Write to these…' }).click()
    await dialog.getByLabel('Your note').fill('Name who pays first.')
    await dialog.getByRole('button', { name: 'Send', exact: true }).click()
    await expect(page.getByText('2 notes are sent.')).toBeVisible()

    await page.getByRole('button', { name: 'Instructions…' }).click()
    await dialog.getByLabel('What they may use AI for').fill('For your language only.')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('0 of 7 have ticked that they read the instructions.')).toBeVisible()
  })

  await test.step('an instructor reads a room as one student does, and takes the grades away', async () => {
    await choose(page.getByRole('button', { name: 'More for Ada Okoro' }), 'See it as this student')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('What Ada Okoro can read')
    await expectAccessible(page)
    await expectNarrow(page)
    await page.getByRole('link', { name: /^Marks/ }).click()
    await page.getByRole('link', { name: 'Gradebook' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('0 of 7 students are fully graded')
    await expectAccessible(page)
    await expectNarrow(page)
    await expect(page.getByRole('link', { name: 'Kim Lee' })).toHaveAttribute('href', /\/grading\//)
    await page.getByRole('tab', { name: 'Files' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Everything, for a spreadsheet' }).click()
    expect((await download).suggestedFilename()).toContain('Gradebook')
    await page.getByLabel('The file from Canvas').setInputFiles({
      name: 'export.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Student,ID,SIS User ID,Section\n"Lee, Kim",5,1004,A\n'),
    })
    await page.getByRole('button', { name: 'Find the students' }).click()
    await expect(page.getByText('1 of 1 students of the file were found.')).toBeVisible()
  })
})
