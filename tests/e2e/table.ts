/** A room in browsers: students in browsers of their own, each with the frames its sockets received, and the chair's actions. */
import path from 'node:path'
import type { Browser, BrowserContextOptions, Locator, Page } from '@playwright/test'
import { expect } from '../support/browser'
import { seatedIn } from '../support/ground'
import { Chair } from './at-the-desk/chair'
import { choose, givenDesk, givenLobby, inSettings } from './people'

export type Student = {
  page: Page
  name: string
  side: string
  office: string
  /** Every frame the room has sent to this browser. */
  heard: string[]
}

export const phone: BrowserContextOptions = { viewport: { width: 390, height: 780 }, hasTouch: true }

/** A seminar of two rounds, a debate and a negotiation, for six students and no understudies. */
export const SHORT = {
  ...{ for: 'seminar-90', order: 'framing,regional-order', round: ['framing', 'regional-order'] },
  ...{ students: '6', chairs: '3', understudies: '' },
}

/** The short seminar, with the instructor at its desk. */
export const givenTable = (page: Page, fields: Record<string, string | string[]> = {}): Promise<{ code: string }> =>
  givenDesk(page, { ...SHORT, ...fields })

/** The same, with the instructor in its lobby. */
export const givenTableLobby = (
  page: Page,
  fields: Record<string, string | string[]> = {},
): Promise<{ code: string }> => givenLobby(page, { ...SHORT, ...fields })

/** A student in a browser of their own whose socket frames are recorded from the first. */
export async function givenStudent(
  browser: Browser,
  name: string,
  side: string,
  office: string,
  options?: BrowserContextOptions,
): Promise<Student> {
  const page = await (await browser.newContext(options)).newPage()
  const heard: string[] = []
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => heard.push(payload.toString()))
  })
  return { page, name, side, office, heard }
}

/** A student who sits in their seat already, on the page of the room. */
export async function seated(
  browser: Browser,
  code: string,
  name: string,
  side: string,
  office: string,
  options?: BrowserContextOptions,
): Promise<Student> {
  const student = await givenStudent(browser, name, side, office, options)
  await student.page.goto(await seatedIn(student.page.context(), code, student))
  await expect(student.page.getByText(`You sit as the ${office}.`)).toBeVisible()
  return student
}

/** Starts the seminar at whose desk this page is, and the chair gives the floor by hand; answers the address of the room. */
export async function start(desk: Page): Promise<string> {
  const room = desk.url().replace(/\/desk$/, '')
  const chair = await Chair.of(desk, path.basename(room))
  await chair.does({ type: 'setAutopilot', agenda: true, floor: 'off' })
  await chair.does({ type: 'startPhase', index: 0 })
  chair.leave()
  await expect(desk.getByRole('timer', { name: /^Time left, / })).toBeVisible()
  return room
}

/** The same from the lobby, by hand. Unless a story says so, everybody who has come in has a seat. */
export async function startFromLobby(page: Page, unseated: 'nobody' | 'without them' = 'nobody'): Promise<string> {
  // The lobby hears of a seat a moment after whoever took it, and would ask about them.
  if (unseated === 'nobody') await expect(page.getByRole('button', { name: /^Give a seat/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Start: briefs and caucus' }).click()
  if (unseated === 'without them') await page.getByRole('button', { name: 'Start without them' }).click()
  await page.waitForURL('**/desk')
  await inSettings(page, async (settings) => {
    await settings.getByRole('radio', { name: 'By hand' }).click({ force: true })
    await expect(settings.getByRole('radio', { name: 'By hand' })).toBeChecked()
  })
  return page.url().replace(/\/desk$/, '')
}

/**
 * Ends the phase that runs; the agenda starts the next by itself, and what opens for good is asked about first. A turn that this cuts has
 * lasted: on a quick machine it would be over within the second, and its words would be asked for on a slow one only.
 */
export async function endPhase(desk: Page, next: string): Promise<void> {
  await lasts(holder(desk))
  await desk.getByRole('button', { name: 'End now' }).click()
  const sure = desk.getByRole('button', { name: 'End it' })
  const begun = desk.getByRole('timer', { name: `Time left, ${next}` })
  await expect(sure.or(begun)).toBeVisible()
  if (await sure.isVisible()) await sure.click()
  await expect(begun).toBeVisible()
}

/**
 * Goes on to the last of these phases by the chair's commands, for a story that is not about how they end. A turn that this cuts has lasted
 * here too.
 */
export async function reach(desk: Page, ...phases: readonly string[]): Promise<void> {
  const chair = await Chair.of(desk, path.basename(desk.url().replace(/\/desk$/, '')))
  const begun = (phase: string) => expect(desk.getByRole('timer', { name: `Time left, ${phase}` })).toBeVisible()
  for (const [place, phase] of phases.entries()) {
    const before = phases[place - 1]
    if (before === 'Openings') await begun(before)
    await lasts(holder(desk))
    await chair.endsPhase()
    if (place === phases.length - 1) await begun(phase)
  }
  chair.leave()
}

/** Waits until one of them has the floor, and returns who. */
export async function speaker(students: readonly Student[]): Promise<Student> {
  const holds = async () => {
    const shown = await Promise.all(
      students.map(({ page }) => page.getByRole('button', { name: 'Put on the record' }).isVisible()),
    )
    return students.filter((_, place) => shown[place])
  }
  await expect.poll(async () => (await holds()).length).toBe(1)
  const [one] = await holds()
  if (!one) throw new Error('Nobody has the floor.')
  return one
}

/** Makes a statement as the student who holds the floor. */
export async function speak({ page }: Pick<Student, 'page'>, words: string): Promise<void> {
  await page.getByLabel('Your statement, or its summary').fill(words)
  await page.getByRole('button', { name: 'Put on the record' }).click()
}

/** Takes the floor back from whoever has held it long enough for their turn to be one. */
export async function takeBack(desk: Page): Promise<void> {
  await expect(holder(desk)).toBeVisible()
  await lasts(holder(desk))
  await desk.getByRole('button', { name: 'Take back' }).click()
}

/** Until whoever reads this page has spoken for more than a second: a shorter turn leaves no entry. */
export async function talks(page: Page): Promise<void> {
  const floor = page.getByRole('region', { name: 'The floor' })
  await expect(floor.getByText(CLOCK).first()).toBeAttached()
  await lasts(floor)
}

/** Who has the floor, by the desk. */
const holder = (desk: Page): Locator => desk.getByRole('status').filter({ hasText: 'has the floor' })

const CLOCK = /^(· )?\d+:\d\d/

/** Until a turn has lasted more than a second, by the clock that a page shows within this place; at once where none runs, or it ends meanwhile. */
async function lasts(within: Locator): Promise<void> {
  const left = async () => {
    const [shown = ''] = await within.getByText(CLOCK).allTextContents()
    const [, minutes = 0, seconds = 0] = /(\d+):(\d\d)/.exec(shown) ?? []
    return Number(minutes) * 60 + Number(seconds)
  }
  const from = await left()
  // None runs; one that begins meanwhile is another turn's.
  if (from === 0) return
  await expect.poll(left).toBeLessThanOrEqual(Math.max(0, from - 2))
}

/** Gives the floor back, after a turn that has lasted. */
export async function yieldToChair({ page }: Pick<Student, 'page'>): Promise<void> {
  await talks(page)
  await choose(page.getByRole('button', { name: 'Yield', exact: true }), 'Yield to your instructor')
}

/** Asks for the floor, and says what for. */
export async function askFor({ page }: Pick<Student, 'page'>, intent: string): Promise<void> {
  await page.getByRole('button', { name: 'Ask for the floor' }).click()
  await page.getByRole('button', { name: intent, exact: true }).click()
}

/** Something the chair says to everyone, from the desk. */
export async function tellTheRoom(desk: Page, words: string): Promise<void> {
  await desk.getByRole('button', { name: 'News or a note' }).click()
  const dialog = desk.getByRole('dialog', { name: 'Write to the room' })
  await dialog.getByLabel('Words').fill(words)
  await dialog.getByRole('button', { name: 'Send the note' }).click()
  await expect(dialog).toBeHidden()
}

/** Two delegations with one student each, at the openings: one of them has the floor. */
export async function givenOpenings(
  desk: Page,
  browser: Browser,
  options?: BrowserContextOptions,
): Promise<{ room: string; code: string; us: Student; jp: Student }> {
  const { code } = await givenTable(desk)
  const [us, jp] = await Promise.all([
    seated(browser, code, 'Mei Castellano', 'United States', 'Secretary of State', options),
    seated(browser, code, 'Amara Osei', 'Japan', 'Prime Minister', options),
  ])
  const room = await start(desk)
  await reach(desk, 'Caucus', 'Reveal', 'Openings')
  return { room, code, us, jp }
}
