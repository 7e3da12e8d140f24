/** The other pages that an instructor projects or uses live: in no size of a projector or laptop do words run into each other, nor are they cut. */
import type { Page } from '@playwright/test'
import { settled } from '../support/barriers'
import { expect, test } from '../support/browser'
import { courseOf, instructorIn, seminarIn } from '../support/ground'
import { patience } from '../support/patience'
import { geometryFaults, SIZES } from '../support/scenes/geometry'

test.use({ baseURL: process.env.BASE_URL })
test.setTimeout(patience(180_000))

/** In half of the sizes: which half, the address’s place in its list says, so that between them all are seen. */
async function faultsAt(page: Page, address: string, place: number): Promise<string[]> {
  await page.goto(address)
  const found: string[] = []
  for (const size of SIZES.filter((_, at) => at % 2 === place % 2)) {
    await page.setViewportSize(size)
    await settled(page)
    const faults = await geometryFaults(page, { lists: true })
    found.push(...faults.map((fault) => `${address.split('/').at(-1)}, ${size.width}: ${fault}`))
  }
  return found
}

test('the pages of a finished seminar, its desk and the board of a week hold their words', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign in as the demo instructor' }).click()
  const record = await page.getByRole('link', { name: 'Read the record' }).getAttribute('href')
  const board = await page.getByRole('main').locator('a[href$="/board"]').first().getAttribute('href')
  const found: string[] = []
  // The replay from its first row: later its record goes on beneath the transport, which stays at the foot of the window.
  const parts = ['transcript', 'debrief', 'replay?at=1', 'marks', 'desk'].map((part) =>
    (record ?? '').replace(/transcript.*/, part),
  )
  for (const [place, address] of [...parts, board ?? ''].entries())
    found.push(...(await faultsAt(page, address, place)))
  expect(found).toEqual([])
})

test('the lobby and the wall of six tables hold their words', async ({ page }) => {
  const account = await instructorIn(page.context())
  const setup = { agenda: 'seminar-90', students: '54', tables: '6', chairs: '3', spare: '0', understudies: '' }
  const { lobbyUrl } = await seminarIn(await courseOf(account, 'IR 347'), account, setup)
  const wall = lobbyUrl.replace('/lobby', '/wall')
  const found = [...(await faultsAt(page, lobbyUrl, 0)), ...(await faultsAt(page, wall, 1))]
  await page.getByRole('checkbox', { name: 'All 6 tables' }).click()
  await page.getByRole('button', { name: 'Start 6' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Started' })).toContainText('Table 6')
  found.push(...(await faultsAt(page, wall, 2)))
  expect(found).toEqual([])
})
