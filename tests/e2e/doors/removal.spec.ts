/** A removed student receives nothing more at once; readmitted, they find the record and a seat. */
import { expect, test } from '../../support/browser'
import { patience } from '../../support/patience'
import { chooseAtSeat } from '../people'
import { givenTable, seated, start, tellTheRoom } from '../table'

test.use({ baseURL: process.env.BASE_URL, expectedComplaints: [/404/] })
test.setTimeout(patience(90_000))

test('a student who is removed hears nothing more within a second, and comes back when readmitted', async ({
  page: desk,
  browser,
}) => {
  const { code } = await givenTable(desk)
  const mei = await seated(browser, code, 'Mei Castellano', 'United States', 'Secretary of State')
  const amara = await seated(browser, code, 'Amara Osei', 'Japan', 'Prime Minister')
  await start(desk)
  await chooseAtSeat(desk, /Mei Castellano/, 'Remove from the room')
  await expect(mei.page.getByText('Your instructor has removed you from this room.')).toBeVisible({
    timeout: patience(1_000),
  })
  await tellTheRoom(desk, 'Now we speak among ourselves.')
  await amara.page.getByRole('link', { name: 'Record' }).click()
  await expect(amara.page.getByRole('listitem').getByText('Now we speak among ourselves.')).toBeVisible()
  expect(mei.heard.some((frame) => frame.includes('among ourselves'))).toBe(false)
  await expect(mei.page.getByText('You are no longer at this table')).toBeVisible()
  // Opened again, the room's page is not found for them.
  expect((await mei.page.reload())?.status()).toBe(404)
  await expect(mei.page.getByText('Now we speak among ourselves.')).toHaveCount(0)
  expect(mei.heard.some((frame) => frame.includes('among ourselves'))).toBe(false)
  await desk.getByRole('button', { name: 'Seats', exact: true }).click()
  await desk.getByRole('button', { name: /Readmit/ }).click()
  await expect(desk.getByRole('button', { name: /Readmit/ })).toBeHidden()
  // The same device is signed in again.
  await mei.page.reload()
  await expect(mei.page.getByRole('heading', { name: 'Take a seat' })).toBeVisible()
  await mei.page.getByRole('radio', { name: /Secretary of State/ }).check()
  await mei.page.getByRole('button', { name: 'Sit as Secretary of State' }).click()
  await mei.page.getByRole('link', { name: 'Record' }).click()
  await expect(mei.page.getByRole('main').getByText('Now we speak among ourselves.')).toBeVisible()
})
