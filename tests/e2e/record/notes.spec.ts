/** What the chair does to one person at a distance: a note that waits until it is read, a move that the moved are told of. */
import type { Locator } from '@playwright/test'
import { NARROW } from '../../support/barriers'
import { expect, test } from '../../support/browser'
import { patience } from '../../support/patience'
import { chooseAtSeat, expectAccessible, expectNarrow } from '../people'
import { nowOf, onFirstScreen } from '../phones'
import { givenTable, phone, reach, seated, start, tellTheRoom } from '../table'

test.use({ baseURL: process.env.BASE_URL, viewport: { width: 1440, height: 960 } })
test.setTimeout(patience(120_000))

const nameOf = (unread: string) => `Notes from your instructor${unread}`

test('a note waits behind a button until it is read, on phone and laptop; the chair sees who has read it, nobody else learns of it, and it covers nothing', async ({
  page: desk,
  browser,
}) => {
  const { code } = await givenTable(desk)
  const mei = await seated(browser, code, 'Mei Castellano', 'United States', 'Secretary of State', phone)
  const amara = await seated(browser, code, 'Amara Osei', 'Japan', 'Prime Minister')
  await start(desk)
  await expect(mei.page.getByRole('button', { name: nameOf(''), exact: true })).toBeVisible()

  // Privately, from the seat's menu, and then to everybody.
  await chooseAtSeat(desk, 'Mei Castellano, Secretary of State', 'Nudge privately')
  const dialog = desk.getByRole('dialog', { name: 'Write to the room' })
  await dialog.getByLabel('Words').fill('Speak slower, and name the paragraph.')
  await dialog.getByRole('button', { name: 'Send the note' }).click()
  const unread = mei.page.getByRole('button', { name: nameOf(', one unread') })
  await expect(unread).toBeVisible()
  await tellTheRoom(desk, 'Five minutes to the break.')
  await expect(mei.page.getByRole('button', { name: nameOf(', 2 unread') })).toBeVisible()
  await expect(amara.page.getByRole('button', { name: 'Notes 1 unread' })).toBeVisible()
  await desk.keyboard.press('n')
  const sent = desk.getByRole('region', { name: 'Your notes' })
  await expect(sent.getByRole('button', { name: 'read by 0 of 1' })).toBeVisible()
  await expect(sent.getByRole('button', { name: 'read by 0 of 2' })).toBeVisible()

  await expectNarrow(mei.page)
  await expectAccessible(mei.page)
  await mei.page.getByRole('button', { name: nameOf(', 2 unread') }).click()
  const list = mei.page.getByRole('dialog', { name: 'Notes from your instructor' })
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await expect(list.getByRole('listitem').first()).toContainText('New. To everyone')
  await expect(list.getByRole('listitem').last()).toContainText('Speak slower, and name the paragraph.')
  await expectAccessible(mei.page)
  await list.getByRole('button', { name: 'Close' }).click()
  await expect(mei.page.getByRole('button', { name: nameOf(''), exact: true })).toBeVisible()
  await expect(sent.getByRole('button', { name: 'read by 1 of 1' })).toBeVisible()
  await sent.getByRole('button', { name: 'read by 1 of 2' }).click()
  await expect(sent.getByText('Read: Mei Castellano.').filter({ visible: true })).toHaveCount(1)
  await expect(sent.getByText('Not yet: Amara Osei.')).toBeVisible()
  await desk.keyboard.press('Escape')

  // To be read again.
  await mei.page.reload()
  await mei.page.getByRole('button', { name: nameOf(''), exact: true }).click()
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await expect(list.getByText('New.')).toHaveCount(0)
  await list.getByRole('button', { name: 'Close' }).click()
  await amara.page.getByRole('button', { name: 'Notes 1 unread' }).click()
  await expect(amara.page.getByRole('dialog').getByRole('listitem')).toHaveCount(1)
  await amara.page.keyboard.press('Escape')
  const told = () => amara.heard.join('\n')
  await expect.poll(() => told().match(/NotesRead/g)?.length).toBe(1)
  expect(told()).not.toContain('Speak slower')
  expect(told()).not.toContain('"person":"Mei')

  // One that comes while somebody types covers neither what is asked nor their words.
  await mei.page.setViewportSize(NARROW)
  await reach(desk, 'Caucus', 'Reveal', 'Openings', 'Floor debate')
  await mei.page.getByRole('button', { name: /draft/i }).click()
  const note = 'Two minutes are left; whoever has not spoken yet speaks now, and names the paragraph they mean.'
  for (const { page, name } of [mei, amara]) {
    await tellTheRoom(desk, `${note} ${name}!`)
    const told = page.getByRole('status').filter({ hasText: `${name}!` })
    const close = told.getByRole('button', { name: 'Close the note' })
    // Where the focus is in it, it stays however slow the machine is.
    await close.focus()
    await onFirstScreen(page, close)
    for (const work of [nowOf(page).locator('#now-task'), page.locator('#statement textarea')]) {
      await onFirstScreen(page, work)
      expect(await lowestOf(told), 'ends above it').toBeLessThanOrEqual((await work.boundingBox())?.y ?? 0)
    }
    await close.click()
    await expect(close).toBeHidden()
  }
})

/** The lower edge of what is seen of a region. */
const lowestOf = (region: Locator): Promise<number> =>
  region.evaluate((one) =>
    Math.max(...[one, ...one.querySelectorAll('*')].map((of) => of.getBoundingClientRect().bottom)),
  )

test('who is moved or swapped is told from where to where, keeps what they typed, and dismisses it once', async ({
  page: desk,
  browser,
}) => {
  const { code } = await givenTable(desk)
  const mei = await seated(browser, code, 'Mei Castellano', 'United States', 'Secretary of State', phone)
  const amara = await seated(browser, code, 'Amara Osei', 'United States', 'Secretary of the Treasury')
  await start(desk)
  await mei.page.getByRole('link', { name: 'Caucus' }).click()
  const field = mei.page.getByRole('textbox').first()
  await field.pressSequentially('Half a sentence')
  for (let step = 0; step < 4; step += 1) await field.press('ArrowLeft')
  const caret = () => field.evaluate((input: HTMLInputElement) => input.selectionStart)

  const sits = async (name: string, office: string) => {
    await desk.getByRole('button', { name: 'Seats', exact: true }).click()
    const seats = desk.getByRole('dialog', { name: 'Seats' })
    await expect(seats.getByRole('button', { name: `${name}, ${office}` }).first()).toBeVisible()
    await seats.getByRole('button', { name: 'Close' }).click()
    await expect(seats).toBeHidden()
  }
  const dialog = desk.getByRole('dialog', { name: 'Where should Mei Castellano sit?' })
  const swap = async () => {
    await chooseAtSeat(desk, 'Mei Castellano, Secretary of State', 'Move or swap')
    await dialog
      .getByLabel('Seat')
      .selectOption({ label: 'United States: Secretary of the Treasury, change places with Amara Osei' })
    await dialog.getByRole('button', { name: 'Move here' }).click()
    await expect(dialog).toBeHidden()
  }
  // One undo puts both back, and each page says where its reader sits again.
  await swap()
  await desk.getByRole('button', { name: 'Undo', exact: true }).click()
  await sits('Mei Castellano', 'Secretary of State')
  await sits('Amara Osei', 'Secretary of the Treasury')
  for (const [{ page }, office] of [
    [mei, 'Secretary of State'],
    [amara, 'Secretary of the Treasury'],
  ] as const)
    await expect(page.getByText(new RegExp(`moved you .* to “United States: ${office}”`))).toBeVisible()

  await swap()
  // L13: it is the same field in the other seat, and the letters go on where they were.
  const moved =
    /^At .+ your instructor moved you from “United States: Secretary of State” to “United States: Secretary of the Treasury”\./
  await expect(mei.page.getByText(moved)).toBeVisible()
  await expect(
    amara.page.getByText(
      /moved you from “United States: Secretary of the Treasury” to “United States: Secretary of State”/,
    ),
  ).toBeVisible()
  await expect(mei.page.getByText('What you typed and did not send is still in its fields.')).toBeVisible()
  await expect(field).toBeFocused()
  expect(await caret()).toBe(11)
  await mei.page.keyboard.type('whole ')
  await expect(field).toHaveValue('Half a sentwhole ence')
  await expectAccessible(mei.page)
  await expectNarrow(mei.page)
  await mei.page.reload()
  await expect(mei.page.getByText(moved)).toBeVisible()
  await mei.page.getByRole('button', { name: 'I have read that I was moved' }).click()
  await expect(mei.page.getByText(moved)).toBeHidden()
  await mei.page.reload()
  // The page comes with its first place, and then goes to the one that was left.
  const caucus = mei.page.getByRole('link', { name: 'Caucus' })
  await expect(caucus).toHaveAttribute('aria-current', 'page')
  await expect(mei.page.getByText(moved)).toBeHidden()

  // In another delegation it is another field: what is typed on there goes nowhere, and presses no button of the page.
  await field.press('End')
  await chooseAtSeat(desk, 'Mei Castellano, Secretary of the Treasury', 'Move or swap')
  await dialog.getByLabel('Seat').selectOption({ label: 'Japan: Prime Minister, free' })
  await dialog.getByRole('button', { name: 'Move here' }).click()
  await dialog.getByRole('button', { name: 'Move Mei Castellano all the same' }).click()
  await expect(mei.page.getByText('Read it over: it was written for United States')).toBeVisible()
  await mei.page.keyboard.type('fc? ')
  await mei.page.keyboard.press('Enter')
  await expect(field).toHaveValue('Half a sentwhole ence')
  await expect(mei.page.getByRole('dialog')).toHaveCount(0)
  await expect(caucus).toHaveAttribute('aria-current', 'page')
})

test('keys that act alone can be switched off, and their hints go with them', async ({ page: desk }) => {
  await givenTable(desk)
  const start = desk.getByRole('button', { name: /^Start: Briefing/ })
  await expect(start.locator('kbd')).toBeVisible()
  await desk.keyboard.press('?')
  const keys = desk.getByRole('dialog', { name: 'Keys' })
  await keys.getByRole('checkbox', { name: 'Keys act on their own' }).uncheck()
  await expectAccessible(desk)
  await keys.getByRole('button', { name: 'Close' }).click()
  await expect(start.locator('kbd')).toBeHidden()
  await expect(keys).toBeHidden()
  await desk.keyboard.press('n')
  await desk.keyboard.press('b')
  await desk.keyboard.press('Enter')
  await desk.keyboard.press('?')
  await desk.reload()
  await expect(start.locator('kbd')).toBeHidden()
  await desk.keyboard.press('n')
  await expect(desk.getByRole('dialog')).toHaveCount(0)
  await expect(start).toBeVisible()
  await desk.getByRole('button', { name: /^Keys/ }).click()
  await keys.getByRole('checkbox', { name: 'Keys act on their own' }).check()
  await keys.getByRole('button', { name: 'Close' }).click()
  await expect(start.locator('kbd')).toBeVisible()
  // Under an open sheet a key belongs to it.
  await expect(keys).toBeHidden()
  await desk.keyboard.press('n')
  await expect(desk.getByRole('dialog', { name: 'Write to the room' })).toBeVisible()
})
