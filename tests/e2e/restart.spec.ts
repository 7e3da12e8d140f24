/** The server is killed in the middle of a round and started again on the same data: the pages reconnect by themselves. */
import { expect, serverGone, test } from '../support/browser'
import { leaveGround, standOn } from '../support/ground'
import { patience } from '../support/patience'
import { freePort, startServer } from '../support/server'
import { givenOpenings, speak, speaker, tellTheRoom } from './table'

test.use({ expectedComplaints: [serverGone] })
test.setTimeout(patience(300_000))

test('a server killed in mid-round comes back with everything said, and every page with it', async ({ browser }) => {
  const port = await freePort()
  const first = await startServer({ port })
  const { dataDir } = first
  const again = { port, dataDir }
  let server = first
  const opened = browser.newContext
  standOn(first)
  try {
    browser.newContext = (options) => opened.call(browser, { baseURL: first.url, ...options })
    const desk = await (await browser.newContext()).newPage()
    const { us, jp } = await givenOpenings(desk, browser)
    const one = await speaker([us, jp])
    await speak(one, 'Said before the server died.')
    await expect(desk.getByText('Said before the server died.')).toBeVisible()
    await server.end('SIGKILL')
    for (const { page } of [us, jp])
      await expect(page.getByText(/^(Offline|The server restarts) since/)).toBeVisible({ timeout: patience(20_000) })
    await speak(one, 'Said while there was no server.')
    server = await startServer(again)
    for (const page of [desk, us.page, jp.page]) {
      await expect(page.getByText('Said while there was no server.')).toHaveCount(1, { timeout: patience(40_000) })
      await expect(page.getByText('Said before the server died.')).toHaveCount(1)
      await expect(page.getByText('sending', { exact: true })).toHaveCount(0)
    }
    await tellTheRoom(desk, 'We go on.')
    for (const { page } of [us, jp]) await expect(page.getByRole('main').getByText('We go on.')).toHaveCount(1)
  } finally {
    browser.newContext = opened
    await leaveGround()
    await server.end()
    await server.clear()
    await first.clear()
  }
})
