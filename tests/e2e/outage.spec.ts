/** A server that fails in the middle of a class: nothing can be saved for a while, then it is killed. Each page says so, and nothing is lost. */
import { expect, serverGone, test } from '../support/browser'
import { leaveGround, standOn } from '../support/ground'
import { fillUp, makeRoom } from '../support/machines/full-disk'
import { databaseUrlIn, freePort, startServer } from '../support/machines/server'
import { patience } from '../support/patience'
import { expectAccessible, expectNarrow } from './people'
import { endPhase, givenTable, phone, seated, start, tellTheRoom } from './table'

// Its server ends while the pages are still open.
test.use({ expectedComplaints: [serverGone] })
test.setTimeout(patience(300_000))

test('a class in which nothing can be saved, and whose server is killed, is told so, goes on, and has everything afterwards', async ({
  browser,
}) => {
  const port = await freePort()
  const first = await startServer({ port })
  let server = first
  const opened = browser.newContext
  standOn(first)
  const url = databaseUrlIn(first.dataDir)
  const WAITING = 'Written while nothing is saved.'
  const GONE = 'Written while there was no server.'
  try {
    browser.newContext = (options) => opened.call(browser, { baseURL: first.url, ...options })
    const desk = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
    const { code } = await givenTable(desk, { for: 'seminar-90', practice: 'yes' })
    const mei = await seated(browser, code, 'Mei Castellano', 'United States', 'Secretary of State', phone)
    const room = await start(desk)
    await endPhase(desk, 'Caucus')
    await desk.getByRole('button', { name: 'Pause' }).click()
    const resume = desk.getByRole('button', { name: 'Resume' })
    await expect(resume).toBeVisible()
    const stage = await desk.context().newPage()
    await stage.goto(`${room}/stage`)
    await expect(stage.getByRole('timer')).toBeVisible()
    const pages = [mei.page, desk, stage]

    await mei.page.getByRole('link', { name: /^Caucus/ }).click()
    const field = mei.page.getByLabel('Write to your delegation')
    const send = mei.page.getByRole('button', { name: 'Send', exact: true })
    await field.fill(WAITING)
    await resume.click()
    await expect(resume).toHaveCount(0)
    await fillUp(url)
    await send.click()
    const notice = /^Nothing has been saved since \d\d:\d\d:\d\d\./
    for (const page of pages) await expect(page.getByText(notice)).toBeVisible({ timeout: patience(30_000) })
    // Their own words stay in sight although the notice took the room above them.
    await expect(mei.page.getByText(WAITING)).toBeInViewport()
    await expect(mei.page.getByText('waits on this device (1)')).toBeVisible()
    await expect(desk.getByText('Tell whoever runs the server')).toBeVisible()
    await desk.getByRole('button', { name: 'Pause' }).click()
    await expect(desk.getByText('Not done: nothing can be saved now.')).toBeVisible()

    // The phase runs out meanwhile: no clock says that it is on time.
    for (const page of pages)
      await expect(page.getByText('waiting for the server').first()).toBeVisible({ timeout: patience(60_000) })
    await expect(desk.getByText('on time')).toHaveCount(0)
    for (const page of pages) await expectAccessible(page)
    for (const page of [desk, mei.page]) await expectNarrow(page)

    await makeRoom(url)
    for (const page of pages) {
      await expect(page.getByText(notice)).toHaveCount(0, { timeout: patience(30_000) })
      await expect(page.getByText('waiting for the server')).toHaveCount(0, { timeout: patience(30_000) })
    }
    await desk.getByRole('button', { name: 'Pause' }).click()
    await expect(resume).toBeVisible()
    await mei.page.getByRole('link', { name: /^Caucus/ }).click()
    await server.end('SIGKILL')
    await expect(mei.page.getByText(/^(Offline|The server restarts) since/)).toBeVisible({ timeout: patience(20_000) })
    await field.fill(GONE)
    await send.click()
    server = await startServer({ port, dataDir: first.dataDir })
    for (const words of [WAITING, GONE])
      await expect(mei.page.getByText(words)).toHaveCount(1, { timeout: patience(40_000) })
    await expect(mei.page.getByText('sending', { exact: true })).toHaveCount(0)
    await tellTheRoom(desk, 'We go on.')
    await expect(mei.page.getByText('We go on.').first()).toBeVisible()
    await expect(stage.getByText('We go on.').first()).toBeVisible()
  } finally {
    browser.newContext = opened
    await leaveGround()
    await server.end()
    await server.clear()
    await first.clear()
  }
})
