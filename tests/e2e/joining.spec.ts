/** Joining: three taps to a seat, the three refusals, a claimed name, a late arrival, and what the lobby shows of each. */
import { expect, test } from '../support/browser'
import { chooseOffice, expectAccessible, givenLobby, givenPhone, join } from './people'

test.use({ baseURL: process.env.BASE_URL })

test('a student goes from code to seat in three taps and a name, and the lobby sees it at once', async ({
  page,
  browser,
}) => {
  const { code } = await givenLobby(page)
  const phone = await givenPhone(browser)
  await phone.goto('/join')
  await phone.getByLabel('Room code').fill(` ${code.toLowerCase().slice(0, 3)} ${code.toLowerCase().slice(3)}`)
  await phone.getByRole('button', { name: 'Go on' }).click()
  await expectAccessible(phone)
  await phone.getByLabel('Name').fill('Mei Castellano')
  await phone.getByRole('button', { name: 'Go on' }).click()
  await chooseOffice(phone, 'Japan', 'Finance Minister')
  await phone.getByRole('button', { name: 'Sit as Finance Minister' }).click()
  await phone.waitForURL('**/rooms/*')
  expect(phone.url()).not.toContain('Mei')
  await expect(page.getByText('Mei Castellano')).toBeVisible()
  await expect(page.getByText(/^1 of \d+ seated/)).toBeVisible()
  await phone.goto(`/join/${code}`)
  await phone.getByRole('button', { name: 'Go on as Mei Castellano' }).click()
  await phone.waitForURL('**/rooms/*')
})

test('a name that is here already is offered its two ways, and the desk can hand over the seat', async ({
  page,
  browser,
}) => {
  const { code } = await givenLobby(page)
  const first = await givenPhone(browser)
  await join(first, code, 'Mei Castellano')
  await chooseOffice(first, 'Japan', 'Finance Minister')
  await first.getByRole('button', { name: 'Sit as Finance Minister' }).click()
  await first.waitForURL('**/rooms/*')
  const second = await givenPhone(browser)
  await join(second, code, 'mei castellano')
  await expect(second.getByRole('heading', { name: 'mei castellano is here already' })).toBeVisible()
  await expect(second.getByLabel('I am someone else')).toHaveValue('mei castellano (B)')
  await expectAccessible(second)
  await second.getByRole('button', { name: 'That is me: use this device' }).click()
  await expect(second.getByText('You asked at')).toBeVisible()
  await expectAccessible(second)
  await expect(page.getByText('says the seat of Mei Castellano is theirs')).toBeVisible()
  await page.getByRole('button', { name: 'Give them the seat' }).click()
  await second.waitForURL('**/rooms/*')
})

test('a wrong code and a closed door show one page, and a late student who asks is let in, also where every seat is taken', async ({
  page,
  browser,
}) => {
  const { code } = await givenLobby(page, { students: '3', chairs: '1', spare: '0' })
  await page.getByRole('button', { name: 'Close the door' }).click()
  await expect(page.getByText('the door closed at')).toBeVisible()
  const phone = await givenPhone(browser)
  const seen: string[] = []
  for (const typed of ['K7N-4QX', code]) {
    await phone.goto(`/join/${typed}`)
    await expect(phone.getByText('That code is not open.')).toBeVisible()
    seen.push((await phone.getByRole('main').textContent()) ?? '')
  }
  expect(seen[1]).toBe(seen[0])
  await expectAccessible(phone)
  await phone.getByText('Has it begun already?').click()
  await phone.getByLabel('Your name').fill('Élise Moreau')
  await phone.getByRole('button', { name: 'Ask to come in' }).click()
  await expect(phone.getByText('You asked at')).toBeVisible()
  await page.getByRole('button', { name: 'Let in' }).click()
  await phone.waitForURL('**/join/seat/*')
  await expect(phone.getByRole('heading', { name: 'Take a seat' })).toBeVisible()

  const asks = async (name: string) => {
    const other = await givenPhone(browser)
    await other.goto(`/join/${code}`)
    await other.getByText('Has it begun already?').click()
    await other.getByLabel('Your name').fill(name)
    await other.getByRole('button', { name: 'Ask to come in' }).click()
    await expect(page.getByText(name)).toBeVisible()
    await page.getByRole('button', { name: 'Let in', exact: true }).click()
    return other
  }
  for (const name of ['Jonas Weber', 'Sofia Conti']) await (await asks(name)).waitForURL('**/join/seat/*')
  const fourth = await asks('Amara Osei')
  await expect(page.getByText('Every seat of every table is taken.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Lay a table and let in' }).click()
  await fourth.waitForURL('**/join/seat/*')
  await expect(page.getByRole('region', { name: 'Table 2' })).toContainText('Amara Osei')
})

test('the instructor places, moves and swaps people, and locks the seats', async ({ page, browser }) => {
  const { code } = await givenLobby(page, { seating: 'place' })
  const mei = await givenPhone(browser)
  await join(mei, code, 'Mei Castellano')
  await expect(mei.getByRole('heading', { name: 'Your instructor gives you a seat' })).toBeVisible()
  await page.getByRole('button', { name: 'Give a seat to Mei Castellano' }).click()
  await page.getByLabel('Seat', { exact: true }).selectOption('Japan: Finance Minister, free')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Move here' }).click()
  await mei.waitForURL('**/rooms/*')
  const jonas = await givenPhone(browser)
  await join(jonas, code, 'Jonas Weber')
  await page.getByRole('button', { name: 'Give a seat to Jonas Weber' }).click()
  await page.getByLabel('Seat', { exact: true }).selectOption('China: Minister of Commerce, free')
  await page.getByRole('button', { name: 'Move here' }).click()
  await jonas.waitForURL('**/rooms/*')
  await page.getByRole('button', { name: 'Move Jonas Weber' }).click()
  await page
    .getByLabel('Seat', { exact: true })
    .selectOption('Japan: Finance Minister, change places with Mei Castellano')
  await page.getByRole('button', { name: 'Move here' }).click()
  const seat = (office: string) => page.getByRole('listitem').filter({ hasText: office })
  await expect(seat('Finance Minister')).toContainText('Jonas Weber')
  await expect(seat('Minister of Commerce')).toContainText('Mei Castellano')
  await page.getByRole('button', { name: 'Lock the seats' }).click()
  await expect(page.getByText('Seats are locked')).toBeVisible()
})

test('with several tables the instructor gives each one theirs, and the start takes them all', async ({
  page,
  browser,
}) => {
  const { code } = await givenLobby(page, { seating: 'place', students: '20', tables: '2' })
  const phone = await givenPhone(browser)
  await join(phone, code, 'Sofia Conti')
  await expect(phone.getByRole('heading', { name: 'Your instructor gives you a table' })).toBeVisible()
  const waiting = page.getByRole('region', { name: 'Waiting for a table' })
  await expect(waiting).toContainText('Sofia Conti')
  await page.getByRole('button', { name: 'Start: briefs and caucus' }).click()
  const asks = page.getByRole('dialog', { name: 'Start with one person unseated?' })
  await expect(asks).toContainText('Sofia Conti waits for a table')
  await asks.getByRole('button', { name: 'Give them a table first' }).click()
  await expect(waiting).toBeFocused()
  // A desk starts one table, and names whoever waits for any before it does; the table is given there.
  const lobby = page.url()
  await page.getByRole('link', { name: 'Desk' }).first().click()
  const start = page.getByRole('button', { name: 'Start: briefing' })
  await expect(start).toBeVisible()
  await start.click()
  await expect(asks).toContainText('Sofia Conti waits for a table')
  await asks.getByRole('button', { name: 'Give them a table first' }).click()
  await page.getByLabel('Table for Sofia Conti').selectOption('Table 2')
  await page.getByRole('button', { name: 'Give Sofia Conti the table' }).click()
  await expect(page.getByRole('dialog')).toContainText('Everybody who has come in has a table.')
  await phone.waitForURL('**/join/seat/*')
  await page.goto(lobby)
  await page.getByRole('button', { name: 'Give a seat to Sofia Conti' }).click()
  await page.getByLabel('Seat', { exact: true }).selectOption('Japan: Finance Minister, free')
  await page.getByRole('button', { name: 'Move here' }).click()
  await phone.waitForURL('**/rooms/*')
  const office = page.getByRole('listitem').filter({ hasText: 'Finance Minister' })
  await expect(office.filter({ hasText: 'Sofia Conti' })).toBeVisible()
  await page.getByRole('button', { name: 'Start: briefs and caucus' }).click()
  await page.waitForURL('**/wall')

  // Whoever comes in after the start waits for a table too, and the wall says so.
  const late = await givenPhone(browser)
  await join(late, code, 'Jonas Weber')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('one person waits for a table')
  await expect(page.getByText('1 of 2 students here, 1 without a table')).toBeVisible()
  await page.getByRole('button', { name: 'Give a table…' }).click()
  const tables = page.getByRole('dialog', { name: 'Waiting for a table' })
  await tables.getByLabel('Table for Jonas Weber').selectOption('Table 1')
  await tables.getByRole('button', { name: 'Give Jonas Weber the table' }).click()
  await late.waitForURL('**/join/seat/*')
  await expect(tables).toContainText('Everybody who has come in has a table.')
})
