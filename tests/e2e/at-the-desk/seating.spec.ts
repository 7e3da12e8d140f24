/** Before class: a seating is prepared from the roster by lot, keys and menu, printed, and waits for each student at the door. */
import { NARROW, WIDE } from '../../support/barriers'
import { expect, test } from '../../support/browser'
import { courseOf, instructorIn, seminarIn } from '../../support/ground'
import { choose, expectAccessible, expectNarrow, givenPhone } from '../people'

const NAMES = ['Amara Osei', 'Jonas Weber', 'Mei Castellano', 'Sofia Conti', 'Wei Chen', 'Zoë Laurent']
const DRAFT = { agenda: 'seminar-90', students: '6', understudies: 'yes', lateArrivals: 'yes' }

test('a class is seated days before by lot, keys, hand and menu, and each has a role sheet', async ({ page }) => {
  const account = await instructorIn(page.context(), { fresh: true })
  const { lobbyUrl } = await seminarIn(await courseOf(account, 'IR 347', NAMES.join('\n')), account, DRAFT)
  await page.setViewportSize(WIDE)
  await page.goto(lobbyUrl)
  await page.getByRole('link', { name: /^Prepare/ }).click()
  await expect(page.getByRole('heading', { name: /^0 of 6 have a seat/ })).toBeVisible()

  await test.step('a draw by lot is shown before it is kept', async () => {
    await page.getByRole('button', { name: 'Draw by lot' }).click()
    await page.getByRole('button', { name: 'Draw', exact: true }).click()
    await expect(page.getByText('6 of 6 have a seat. Nobody who had a seat moves.')).toBeVisible()
    await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(6)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Keep these seats' }).click()
    await expect(page.getByRole('heading', { name: /^6 of 6 have a seat/ })).toBeVisible()
    await expect(page.getByText(/^The last draw had the number/)).toBeVisible()
    await expect(page.getByText('by lot', { exact: true })).toHaveCount(6)
  })

  const column = (name: string) => page.getByRole('region', { name, exact: true })

  await test.step('a name is taken off by its menu, and put down by keys', async () => {
    await choose(page.getByRole('button', { name: 'Move, lock or take off Mei Castellano' }), 'Take off the seat')
    await expect(page.getByText('Mei Castellano has none yet.')).toBeVisible()
    await column('No seat yet').getByRole('button', { name: 'Mei Castellano has not chosen' }).focus()
    await page.keyboard.press('Space')
    await expect(page.getByText('Picked up: Mei Castellano.')).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowRight')
    await expect(column('United States').getByRole('button').first()).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(column('Japan').getByRole('button').first()).toBeFocused()
    await page.keyboard.press('Space')
    await expect(column('Japan').getByRole('listitem').first()).toContainText('Mei Castellano')
    await expect(column('Japan').getByRole('listitem').first()).toContainText('by you')
    await expect(column('Japan').getByRole('button').first()).toBeFocused()
  })

  await test.step('a name is dragged off its seat and onto one', async () => {
    const first = column('Japan').getByRole('button').first()
    await first.dragTo(column('No seat yet'))
    await expect(column('No seat yet')).toContainText('Mei Castellano')
    await expect(first).toContainText('open')
    await column('No seat yet').getByRole('button', { name: 'Mei Castellano has not chosen' }).dragTo(first)
    await expect(first).toContainText('Mei Castellano')
  })

  await test.step('a menu moves and swaps, and the last step is undone', async () => {
    const first = column('Japan').getByRole('listitem').first()
    await choose(
      column('China').getByRole('button', { name: 'Move, lock or take off' }).first(),
      / · swap with Mei Castellano$/,
    )
    await expect(column('China')).toContainText('Mei Castellano')
    await expect(first).not.toContainText('Mei Castellano')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(first).toContainText('Mei Castellano')
  })
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.setViewportSize(NARROW)
  await expectAccessible(page)
  await expectNarrow(page)
  await page.setViewportSize(WIDE)

  await test.step('each has a role sheet with their name, and every office has one without', async () => {
    // Whoever sat by lot where a name was put down has none.
    const sat = /^\d/.exec((await page.getByRole('heading', { name: / of 6 have a seat/ }).textContent()) ?? '')?.[0]
    await page.getByRole('link', { name: 'Role sheets to print' }).click()
    await expect(page.getByRole('heading', { name: `${sat} role sheets`, exact: true })).toBeVisible()
    await expect(page.getByRole('article')).toHaveCount(Number(sat))
    await expect(page.getByRole('article', { name: 'Mei Castellano' })).toContainText('Japan')
    await page.getByRole('link', { name: 'By name' }).click()
    const hers = await page.getByRole('article', { name: 'Amara Osei' }).count()
    await expect(page.getByRole('article').first()).toHaveAccessibleName(hers > 0 ? 'Amara Osei' : 'Jonas Weber')
    await page.getByRole('link', { name: 'Every office, without names' }).click()
    await expect(page.getByRole('heading', { name: 'Every brief, office by office' })).toBeVisible()
    await expect(page.getByRole('main').getByText('Amara Osei')).toHaveCount(0)
    await expectNarrow(page)
  })
})

test.describe('asked for offices', () => {
  test.use({ expectedComplaints: [/ERR_INTERNET_DISCONNECTED|Failed to fetch/] })

  test('a student names three offices, the draw reads them, and they read the seat they were given', async ({
    page,
    browser,
  }) => {
    const account = await instructorIn(page.context(), { fresh: true })
    const courseUrl = await courseOf(account, 'IR 347', NAMES.join('\n'))
    const seminar = { ...DRAFT, seating: 'place', students: '36', door: 'roster' }
    const { lobbyUrl, code } = await seminarIn(courseUrl, account, seminar)
    await page.goto(lobbyUrl)
    await page.getByRole('link', { name: /^Prepare/ }).click()
    await page.getByRole('button', { name: 'Ask the class which offices they would take' }).click()
    await expect(page.getByRole('button', { name: 'The class is asked: stop asking' })).toBeVisible()

    // Everybody is reached days before, by a link of their own.
    await page.getByRole('link', { name: 'Personal links' }).click()
    await expectAccessible(page)
    await expectNarrow(page)
    await page.getByRole('button', { name: 'Make the links of the 6 who have none' }).click()
    const line = page.getByRole('listitem').filter({ hasText: 'Mei Castellano' })
    const address = new URL((await line.locator('code').textContent()) ?? '')
    const mei = await givenPhone(browser)
    await mei.goto(address.pathname)
    await mei.getByRole('button', { name: 'Go on as Mei Castellano' }).click()
    await expect(mei.getByText('You are asked which offices you would take.')).toBeVisible()
    await expectAccessible(mei)
    await expectNarrow(mei)
    await mei.getByRole('link', { name: 'Name them' }).click()
    await expect(mei.getByRole('heading', { name: 'Which three would you take?' })).toBeVisible()
    await expectAccessible(mei)
    await expectNarrow(mei)
    // In a tunnel: three fields of one name come back each with its own words.
    await mei.getByLabel('First choice').selectOption('Japan: Finance Minister')
    await mei.getByLabel('Third choice').selectOption('Japan: Prime Minister')
    await mei.context().setOffline(true)
    await mei.getByRole('button', { name: 'Send my choices' }).click()
    await expect(mei.getByRole('heading', { name: 'The server does not answer' })).toBeVisible()
    await mei.context().setOffline(false)
    const chosen = (label: string) => mei.getByLabel(label).locator('option:checked')
    await expect(chosen('First choice')).toHaveText('Japan: Finance Minister')
    await expect(chosen('Third choice')).toHaveText('Japan: Prime Minister')
    await mei.getByLabel('Third choice').selectOption({ index: 0 })
    await mei.getByRole('button', { name: 'Send my choices' }).click()
    await expect(mei.getByRole('button', { name: 'Change my choices' })).toBeVisible()
    await page.goto(lobbyUrl.replace('/lobby', '/seating'))
    await page.getByRole('button', { name: 'Draw by their choices, 1 chose' }).click()
    const number = page.getByLabel('Number of an earlier draw')
    await number.fill('7k2m')
    await page.getByRole('button', { name: 'Draw', exact: true }).click()
    await expect(page.getByText('1 of 1 have their first choice')).toBeVisible()
    await expect(page.getByText('The number of this draw is 7K2M.')).toBeVisible()
    await page.getByRole('button', { name: 'Keep these seats' }).click()
    await expect(page.getByRole('heading', { name: /^6 of 6 have a seat/ })).toBeVisible()
    await expect(page.getByText(/^The last draw had the number 7K2M: /)).toBeVisible()
    await page.getByRole('button', { name: 'Show each student their seat' }).click()
    await expect(page.getByRole('button', { name: 'Each student sees their seat: hide it' })).toBeVisible()
    await mei.reload()
    await expect(mei.getByRole('heading', { name: 'Japan: Finance Minister' })).toBeVisible()
    await expect(mei.getByText('You asked for this office first.')).toBeVisible()
    await expectAccessible(mei)
    await mei.goto(`/join/${code}`)
    await mei.getByRole('button', { name: 'Go on as Mei Castellano' }).click()
    await mei.waitForURL('**/rooms/*')
    await page.goto(lobbyUrl)
    await expect(page.getByText('5 of the class have not come in')).toBeVisible()
  })
})
