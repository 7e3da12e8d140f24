/** The floor on phones: an opener's words outlive the turn, heads answer a motion in a line of its own, and a point of order is ruled on by keyboard. */
import { expect, test } from '../support/browser'
import { patience } from '../support/patience'
import { askFor, endPhase, givenOpenings, phone, speaker, takeBack } from './table'

test.use({ baseURL: process.env.BASE_URL })
test.setTimeout(patience(120_000))

test('what an opener writes outlives their turn; two heads carry more time; a point of order is ruled on by keyboard', async ({
  page: desk,
  browser,
}) => {
  const { us, jp } = await givenOpenings(desk, browser, phone)
  const { page } = await speaker([us, jp])
  const field = page.locator('#statement textarea')
  // The delegation's position stands beside it.
  await expect(field).toHaveValue('')
  await page.getByRole('button', { name: 'Start from it' }).click()
  await expect(field).not.toHaveValue('')
  await field.fill('Half of what I say')
  await takeBack(desk)
  await expect(page.getByRole('region', { name: 'The words of a turn' })).toBeVisible()
  await expect(field).toBeFocused()
  await page.keyboard.type(' and more')
  await expect(field).toHaveValue('Half of what I say and more')
  await page.reload()
  await page.getByRole('button', { name: 'My draft' }).click()
  await expect(field).toHaveValue('Half of what I say and more')
  await page.getByRole('button', { name: 'Give it words', exact: true }).click()
  const form = page.getByRole('dialog', { name: 'The words of a turn' })
  await expect(form.getByLabel('What you said')).toHaveValue('Half of what I say and more')
  await endPhase(desk, 'Floor debate')
  await form.getByRole('button', { name: 'Put on the record' }).click()
  await expect(desk.getByText('Half of what I say and more')).toBeVisible()
  await expect(field).toHaveValue('')

  const clock = desk.getByRole('timer', { name: 'Time left, Floor debate' })
  const minutesLeft = async () => Number(/\d+/.exec((await clock.textContent()) ?? '')?.[0] ?? 0)
  const before = await minutesLeft()
  const line = jp.page.getByRole('region', { name: 'Motions' })
  const stood = await line.boundingBox()

  await us.page.getByRole('button', { name: 'Move …' }).click()
  const dialog = us.page.getByRole('dialog', { name: 'Move something' })
  await dialog.getByLabel('What you move').selectOption({ label: 'More time for this phase' })
  await dialog.getByLabel('For how long').selectOption({ label: '7 minutes' })
  await dialog.getByLabel(/^Why/).fill('We are nearly there.')
  await dialog.getByRole('button', { name: 'Move it' }).click()
  await expect(dialog).toBeHidden()

  await expect(line).toContainText('Washington moves 7 minutes more for this phase.')
  expect((await line.boundingBox())?.height).toBe(stood?.height)
  await expect(desk.getByRole('button', { name: /^Not carried/ })).toBeVisible()
  await line.getByRole('button', { name: 'Yes' }).click()
  await expect(
    desk.getByText(/^Motion \d+, 7 minutes more for this phase, is carried\. For: Washington, Tokyo\.$/),
  ).toBeVisible()
  await expect.poll(minutesLeft).toBeGreaterThan(before + 4)
  await expect(line).toContainText('No motion is open.')

  await askFor(jp, 'Point of order')
  await expect(desk.getByRole('region', { name: 'Motions and points of order' })).toContainText(
    'Prime Minister, hand up',
  )
  await desk.getByRole('button', { name: 'Rule …' }).click()
  const ruling = desk.getByRole('dialog', { name: 'Rule on a point of order' })
  await ruling.getByLabel(/^Why/).fill('The round is about names.')
  await desk.keyboard.press('Tab')
  await expect(ruling.getByRole('button', { name: 'Upheld', exact: true })).toBeFocused()
  await desk.keyboard.press('Enter')
  await expect(ruling).toBeHidden()
  await expect(jp.page.getByText(/Upheld\./).first()).toBeVisible()
  await expect(jp.page.getByText('The round is about names.').first()).toBeVisible()
  await expect(jp.page.getByRole('button', { name: 'Ask for the floor' })).toBeVisible()
})
