/** A week of homework in a minute: on time, late, extended, offline, and on two devices. The chair moves the dates over a socket. */
import type { Browser, Page } from '@playwright/test'
import { io, type Socket } from 'socket.io-client'
import { PROTOCOL } from '#simulation/wire/protocol'
import { expect, test } from '../support/browser'
import { patience } from '../support/patience'
import { expectAccessible, expectNarrow, givenCourse, givenPhone } from './people'

test.use({ baseURL: process.env.BASE_URL })

const STUDENTS = ['Mei Castellano', 'Jonas Weber', 'Sofia Conti', 'Amir Rahimi', 'Ines Duarte', 'Tomo Ishii']
const OPENINGS = 3
const DAY_MS = 86_400_000

/** Sends the instructor's commands to a room, as the desk does. */
class Chair {
  private count = 0
  private constructor(
    private readonly socket: Socket,
    private readonly roomId: string,
    private readonly displayNames: Record<string, string>,
  ) {}

  static async of(page: Page, roomId: string): Promise<Chair> {
    const { origin } = new URL(page.url())
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    const socket = io(origin, { transports: ['websocket'], extraHeaders: { cookie, origin } })
    const joined = await socket.emitWithAck('join', { protocol: PROTOCOL, roomId, as: 'self', after: 0 })
    expect(joined).toMatchObject({ ok: true, viewer: { kind: 'chair' } })
    return new Chair(socket, roomId, joined.roll)
  }

  personCalled(name: string): string {
    return Object.entries(this.displayNames).find(([, called]) => called === name)?.[0] ?? ''
  }

  async does(command: Record<string, unknown>): Promise<void> {
    this.count += 1
    const commandId = `chair-${Date.now()}-${this.count}`
    expect(await this.socket.emitWithAck('submit', { roomId: this.roomId, commandId, command })).toMatchObject({
      ok: true,
    })
  }

  /** Opens one phase after the other up to this one, whatever the calendar says. */
  async opens(phase: number): Promise<void> {
    for (let index = 0; index <= phase; index += 1) {
      await this.does({ type: 'startPhase', index })
      if (index < phase) await this.does({ type: 'endPhase', index })
    }
  }

  leave(): void {
    this.socket.disconnect()
  }
}

type Week = { links: Map<string, string>; instructor: Page }

/** A published week on two tensions that begins the day after tomorrow, and everybody's own link. */
async function givenWeek(instructor: Page): Promise<Week> {
  const { courseUrl } = await givenCourse(instructor, { roster: STUDENTS.join('\n') })
  const start = new Date(Date.now() + 2 * DAY_MS).toISOString().slice(0, 10)
  const draft = `step=5&start=${start}&round=framing&round=deterrence&postFirst=yes&late=48&rooms=1`
  await instructor.goto(`${courseUrl}/new-homework?${draft}`)
  await instructor.getByRole('button', { name: 'Publish the debate' }).click()
  await instructor.waitForURL('**/board')
  const csv = await (await instructor.request.get(instructor.url().replace(/board$/, 'board/links.csv'))).text()
  const links = new Map(
    STUDENTS.map((name) => {
      const line = csv.split(/\r?\n/).find((row) => row.includes(name)) ?? ''
      return [name, /https?:\/\/[^",\s]+\/p\/[^",\s]+/.exec(line)?.[0] ?? '']
    }),
  )
  return { links, instructor }
}

/** A student with their own link in hand, on a device of their own, on their own page. */
async function comesIn(browser: Browser, { links }: Week, name: string): Promise<Page> {
  const page = await givenPhone(browser)
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(new URL(links.get(name) ?? '').pathname)
  await page.getByRole('button', { name: `Go on as ${name}` }).click()
  // The link leads to the room where there is one debate, and to the student's own page where there are several.
  await page.waitForURL(/\/(rooms\/|my$)/)
  await page.goto('/my')
  return page
}

async function entersRoom(page: Page): Promise<string> {
  await page.getByRole('link', { name: /Open the room|Go on writing/ }).click()
  await page.waitForURL('**/rooms/*')
  await expect(page.getByRole('button', { name: 'Everything in order' })).toBeVisible()
  return page.url().split('/').at(-1)?.replace(/#.*/, '') ?? ''
}

const box = (page: Page) => page.getByRole('textbox', { name: /^Your opening on/ })

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

test.describe('away from the network', () => {
  test.use({ expectedComplaints: [/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_NETWORK_IO_SUSPENDED/] })
  test.slow()

  test('what is written and posted offline is sent once, and a draft follows to another device', async ({
    page,
    browser,
  }) => {
    const week = await givenWeek(page)
    const phone = await comesIn(browser, week, 'Amir Rahimi')
    const roomId = await entersRoom(phone)
    const chair = await Chair.of(page, roomId)
    await chair.opens(OPENINGS)
    await box(phone).fill('Begun on the phone')
    await expect(phone.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()

    const laptop = await comesIn(browser, week, 'Amir Rahimi')
    await entersRoom(laptop)
    await expect(box(laptop)).toHaveValue('Begun on the phone')

    await phone.context().setOffline(true)
    await box(phone).fill('Begun on the phone, and longer in the tunnel')
    await expect(phone.getByText('On this device; not on the server yet', { exact: true })).toBeVisible()
    await box(laptop).fill('Another ending, on the laptop')
    await expect(laptop.getByText(/^Saved \d\d:\d\d$/)).toBeVisible()
    await phone.context().setOffline(false)
    await expect(phone.getByRole('heading', { name: /other words than your other one/ })).toBeVisible({
      timeout: patience(20_000),
    })
    await expectAccessible(phone)
    await phone.getByRole('button', { name: 'Keep both' }).click()
    await expect(box(phone)).toHaveValue(/on the laptop\n\nBegun on the phone, and longer/)

    await phone.context().setOffline(true)
    await phone.getByRole('button', { name: 'Seal the opening' }).click()
    await expect(box(phone)).toHaveValue('')
    await phone.context().setOffline(false)
    await expect(phone.getByRole('region', { name: 'Your sealed post' })).toHaveCount(1, { timeout: patience(20_000) })
    await expect(phone.getByRole('region', { name: 'Your sealed post' })).toContainText('longer in the tunnel')
    await phone.reload()
    await expect(phone.getByRole('region', { name: 'Your sealed post' })).toHaveCount(1)
    chair.leave()
  })
})
