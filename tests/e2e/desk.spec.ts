/** At the desk: a room run by keys, a level saved with its entry, help answered, somebody removed and put back, marks released. */
import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser'
import { choose, expectAccessible, expectNarrow, givenLobby, givenPhone, join } from './people'

test.use({ baseURL: process.env.BASE_URL, viewport: { width: 1440, height: 960 } })

async function sit(phone: Page, code: string, name: string, office: string): Promise<void> {
  await join(phone, code, name)
  await phone.getByRole('radio', { name: office }).check()
  await phone.getByRole('button', { name: `Sit as ${office}` }).click()
  await phone.waitForURL('**/rooms/*')
}

/** From the lobby to the room's desk. */
async function openDesk(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Desk' }).first().click()
  await page.waitForURL('**/desk')
  await expect(page.getByRole('timer')).toBeVisible()
  return page.url().replace(/\/desk$/, '')
}

const record = (page: Page) => page.getByRole('region', { name: 'Entries of the record' })

test('a room is started, paused, resumed, ended and taken back by keys, and no key acts while somebody types', async ({
  page,
}) => {
  await givenLobby(page)
  await openDesk(page)
  await expectAccessible(page)
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
  await givenLobby(page)
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
  const sheet = page.getByRole('region', { name: 'Score' })
  await expect(sheet.getByText('Not saved: pick an entry, or say there is no evidence.')).toBeVisible()
  await page.keyboard.press('v')
  await expect(sheet.getByRole('combobox')).toContainText('1 of 4')
  await page.keyboard.press('3')
  await expect(sheet.getByText('changed from 2')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('timer')).toBeVisible()
  await page.keyboard.press('j')
  const first = sheet.getByRole('group', { name: 'Faithful to role and its limits' }).first()
  await expect(first.getByRole('button', { name: '3' })).toHaveAttribute('aria-pressed', 'true')
})

test('a student who calls is answered in private, can be removed, and comes back to the seat by one undo', async ({
  page,
  browser,
}) => {
  const { code } = await givenLobby(page)
  const phone = await givenPhone(browser)
  await sit(phone, code, 'Mei Castellano', 'Finance Minister')
  await openDesk(page)
  const seat = page.getByRole('button', { name: 'Mei Castellano, Finance Minister' })
  await expect(seat).toBeVisible()
  await expect(page.getByText('1 of 1 here')).toBeVisible()
  await phone.getByRole('button', { name: 'Call the instructor' }).click()
  await phone.getByLabel(/What is it about\?/).fill('Which paper is mine?')
  await phone.getByRole('button', { name: 'Call', exact: true }).click()
  await expect(page.getByText(/Which paper is mine\?/)).toBeVisible()
  await page.getByRole('button', { name: 'Answer privately' }).click()
  await page.getByLabel('Your answer').fill('The one with the green edge.')
  await page.getByRole('button', { name: 'Send the answer' }).click()
  await expect(phone.getByText('The one with the green edge.').first()).toBeVisible()
  await choose(seat, 'Remove from the room')
  await expect(page.getByText('Mei Castellano was removed from the room.')).toBeVisible()
  await expect(seat).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(seat).toBeVisible()
})

test('marks are shown to a student from release to withdrawal, and to nobody else', async ({ page, browser }) => {
  const { code } = await givenLobby(page)
  const activity = new URL(page.url()).pathname.split('/')[2]
  const phone = await givenPhone(browser)
  await sit(phone, code, 'Mei Castellano', 'Finance Minister')
  const room = await openDesk(page)
  await expect(page.getByRole('button', { name: 'Mei Castellano, Finance Minister' })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('h')
  const sheet = page.getByRole('region', { name: 'Score' })
  await expect(sheet.getByRole('combobox')).toContainText('Mei Castellano')
  for (const level of ['3', '4', '2', '3', '1']) {
    await page.keyboard.press(level)
    await page.keyboard.press('v')
    await page.keyboard.press('j')
  }
  await expect(sheet.getByRole('combobox')).toContainText('5 of 5')

  const own = `/my/marks/${activity}`
  expect((await phone.request.get(own)).status()).toBe(404)
  await page.goto(`${room}/marks`)
  await expect(page.getByRole('row', { name: /Mei Castellano/ })).toContainText('13 of 20')
  await expectAccessible(page)
  await expectNarrow(page)
  await page.getByRole('button', { name: 'Release' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Release' }).click()
  await expect(page.getByText('The marks are released.')).toBeVisible()

  await phone.goto(own)
  await expect(phone.getByRole('heading', { level: 1 })).toContainText('Two levels are sound.')
  await expect(phone.getByText('3 + 4 + 2 + 3 + 1 = 13 of 20')).toBeVisible()
  await expectAccessible(phone)
  await expectNarrow(phone)
  const stranger = await givenPhone(browser)
  await join(stranger, code, 'Amara Osei')
  await expect(stranger.getByRole('heading', { name: 'Your instructor gives you a seat' })).toBeVisible()
  await stranger.goto(own)
  await expect(stranger.getByText('No level has been given.')).toBeVisible()
  await expect(stranger.getByText('Mei')).toHaveCount(0)

  await page.getByRole('button', { name: 'Withdraw' }).click()
  await expect(page.getByText('The marks are withdrawn.')).toBeVisible()
  expect((await phone.request.get(own)).status()).toBe(404)
})

test('under 1100 pixels the desk comes in tabs, and clock, floor and the next step never leave', async ({ page }) => {
  await givenLobby(page)
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
    await expectAccessible(page)
    await expectNarrow(page)
  }
})
