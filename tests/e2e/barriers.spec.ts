/**
 * Every page outside a room and the way into one, light and dark, wide and on the narrowest phone: no serious accessibility fault that axe
 * finds, and no sideways scroll. Of the room itself phone.spec.ts finds the same in every phase.
 */
import { barriersIn, WIDE } from '../support/barriers'
import { expect, test } from '../support/browser'
import { instructorIn } from '../support/ground'
import { patience } from '../support/patience'
import { givenWeek } from './homework/week'
import { givenPhone, join } from './people'
import { givenTableLobby, seated } from './table'

test.use({ baseURL: process.env.BASE_URL, expectedComplaints: [/404/] })
test.setTimeout(patience(300_000))

test('the pages outside a room have no barrier', async ({ page }) => {
  const found: string[] = []
  for (const path of ['/', '/sign-in', '/sign-up', '/join', '/nowhere']) {
    await page.goto(path)
    found.push(...(await barriersIn(page, path)))
  }
  await givenWeek(page)
  const activity = new URL(page.url()).pathname.split('/').at(-2)
  const courseUrl = (await page.locator('a[href*="/courses/"]').first().getAttribute('href')) ?? ''
  const own = ['', '/roster', '/search?q=shield', '/bring-record', '/research', `/repeat/${activity}`]
  for (const path of [
    '/courses',
    ...own.map((path) => courseUrl + path),
    ...[1, 2, 3, 4, 5].map((step) => `${courseUrl}/new-homework?start=2038-03-01&round=framing&step=${step}`),
    ...[1, 2, 3, 4].map((step) => `${courseUrl}/new-seminar?agenda=seminar-90&step=${step}`),
  ]) {
    expect((await page.goto(path))?.status(), path).toBe(200)
    found.push(...(await barriersIn(page, path.replace(courseUrl, 'course'))))
  }
  await instructorIn(page.context(), { isAdmin: true })
  await page.goto('/audit')
  await expect(page.getByRole('heading', { level: 1, name: 'What was done' })).toBeVisible()
  found.push(...(await barriersIn(page, '/audit')))
  await page.goto('/this-server')
  await expect(page.getByRole('heading', { level: 1, name: 'This server' })).toBeVisible()
  found.push(...(await barriersIn(page, '/this-server')))
  expect(found).toEqual([])
})

test('nor has the way into a room: its lobby, the choice of a seat, and the question before the start', async ({
  page: desk,
  browser,
}) => {
  const found: string[] = []
  const { code } = await givenTableLobby(desk)
  const joining = await givenPhone(browser)
  await join(joining, code, 'Noor Said')
  await expect(joining.getByRole('heading', { name: 'Take a seat' })).toBeVisible()
  found.push(...(await barriersIn(joining, 'choosing a seat')))
  const mei = await seated(browser, code, 'Mei Castellano', 'United States', 'Secretary of State')
  found.push(...(await barriersIn(desk, 'lobby')), ...(await barriersIn(mei.page, 'room, lobby')))
  await desk.setViewportSize(WIDE)
  // Somebody still chooses a seat, so the start asks first.
  await desk.getByRole('button', { name: 'Start: briefs and caucus' }).click()
  await expect(desk.getByRole('dialog', { name: 'Start with one person unseated?' })).toContainText('Noor Said')
  found.push(...(await barriersIn(desk, 'starting with somebody unseated')))
  expect(found).toEqual([])
})
