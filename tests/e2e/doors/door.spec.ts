/** A name that is here already: the person in the seat moves it to their other device, or says that it is not them. */
import { expect, test } from '../../support/browser'
import { patience } from '../../support/patience'
import { expectAccessible, expectNarrow, givenPhone, join } from '../people'
import { givenTable, phone, seated } from '../table'

test.use({ baseURL: process.env.BASE_URL })
test.setTimeout(patience(90_000))

test('who sits in a seat can hand it to their other device, or say that it is not them', async ({
  page: lobby,
  browser,
}) => {
  const { code } = await givenTable(lobby)
  const mei = await seated(browser, code, 'Mei Castellano', 'United States', 'Secretary of State', phone)
  const claim = async () => {
    const other = await givenPhone(browser)
    await other.setViewportSize({ width: 320, height: 640 })
    await join(other, code, 'Mei Castellano')
    await expect(other.getByRole('heading', { name: 'Mei Castellano is here already' })).toBeVisible()
    await expectNarrow(other)
    await expectAccessible(other)
    await other.getByRole('button', { name: 'That is me: use this device' }).click()
    await expect(other.getByText('You asked at')).toBeVisible()
    await expectAccessible(other)
    return other
  }
  const stranger = await claim()
  await expect(mei.page.getByText('Is this you on another device?')).toBeVisible()
  await mei.page.getByRole('button', { name: 'No, that is not me' }).click()
  await expect(stranger.getByRole('heading', { name: 'You were not let in' })).toBeVisible()
  await expect(mei.page.getByText('Is this you on another device?')).toBeHidden()
  const tablet = await claim()
  await mei.page.getByRole('button', { name: 'Yes, move my seat there' }).click()
  await tablet.waitForURL('**/rooms/*')
  await expect(tablet.getByText('You sit as the Secretary of State.')).toBeVisible()
  await expect(mei.page.getByRole('heading', { name: 'This device has no place in the room any more' })).toBeVisible()
})
