/** At the desk: a room run by keys, a level saved with its entry, and the same desk in a narrow window. */
import type { Page } from '@playwright/test'
import { expect, test } from '../../support/browser'
import { expectAccessible, givenDesk } from '../people'

test.use({ baseURL: process.env.BASE_URL, viewport: { width: 1280, height: 800 } })

/** At the desk of a seminar that has not begun. */
async function openDesk(page: Page): Promise<void> {
  await givenDesk(page)
  await expect(page.getByRole('timer')).toBeVisible()
}

const running = (page: Page, phase: string) =>
  expect(page.getByRole('timer')).toHaveAccessibleName(`Time left, ${phase}`)

test('a room is started, paused, resumed, ended and taken back by keys, and no key acts while somebody types', async ({
  page,
}) => {
  await openDesk(page)
  await page.keyboard.press('Enter')
  await running(page, 'Briefing')
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible()
  await page.keyboard.press('u')
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await page.keyboard.press('e')
  await running(page, 'Caucus')
  await page.keyboard.press('u')
  await running(page, 'Briefing')

  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog', { name: 'Write to the room' })
  await dialog.getByLabel('Words').fill('The essay lies on the table, e 1 3 u.')
  await dialog.getByLabel('Words').press('e')
  await dialog.getByRole('button', { name: 'Send the note' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'The record', exact: true }).click()
  const record = page.getByRole('region', { name: 'Entries of the record' })
  await expect(record).toContainText('The essay lies on the table')
  await running(page, 'Briefing')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await expectAccessible(page)
})

test('news is read before it goes, and the sheet is scored by keys', async ({ page }) => {
  await openDesk(page)
  await page.keyboard.press('Enter')
  await running(page, 'Briefing')
  await page.keyboard.press('n')
  await page.getByRole('region', { name: 'News' }).getByRole('button', { name: /^Send/ }).first().click()
  const news = page.getByRole('dialog')
  await expect(news.getByRole('button', { name: 'Send to the room' })).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Sent to the room:')).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('2')
  // Nobody has filed: a level stays where it is until it says what shows it.
  const cards = page.getByRole('region', { name: 'Positions, side by side' })
  await expect(cards.getByText('Not saved: tick what shows it, or say there is no evidence.')).toBeVisible()
  await page.keyboard.press('v')
  await expect(cards.getByRole('status')).toContainText('1 of ')
  await page.keyboard.press('3')
  await expect(cards.getByText('changed from 2')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('timer')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('timer')).toBeVisible()
  await page.keyboard.press('j')
  const first = cards.getByRole('group', { name: 'Level for Washington' })
  await expect(first.getByRole('button', { name: '3' })).toHaveAttribute('aria-pressed', 'true')
})

test('settings are one dialog, and in a narrow window the clock and the next step stay in sight', async ({ page }) => {
  await openDesk(page)
  await page.keyboard.press('Enter')
  await running(page, 'Briefing')
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await expect(settings.getByRole('radio', { name: 'Least heard first' })).toBeChecked()
  await expect(settings.getByLabel('The projector shows')).toBeVisible()
  await expect(settings.getByRole('region', { name: 'Agenda' })).toBeVisible()
  await expectAccessible(page)
  await settings.getByRole('button', { name: 'Close' }).click()
  await page.setViewportSize({ width: 1024, height: 768 })
  await expect(page.getByRole('timer')).toBeInViewport()
  await expect(page.getByRole('button', { name: 'End now' })).toBeInViewport()
  await page.setViewportSize({ width: 800, height: 600 })
  await page.getByRole('button', { name: 'Seats', exact: true }).scrollIntoViewIfNeeded()
  await expect(page.getByRole('button', { name: 'End now' })).toBeInViewport()
})
