/** Joining: three taps to a seat, a removal that closes the door, one page for a wrong code and a closed door, and a late student let in. */
import { expect, test } from '../../support/browser'
import { chooseOffice, expectAccessible, givenLobby, givenPhone } from '../people'

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

  // Whoever removes somebody closes the door in the same step, so that nobody comes back by another name.
  await page.getByRole('button', { name: 'Move Mei Castellano' }).click()
  await page.getByLabel('Close the door as well').check()
  await page.getByRole('button', { name: 'Remove from the room' }).click()
  await expect(page.getByText('the door closed at')).toBeVisible()
  const fresh = await givenPhone(browser)
  await fresh.goto(`/join/${code}`)
  await expect(fresh.getByText('not open')).toBeVisible()
})

test('a wrong code and a closed door show one page, and a late student who asks is let in', async ({
  page,
  browser,
}) => {
  const { code } = await givenLobby(page)
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
})
