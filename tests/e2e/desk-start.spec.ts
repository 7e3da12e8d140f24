/** A start from the desk that first seats who is standing: where a seat is refused meanwhile, it asks about whoever stands there then. */
import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser'
import { givenPhone, join } from './people'
import { givenTableLobby } from './table'

test.use({ baseURL: process.env.BASE_URL, viewport: { width: 1440, height: 960 } })

/** Asks for a seat that no table has wherever the page seats somebody, so that the rules refuse it; each asking waits until it may `pass`. */
async function givenRefusals(desk: Page) {
  let pass: () => void = () => undefined
  let asked = 0
  await desk.routeWebSocket(/socket\.io/, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => {
      const text = message.toString()
      if (!text.includes('"placePerson"')) return server.send(message)
      asked += 1
      pass = () => server.send(text.replace(/"seat":"[^"]*"/, '"seat":"no.such.seat"'))
    })
  })
  return { pass: () => pass(), asked: () => asked }
}

test('the start asks again about somebody who could not be seated, and once nobody is standing goes on by itself', async ({
  page: desk,
  browser,
}) => {
  const { code } = await givenTableLobby(desk)
  const phone = await givenPhone(browser)
  await join(phone, code, 'Noor Said')
  await expect(phone.getByRole('heading', { name: 'Take a seat' })).toBeVisible()
  // Sockets are caught from the next document on: a link to the desk would keep this one.
  const { pass, asked } = await givenRefusals(desk)
  await desk.reload()
  await desk.getByRole('link', { name: 'Desk' }).first().click()
  await desk.waitForURL('**/desk')
  const standing = desk.getByText('Noor Said', { exact: false }).first()
  await expect(standing).toBeVisible()
  await desk.keyboard.press('Enter')
  const ask = desk.getByRole('dialog', { name: 'Start with one person unseated?' })
  const byLot = ask.getByRole('button', { name: 'Seat them by lot and start' })
  const begun = desk.getByRole('timer', { name: 'Time left, Briefing' })

  await test.step('she stands there still: the start asks about her again, and nothing has begun', async () => {
    await byLot.click()
    await expect.poll(asked).toBe(1)
    await expect(ask).toBeHidden()
    pass()
    await expect(ask).toContainText('Noor Said')
    await expect(begun).toHaveCount(0)
  })

  await test.step('she has gone before the refusal: nobody is left to ask about, and it starts', async () => {
    await byLot.click()
    await expect.poll(asked).toBe(2)
    await expect(ask).toBeHidden()
    await phone.close()
    await expect(standing).toBeHidden()
    pass()
    await expect(begun).toBeVisible()
    await expect(desk.getByRole('dialog')).toHaveCount(0)
  })
})
