/** A laptop that sleeps, a reload while typing: nothing is lost and nothing is sent twice. */
import { expect, test } from '../support/browser'
import { patience } from '../support/patience'
import { givenCourse } from './people'
import { endPhase, givenOpenings, givenTable, phone, reach, seated, speak, speaker, start, tellTheRoom } from './table'

test.use({
  baseURL: process.env.BASE_URL,
  expectedComplaints: [/ERR_INTERNET_DISCONNECTED|Failed to fetch|WebSocket connection/],
})
test.setTimeout(patience(120_000))

test('a laptop that sleeps comes back to all that was said, and what it wrote meanwhile goes out once', async ({
  page: desk,
  browser,
}) => {
  const { us, jp } = await givenOpenings(desk, browser)
  const asleep = await speaker([us, jp])
  await asleep.page.context().setOffline(true)
  await speak(asleep, 'Written without a network.')
  await expect(asleep.page.getByText(/^Offline since/)).toBeVisible({ timeout: patience(40_000) })
  await expect(asleep.page.getByText('Written without a network.')).toBeVisible()
  await tellTheRoom(desk, 'Said while one of you slept.')
  await desk.keyboard.press('n')
  await expect(desk.getByRole('region', { name: 'Your notes' })).toContainText('Said while one of you slept.')
  await desk.keyboard.press('Escape')
  await asleep.page.context().setOffline(false)
  await expect(asleep.page.getByRole('main').getByText('Said while one of you slept.').first()).toBeVisible({
    timeout: patience(30_000),
  })
  for (const page of [desk, us.page, jp.page]) {
    await expect(page.getByText('Written without a network.')).toHaveCount(1)
    await expect(page.getByText('sending', { exact: true })).toHaveCount(0)
  }
  // The same page, reloaded in mid-sentence, has said it once.
  await speak(asleep, 'Said and reloaded.')
  await asleep.page.reload()
  for (const page of [asleep.page, desk]) await expect(page.getByText('Said and reloaded.')).toHaveCount(1)
})

test('a form outside rooms that no server takes says so, and comes back by itself with its words', async ({ page }) => {
  await givenCourse(page)
  await page.goto('/courses/new')
  await page.getByLabel('Course', { exact: true }).fill('Typed before the server went')
  await page.getByLabel('Time zone').selectOption('Asia/Tokyo')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Make the course' }).click()
  await expect(page.getByRole('heading', { name: 'The server does not answer' })).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByLabel('Course', { exact: true })).toHaveValue('Typed before the server went')
  await expect(page.getByLabel('Time zone')).toHaveValue('Asia/Tokyo')
  await page.getByRole('button', { name: 'Make the course' }).click()
  await expect(page.getByRole('heading', { name: 'Typed before the server went' })).toBeVisible()
})

test('a phone that slept through two phases comes back to the one that runs, and stays where it went in that one', async ({
  page: desk,
  browser,
}) => {
  const { code } = await givenTable(desk)
  const { page } = await seated(browser, code, 'Amara Osei', 'Japan', 'Prime Minister', phone)
  await start(desk)
  await endPhase(desk, 'Caucus')
  await expect(page).toHaveURL(/#caucus$/)
  await page.context().setOffline(true)
  await reach(desk, 'Reveal', 'Openings')
  await page.context().setOffline(false)
  await page.reload()
  await expect(page.getByRole('link', { name: 'Record', exact: true })).toHaveAttribute('aria-current', 'page')
  await page.getByRole('link', { name: 'Brief', exact: true }).click()
  await page.reload()
  await expect(page.getByRole('link', { name: 'Brief', exact: true })).toHaveAttribute('aria-current', 'page')
})
