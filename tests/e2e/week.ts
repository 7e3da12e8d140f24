/** A week of homework in browsers: its students with their own links, and the chair, who moves its dates over a socket. */
import type { Browser, Page } from '@playwright/test'
import { io, type Socket } from 'socket.io-client'
import { z } from 'zod'
import { PROTOCOL } from '#simulation/wire/protocol'
import { expect } from '../support/browser'
import { givenCourse, givenPhone } from './people'

export const STUDENTS = ['Mei Castellano', 'Jonas Weber', 'Sofia Conti', 'Amir Rahimi', 'Ines Duarte', 'Tomo Ishii']
export const OPENINGS = 3
export const DAY_MS = 86_400_000

const published = z.object({ phases: z.array(z.object({ dueAt: z.number().nullable() })) })

/** Sends the instructor's commands to a room, as the desk does. */
export class Chair {
  private count = 0
  private constructor(
    private readonly socket: Socket,
    private readonly roomId: string,
    private readonly displayNames: Record<string, string>,
    private readonly rows: readonly { event?: Record<string, unknown> }[],
  ) {}

  static async of(page: Page, roomId: string): Promise<Chair> {
    const { origin } = new URL(page.url())
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    const socket = io(origin, { transports: ['websocket'], extraHeaders: { cookie, origin } })
    const joined = await socket.emitWithAck('join', { protocol: PROTOCOL, roomId, as: 'self', after: null })
    expect(joined).toMatchObject({ ok: true, viewer: { kind: 'chair' } })
    return new Chair(socket, roomId, joined.roll, joined.rows)
  }

  personCalled(name: string): string {
    return Object.entries(this.displayNames).find(([, called]) => called === name)?.[0] ?? ''
  }

  /** When a part ends, as it was published: which day that is follows from the weekday of today. */
  dueOf(phase: number): number {
    const opened = this.rows.find(({ event }) => event?.type === 'RoomOpened')?.event
    return published.parse(opened?.plan).phases[phase]?.dueAt ?? 0
  }

  /** Who was given this seat when the debate was published. */
  holderOf(seat: string): string {
    const taken = this.rows.find(({ event }) => event?.type === 'SeatTaken' && event.seat === seat)
    return this.displayNames[String(taken?.event?.person)] ?? ''
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

/** A published week on two tensions that begins the day after tomorrow, and everybody's own link. `more` is added to the wizard's address. */
export async function givenWeek(instructor: Page, more = ''): Promise<Week> {
  const { courseUrl } = await givenCourse(instructor, { roster: STUDENTS.join('\n') })
  const start = new Date(Date.now() + 2 * DAY_MS).toISOString().slice(0, 10)
  const draft = `step=5&start=${start}&round=framing&round=deterrence&postFirst=yes&late=48&rooms=1${more}`
  await instructor.goto(`${courseUrl}/new-homework?${draft}`)
  await instructor.getByRole('button', { name: 'Publish the debate' }).click()
  await instructor.waitForURL('**/board')
  const csv = await (await instructor.request.get(`${courseUrl}/links.csv`)).text()
  const links = new Map(
    STUDENTS.map((name) => {
      const line = csv.split(/\r?\n/).find((row) => row.includes(name)) ?? ''
      return [name, /https?:\/\/[^",\s]+\/p\/[^",\s]+/.exec(line)?.[0] ?? '']
    }),
  )
  return { links, instructor }
}

/** A student with their own link in hand, on a device of their own, on their own page. */
export async function comesIn(browser: Browser, { links }: Week, name: string): Promise<Page> {
  const page = await givenPhone(browser)
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(new URL(links.get(name) ?? '').pathname)
  await page.getByRole('button', { name: `Go on as ${name}` }).click()
  // The link leads to the room where there is one debate, and to the student's own page where there are several.
  await page.waitForURL(/\/(rooms\/|my$)/)
  await page.goto('/my')
  return page
}

export async function entersRoom(page: Page): Promise<string> {
  await page
    .getByRole('link', {
      name: /^(Open the room|Mark your own view|Draft the position|Write |Answer |Post words|Work on|Go to the vote)/,
    })
    .click()
  await page.waitForURL('**/rooms/*')
  await expect(page.getByRole('button', { name: 'Everything in order' })).toBeVisible()
  return page.url().split('/').at(-1)?.replace(/#.*/, '') ?? ''
}

export const box = (page: Page) => page.getByRole('textbox', { name: /^Your opening on/ })

/** In a wide window, to the tension this student leads: which one that is, is drawn, and a page that was open before does not leave the first. */
export async function toOwnTension(page: Page): Promise<void> {
  const own = page.getByRole('region', { name: 'Tensions' }).getByRole('button', { name: /you lead/ })
  await own.click()
  await expect(own).toHaveAttribute('aria-current', 'true')
}
