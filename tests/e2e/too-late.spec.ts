/** A head who is cut off while the negotiation ends: what they sent is theirs to read, to copy and to send again. */
import { expect, test } from '../support/browser'
import { patience } from '../support/patience'
import { endPhase, givenTable, phone, seated, start } from './table'

test.use({ baseURL: process.env.BASE_URL, expectedComplaints: [/ERR_INTERNET_DISCONNECTED|WebSocket/] })
test.setTimeout(patience(240_000))

test('a reason that comes after the negotiation is not lost, and not said to be recorded', async ({
  page: desk,
  browser,
}) => {
  const { code } = await givenTable(desk)
  const us = await seated(browser, code, 'Mei Castellano', 'United States', 'Secretary of State')
  const cn = await seated(browser, code, 'Élise Moreau', 'China', 'Foreign Minister', phone)
  await start(desk)
  const before = ['Caucus', 'Reveal', 'Openings', 'Floor debate', 'Caucus', 'Who moved', 'Caucus', 'Reveal']
  for (const next of [...before, 'Negotiation']) await endPhase(desk, next)
  const clause = cn.page.getByRole('article', { name: /The gap, admitted/ })

  await cn.page.context().setOffline(true)
  await clause.getByRole('button', { name: 'Leave it standing, with the reason' }).click()
  await cn.page.getByLabel('Why your delegation leaves this bracket standing').fill('Beijing, cut off.')
  await cn.page.getByRole('button', { name: 'Leave it standing', exact: true }).click()
  await expect(clause.getByText('On its way: “Beijing, cut off.”')).toBeVisible()
  await endPhase(desk, 'Caucus')
  await cn.page.context().setOffline(false)

  const notice = cn.page.getByRole('status').filter({ hasText: 'is not on the record' })
  await expect(notice).toContainText('Your reason in “The gap, admitted” is not on the record.')
  await expect(notice).toContainText('“Beijing, cut off.”')
  await expect(cn.page.getByText('Everything you sent is recorded')).toHaveCount(0)

  await desk.getByRole('button', { name: /^undo: the end of the phase/ }).click()
  await expect(desk.getByRole('timer', { name: 'Time left, Negotiation' })).toBeVisible()
  await clause.getByRole('button', { name: 'Send again' }).click()
  const shown = us.page.getByRole('article', { name: /The gap, admitted/ })
  await expect(shown.getByText('Beijing, cut off.')).toBeVisible()
  await expect(clause.getByRole('button', { name: 'Send again' })).toHaveCount(0)
})
