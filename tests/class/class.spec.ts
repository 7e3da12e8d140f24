/**
 * A class of twenty-four plays a short seminar by doing what their pages ask and nothing else: six of them on phones in a browser, the others
 * by the page's own link without one. `npm run test:class` alone plays it; it prints what was asked in each phase and what was done.
 */
import type { BrowserContext } from '@playwright/test'
import { roomId } from '#simulation/kernel/ids'
import type { RoomState } from '#simulation/kernel/room-state'
import type { TaskKind } from '#simulation/reading/asked'
import { filingOf } from '#simulation/reading/filings'
import { unmarkedBy } from '#simulation/reading/own-view'
import { RoomLink } from '../../app/_room/room-link'
import { givenTable } from '../e2e/table'
import { heardSocket } from '../faults/heard-socket'
import { expect, test } from '../support/browser'
import { Device } from '../support/device'
import { guestIn } from '../support/ground'
import { patience } from '../support/patience'
import { ByLink } from './by-link'
import { OnPhone } from './on-phone'
import type { Person } from './person'

test.use({ baseURL: process.env.BASE_URL })
test.setTimeout(patience(290_000))

const CLASS = 24
const SIZES = [
  { width: 390, height: 844 },
  { width: 320, height: 640 },
]
const PHONES = Array.from({ length: 6 }, (_, place) => SIZES[place % SIZES.length] ?? null)
/** How long a class may take over what a phase asks before the play is given up. */
const PHASE_MS = 60_000

test('twenty-four do what their pages ask, and the seminar is whole', async ({ page, browser }) => {
  const { code } = await givenTable(page, { students: String(CLASS), tables: '1', chairs: '8' })
  const people: Person[] = []
  let room = ''
  for (let number = 0; number < CLASS; number += 1) {
    const size = PHONES[number]
    const context = await browser.newContext({ viewport: size ?? null, hasTouch: true })
    const seat = await guestIn(context, code, `Student ${number + 1}`)
    room = new URL(seat).pathname.split('/').at(-1) ?? ''
    people.push(size ? await onPhone(context, seat) : await byLink(context, room, number % 4 === 0))
  }
  const chair = await linkOf(page.context(), room)
  const state = (): RoomState => {
    if (!chair.view.state) throw new Error('The chair is not in the room.')
    return chair.view.state
  }

  const haveHeard = () => people.every((one) => one.hasHeard(chair.view))
  /** What is still asked and would be done, and what keeps the floor. */
  const unfinished = async () => {
    const { holder, hands, toOpen } = state().floor
    const asked = (await Promise.all(people.map((one) => one.asked()))).flatMap((kind) => kind ?? [])
    return [...asked, ...(holder ? ['floor held'] : []), ...hands.map(() => 'hand up'), ...toOpen]
  }
  /** Everybody does what is asked until nothing is. */
  const settle = async (phase: string) => {
    await expect
      .poll(
        async () => {
          if (haveHeard()) await Promise.all(people.map((one) => one.act()))
          return haveHeard() ? unfinished() : ['rows on their way']
        },
        { message: `${phase}: all that is asked is done`, timeout: patience(PHASE_MS), intervals: [150] },
      )
      .toEqual([])
    const told = people.map((one) => one.tell())
    const asked = counted(told.flatMap((one) => one.asked))
    const done = counted(told.flatMap((one) => one.done))
    process.stdout.write(`${phase}: asked ${asked || 'nothing'}; done ${done || 'nothing'}\n`)
    expect(people.flatMap(({ complaints }) => complaints)).toEqual([])
  }

  await settle('lobby')
  expect(Object.values(state().seats).filter(({ holder }) => holder !== null)).toHaveLength(CLASS)
  await chair.view.submit({ type: 'startPhase', index: 0 })
  for (const [index, { kind, round }] of state().plan.phases.entries()) {
    await expect.poll(() => state().agenda, { message: kind }).toMatchObject({ index, status: 'running' })
    await settle(round === null ? kind : `${round}, ${kind}`)
    await chair.view.submit({ type: 'endPhase', index })
  }
  await expect.poll(() => state().agenda.status).toBe('finished')
  expectWhole(state(), people)
  chair.stop()
  for (const one of people) await one.leave()
})

/** Nothing was left to the clock or to a default: each did their part, once asked. */
function expectWhole(state: RoomState, people: readonly Person[]): void {
  const { delegations, phases, reflectionPrompts } = state.plan
  for (const { files } of phases)
    for (const round of files?.rounds ?? [])
      for (const { id } of delegations) {
        const { how, revealed } = filingOf(state, round, files?.stage ?? 'opening', id)
        expect({ how, revealed: revealed !== null }, `${id} on ${round}`).toEqual({ how: 'filed', revealed: true })
      }
  const said = state.record.toArray().filter(({ event }) => event.type === 'StatementMade')
  expect(said).toHaveLength(people.reduce((sum, { spoken }) => sum + spoken, 0))
  const sitting = Object.values(state.seats).flatMap(({ holder }) => holder ?? [])
  for (const person of sitting)
    for (const when of ['before', 'after'] as const) expect(unmarkedBy(state, person, when)).toEqual([])
  expect(Object.keys(state.reflections)).toHaveLength(CLASS * reflectionPrompts.length)
  const votes = state.issued?.clauses.map((clause) => [clause.outcome, Object.keys(clause.votes).length])
  expect(votes).toEqual(state.plan.communique.clauses.map(() => ['passed', delegations.length]))
}

/** Each kind with how often it stands in the list. */
const counted = (kinds: readonly TaskKind[]): string =>
  [...new Set(kinds)]
    .toSorted()
    .map((kind) => `${kind} ${kinds.filter((one) => one === kind).length}`)
    .join(', ')

async function linkOf(context: BrowserContext, room: string): Promise<RoomLink> {
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const id = roomId.parse(room)
  const open = async () => heardSocket({ address: process.env.BASE_URL ?? '', cookie, roomId: id }, () => undefined)
  const reload = () => {
    throw new Error('The page would have reloaded.')
  }
  const link = new RoomLink(id, 'self', { open, shelf: new Device(), reload })
  await link.start()
  await expect.poll(() => link.view.connection.kind).toBe('live')
  return link
}

async function byLink(context: BrowserContext, room: string, asksForFloor: boolean): Promise<Person> {
  const link = await linkOf(context, room)
  await context.close()
  return new ByLink(link, asksForFloor)
}

async function onPhone(context: BrowserContext, seat: string): Promise<Person> {
  const page = await context.newPage()
  await page.goto(seat)
  await page.getByRole('button', { name: 'Draw a seat by lot' }).click()
  await page.waitForURL('**/rooms/*')
  return new OnPhone(page)
}
