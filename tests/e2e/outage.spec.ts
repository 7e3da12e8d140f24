/** Nothing can be saved for a while, in the middle of a class: everybody is told in plain words, and afterwards nothing is missing. */
import { expect, serverGone, test } from '../support/browser'
import { fillUp, makeRoom } from '../support/full-disk'
import { leaveGround, standOn } from '../support/ground'
import { patience } from '../support/patience'
import { databaseUrlIn, startServer } from '../support/server'
import { expectAccessible, expectNarrow } from './people'
import { endPhase, givenTable, phone, seated, start } from './table'

// Its server ends while the pages are still open.
test.use({ expectedComplaints: [serverGone] })
test.setTimeout(patience(300_000))

test('a class in which nothing can be saved is told so, goes on talking, and has everything afterwards', async ({
  browser,
}) => {
  const server = await startServer()
  const opened = browser.newContext
  standOn(server)
  const url = databaseUrlIn(server.dataDir)
  try {
    browser.newContext = (options) => opened.call(browser, { baseURL: server.url, ...options })
    const desk = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
    const { code } = await givenTable(desk, { for: 'seminar-90', practice: 'yes' })
    const [mei, amara] = await Promise.all([
      seated(browser, code, 'Mei Castellano', 'United States', 'Secretary of State', phone),
      seated(browser, code, 'Amara Osei', 'Japan', 'Prime Minister'),
    ])
    const room = await start(desk)
    await endPhase(desk, 'Caucus')
    await desk.getByRole('button', { name: 'Pause' }).click()
    const resume = desk.getByRole('button', { name: 'Resume' })
    await expect(resume).toBeVisible()
    const stage = await desk.context().newPage()
    await stage.goto(`${room}/stage`)
    await expect(stage.getByRole('timer')).toBeVisible()

    await mei.page.getByRole('link', { name: /^Caucus/ }).click()
    await mei.page.getByLabel('Write to your delegation').fill('Written while nothing is saved.')
    await resume.click()
    await expect(resume).toHaveCount(0)
    await fillUp(url)
    await mei.page.getByRole('button', { name: 'Send', exact: true }).click()
    const notice = /^Nothing has been saved since \d\d:\d\d:\d\d\./
    for (const page of [mei.page, amara.page, desk, stage])
      await expect(page.getByText(notice)).toBeVisible({ timeout: patience(30_000) })
    // Their own words stay in sight although the notice took the room above them.
    await expect(mei.page.getByText('Written while nothing is saved.')).toBeInViewport()
    await expect(mei.page.getByText('one thing waits on this device')).toBeVisible()
    await expect(desk.getByText('Tell whoever runs the server')).toBeVisible()
    await desk.getByRole('button', { name: 'Pause' }).click()
    await expect(desk.getByText('Not done: nothing can be saved now.')).toBeVisible()

    // The phase runs out meanwhile: no clock says that it is on time.
    for (const page of [amara.page, mei.page, desk, stage])
      await expect(page.getByText('waiting for the server').first()).toBeVisible({ timeout: patience(60_000) })
    await expect(desk.getByText('on time')).toHaveCount(0)
    for (const page of [desk, mei.page, amara.page, stage]) await expectAccessible(page)
    for (const page of [desk, mei.page]) await expectNarrow(page)
    expect((await fetch(`${server.url}/readyz`)).status).toBe(503)

    await makeRoom(url)
    for (const page of [mei.page, amara.page, desk, stage]) {
      await expect(page.getByText(notice)).toHaveCount(0, { timeout: patience(30_000) })
      await expect(page.getByText('waiting for the server')).toHaveCount(0, { timeout: patience(30_000) })
    }
    await expect(mei.page.getByText('Written while nothing is saved.')).toHaveCount(1)
    await expect(mei.page.getByText('sending', { exact: true })).toHaveCount(0)
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  } finally {
    browser.newContext = opened
    await leaveGround()
    await server.end()
    await server.clear()
  }
})
