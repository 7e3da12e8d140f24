/** A deadline that is moved for everybody with all that follows it, and a passed part that is opened again: on the board, and on a student's phone. */
import { expect, test } from '../support/browser'
import { Chair } from './chair'
import { expectAccessible, expectNarrow } from './people'
import { comesIn, DAY_MS, entersRoom, givenWeek, OPENINGS } from './week'

test.use({ baseURL: process.env.BASE_URL })

/** The value of a field for a date, some days from now, at nine in the evening. */
const evening = (days: number) => `${new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)}T21:00`

test('the openings move with all after them, and later are opened again; the student reads both on a phone', async ({
  page,
  browser,
}) => {
  const week = await givenWeek(page)
  const mei = await comesIn(browser, week, 'Mei Castellano')
  const roomId = await entersRoom(mei)
  const chair = await Chair.of(page, roomId)
  await chair.opens(OPENINGS)
  await mei.setViewportSize({ width: 320, height: 640 })

  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Change a date…' }).click()
  await dialog.getByRole('radio', { name: 'This deadline and all after it' }).click()
  await dialog.getByLabel('New deadline').fill(evening(20))
  await dialog.getByRole('button', { name: 'See what changes' }).click()
  const rows = dialog.getByRole('row')
  // The openings and what follows them, each with its old and its new date, under one line of headings.
  await expect(rows.filter({ hasText: 'Openings' })).toContainText('21:00')
  await expect(rows.filter({ hasText: 'Briefing' })).toHaveCount(0)
  await expect(rows.filter({ hasText: 'Reflection' })).toHaveCount(1)
  await expectAccessible(page)
  await expectNarrow(page)
  await dialog.getByRole('button', { name: 'Change it' }).click()
  await expect(page.getByText(/^The deadline is .*21:00\.$/)).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Openings' })).toContainText('21:00')
  await mei.goto(`/rooms/${roomId}`)
  await expect(mei.getByText(/21:00/).first()).toBeVisible()
  await mei.goto('/my')
  await expect(mei.getByText(/21:00/).first()).toBeVisible()
  await expectAccessible(mei)
  await expectNarrow(mei)

  // Once they are over, and have opened, they are taken again: late.
  await chair.does({ type: 'endPhase', index: OPENINGS })
  await page.getByRole('button', { name: 'Change a date…' }).click()
  await dialog.getByRole('radio', { name: 'Open a passed part again' }).click()
  await dialog.getByLabel('Until', { exact: true }).fill(evening(24))
  await dialog.getByRole('button', { name: 'See what changes' }).click()
  await expect(rows.filter({ hasText: 'Openings' })).toContainText('marked late')
  await dialog.getByRole('button', { name: 'Change it' }).click()
  await expect(dialog).toHaveCount(0)
  await mei.goto('/my')
  await expect(mei.getByText(/It is taken until .*, and marked late/)).toBeVisible()
  chair.leave()
})
