/** A week of homework in a minute: on time, late and extended. */
import { expect, test } from '../support/browser'
import { patience } from '../support/patience'
import { expectAccessible, expectNarrow } from './people'
import { box, Chair, comesIn, DAY_MS, entersRoom, givenWeek, OPENINGS } from './week'

test.use({ baseURL: process.env.BASE_URL })

test.describe('a week in a minute', () => {
  test.slow()

  test('an opening is on time, another late, a third extended, and each student is told which', async ({
    page,
    browser,
  }) => {
    const week = await givenWeek(page)
    const mei = await comesIn(browser, week, 'Mei Castellano')
    await expect(mei.getByRole('heading', { level: 1 })).toHaveText('Nothing is owed now')
    await expect(mei.getByRole('heading', { name: /^The briefing opens in/ })).toBeVisible()
    await expectAccessible(mei)
    await expectNarrow(mei)
    const roomId = await entersRoom(mei)
    const chair = await Chair.of(page, roomId)
    await chair.opens(OPENINGS)

    await expect(mei.getByText(/Sealed when you post it/)).toBeVisible()
    await box(mei).fill('We open with words that were written on time.')
    await expect(mei.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()
    await expectAccessible(mei)
    await mei.getByRole('button', { name: 'Seal the opening' }).click()
    await expect(mei.getByRole('region', { name: 'Your sealed post' })).toContainText('written on time')

    const jonas = await comesIn(browser, week, 'Jonas Weber')
    await entersRoom(jonas)
    await expect(jonas.getByText('written on time')).toHaveCount(0)
    await box(jonas).fill('These words were still being written.')
    const sofia = await comesIn(browser, week, 'Sofia Conti')
    await entersRoom(sofia)
    await expect(box(sofia)).toBeVisible()

    const due = Date.now() + 4_000
    const person = chair.personCalled('Sofia Conti')
    await chair.does({ type: 'grantExtension', person, phase: OPENINGS, dueAt: Date.now() + 5.3 * DAY_MS })
    await chair.does({ type: 'moveDeadline', phase: OPENINGS, dueAt: due })

    await expect(jonas.getByText(/Your words are kept here as a late draft/)).toBeVisible({ timeout: patience(20_000) })
    await expect(jonas.getByText('written on time')).toBeVisible()
    await expectAccessible(jonas)
    await jonas.getByRole('button', { name: 'Post the opening, late' }).click()
    const late = jonas.getByRole('listitem').filter({ hasText: 'still being written' })
    await expect(late).toContainText('late')

    await box(sofia).fill('Mine had more time.')
    await sofia.getByRole('button', { name: 'Post the opening', exact: true }).click()
    const extended = sofia.getByRole('listitem').filter({ hasText: 'Mine had more time.' })
    await expect(extended).toBeVisible()
    await expect(extended).not.toContainText('late')
    await expectNarrow(jonas)
    chair.leave()
  })
})
