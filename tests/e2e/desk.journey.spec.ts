/** At the desk: a room run by keys, a level saved with its entry, and the desk in tabs. */
import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser'
import { expectAccessible, givenDesk } from './people'

test.use({ baseURL: process.env.BASE_URL, viewport: { width: 1440, height: 960 } })

/** At the desk of a seminar that has not begun. */
async function openDesk(page: Page): Promise<void> {
  await givenDesk(page)
  await expect(page.getByRole('timer')).toBeVisible()
}

const record = (page: Page) => page.getByRole('region', { name: 'Entries of the record' })

test('a room is started, paused, resumed, ended and taken back by keys, and no key acts while somebody types', async ({
  page,
}) => {
  await openDesk(page)
  await page.keyboard.press('Enter')
  await expect(record(page)).toContainText('The briefing opened')
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible()
  await page.keyboard.press('u')
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await page.keyboard.press('e')
  await expect(record(page)).toContainText('The caucus opened')
  await page.keyboard.press('u')
  await expect(page.getByRole('timer')).toHaveAccessibleName('Time left, Briefing')

  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog', { name: 'Write to the room' })
  await dialog.getByLabel('Words').fill('The essay lies on the table, e 1 3 u.')
  await dialog.getByLabel('Words').press('e')
  await dialog.getByRole('button', { name: 'Send the note' }).click()
  await expect(record(page)).toContainText('The essay lies on the table')
  await expect(page.getByRole('timer')).toHaveAccessibleName('Time left, Briefing')
  await expect(dialog).toBeHidden()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await expectAccessible(page)
})

test('a digit opens the news and Enter sends it, until the score sheet is taken in hand, and then digits are levels', async ({
  page,
}) => {
  await openDesk(page)
  await page.keyboard.press('Enter')
  await expect(record(page)).toContainText('The briefing opened')
  await page.keyboard.press('1')
  const news = page.getByRole('dialog')
  await expect(news.getByRole('button', { name: 'Send to the room' })).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(news).toBeHidden()
  await expect(record(page)).not.toContainText('fiction')
  await page.keyboard.press('1')
  await expect(news.getByRole('button', { name: 'Send to the room' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Sent to the room:')).toBeVisible()
  await expect(record(page)).toContainText('fiction')
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

test('under 1100 pixels the desk comes in tabs, and clock, floor and the next step never leave', async ({ page }) => {
  await openDesk(page)
  await page.keyboard.press('Enter')
  await expect(record(page)).toContainText('The briefing opened')
  await page.setViewportSize({ width: 1024, height: 768 })
  for (const [key, name] of [
    ['Shift+D', 'Delegations'],
    ['Shift+A', 'Agenda'],
    ['Shift+S', 'Score'],
    ['Shift+R', 'Record'],
  ] as const) {
    const tab = page.getByRole('tab', { name: new RegExp(`^${name}`) })
    await expect(tab).toBeVisible()
    await page.keyboard.press(key)
    await expect(tab).toHaveAttribute('aria-selected', 'true')
    await expect(page.getByRole('timer')).toBeVisible()
    await expect(page.getByText('No floor in this phase')).toBeVisible()
  }
})
