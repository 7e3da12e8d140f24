/** A student with the same room in two tabs: neither loses a word of the other. */
import { expect, test } from '../support/browser'
import { Chair } from './chair'
import { box, comesIn, entersRoom, givenWeek, OPENINGS, toOwnTension } from './week'

test.use({ baseURL: process.env.BASE_URL })

test('what is typed in one tab stands in the other, and where both were typed in at once the student chooses', async ({
  page,
  browser,
}) => {
  const week = await givenWeek(page)
  const first = await comesIn(browser, week, 'Mei Castellano')
  const roomId = await entersRoom(first)
  const chair = await Chair.of(page, roomId)
  await chair.opens(OPENINGS)
  const second = await first.context().newPage()
  await second.setViewportSize({ width: 1280, height: 900 })
  for (const tab of [first, second]) {
    await tab.goto(`/rooms/${roomId}`)
    await toOwnTension(tab)
  }
  await box(first).fill('One.')
  await expect(box(second)).toHaveValue('One.')
  await box(second).fill('One.\n\nA second paragraph.')
  await expect(box(first)).toHaveValue('One.\n\nA second paragraph.')
  await box(first).press('Control+End')
  await box(first).pressSequentially(' More.')
  await expect(box(second)).toHaveValue('One.\n\nA second paragraph. More.')

  // A tab that has not heard of the other, as one that was frozen: it does not write over what it has not shown.
  const deaf = await first.context().newPage()
  await deaf.addInitScript(() => {
    window.addEventListener('storage', (event) => event.stopImmediatePropagation(), true)
  })
  await deaf.setViewportSize({ width: 1280, height: 900 })
  await deaf.goto(`/rooms/${roomId}`)
  await toOwnTension(deaf)
  await expect(box(deaf)).toHaveValue('One.\n\nA second paragraph. More.')
  await box(second).fill('The words of the second tab.')
  await box(deaf).fill('The words of the deaf tab.')
  for (const tab of [deaf, second]) {
    const asked = tab.getByRole('region', { name: 'Two of your tabs have different words' })
    await expect(asked).toContainText('The words of the second tab.')
    await expect(asked).toContainText('The words of the deaf tab.')
  }
  await second.getByRole('button', { name: 'Keep both' }).click()
  await expect(box(second)).toHaveValue('The words of the second tab.\n\nThe words of the deaf tab.')
  await expect(second.getByText('Two of your tabs have different words')).toBeHidden()
  chair.leave()
})
