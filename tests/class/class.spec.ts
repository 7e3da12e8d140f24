/**
 * A class of twenty-four plays a short seminar, each on a phone of their own in a browser, by doing what their pages ask and nothing else.
 * `npm run test:class` alone plays it; it prints for each phase what was asked, what was done, and how long that took.
 */
import type { Browser, BrowserContext } from '@playwright/test'
import { personId, personOfActor, roomId } from '#simulation/kernel/ids'
import type { TaskKind } from '#simulation/reading/asked'
import { filingOf } from '#simulation/reading/filings'
import { nowFor } from '#simulation/reading/now'
import { unmarkedBy } from '#simulation/reading/own-view'
import { turnsWithoutWords } from '#simulation/reading/turns'
import { phaseNow, type RoomState, seatHeldBy } from '#simulation/state/room-state'
import { RoomLink } from '../../app/_room/room-link'
import { givenTable, phone } from '../e2e/table'
import { heardSocket } from '../faults/heard-socket'
import { expect, test } from '../support/browser'
import { Device } from '../support/device'
import { guestIn } from '../support/ground'
import { patience } from '../support/patience'
import { Phone, type Table } from './phone'
import { PRESS_MS, WORDS } from './presses'

test.use({
  baseURL: process.env.BASE_URL,
  // One phone is offline for a while.
  expectedComplaints: [/ERR_INTERNET_DISCONNECTED|Failed to fetch|WebSocket connection/],
})
test.setTimeout(patience(600_000))

const CLASS = 24
/** Who has no delegation takes their seat by name; all others draw one. */
const OBSERVERS = ['Press', 'Fact-checker', 'Historian']
/** One phone is in a pocket from the end of the briefing until the openings begin. */
const SLEEPS = { from: 0, to: 3 }
/** How many phones are opened side by side. */
const AT_ONCE = 4
/** How long a class may take over what a phase asks before the play is given up. */
const PHASE_MS = 90_000
/** A turn as short as a cough leaves no entry. */
const TURN_MS = 2_000

test('twenty-four do what their phones ask, and the seminar is whole', async ({ page, browser }) => {
  const { code } = await givenTable(page, { students: String(CLASS), tables: '1', chairs: '8', observers: 'yes' })
  const began = Date.now()
  const names = Array.from({ length: CLASS }, (_, place) => `Student ${place + 1}`)
  const coming = await Promise.all(names.map((name) => comingIn(browser, code, name)))
  const chair = await linkOf(page.context(), new URL(coming[0]?.seat ?? '').pathname.split('/').at(-1) ?? '')
  const state = (): RoomState => {
    if (!chair.view.state) throw new Error('The chair is not in the room.')
    return chair.view.state
  }
  const table: Table = {
    phase: () => state().agenda.index,
    debates: () => phaseNow(state())?.kind === 'floor',
    hasSaid: () => chair.view.now() - (state().floor.holder?.since ?? Number.POSITIVE_INFINITY) > TURN_MS,
    spoken: () => leftAsSpoken(state(), phones)[0] ?? null,
  }
  const phones: Phone[] = []
  const arrive = async () => {
    for (let one = coming.shift(); one; one = coming.shift()) {
      const phone = new Phone(await one.context.newPage(), one.name, table)
      await phone.start(one.seat, OBSERVERS[phones.push(phone) - 1] ?? null)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, arrive))
  /** What is still asked and would be done, what keeps the floor, and whose page says other than the room. */
  const unfinished = (): string[] => {
    const { holder, hands, toOpen } = state().floor
    return [
      ...phones.flatMap(({ name, does }) => (does === null ? [] : [`${name}: ${does}`])),
      ...phones.flatMap((one) => {
        const asked = truth(state(), one, chair.view.now())
        return one.asleep || asked === one.kind ? [] : [`${one.name} is asked to ${asked}, and reads ${one.said.ask}`]
      }),
      ...(holder ? [`the floor is held by ${holder.seat}`] : []),
      ...hands.map(({ seat }) => `${seat} has a hand up`),
      ...toOpen.map((side) => `${side} is to open`),
    ]
  }
  const settle = async (phase: string) => {
    const from = Date.now()
    const complaints = () => phones.flatMap((one) => one.complaints)
    // A fault ends the play at once: what waits for it would wait in vain.
    await expect
      .poll(
        () => {
          // A page may ask in the same words in two phases, and a turn left as spoken is known to its speaker's device alone.
          for (const one of phones) one.look()
          return complaints().length > 0 ? [] : unfinished()
        },
        {
          message: `${phase}: all that is asked is done`,
          timeout: patience(PHASE_MS),
          intervals: [100],
        },
      )
      .toEqual([])
    expect(complaints()).toEqual([])
    tellOf(phase, phones, Date.now() - from)
  }

  const personOf = (name: string) => {
    const found = Object.entries(chair.view.displayNames).find(([, called]) => called === name)
    return found ? personId.parse(found[0]) : null
  }
  await expect.poll(() => phones.every(({ name }) => personOf(name))).toBe(true)
  for (const one of phones) one.person = personOf(one.name)
  await settle('lobby')
  expect(Object.values(state().seats).filter(({ holder }) => holder !== null)).toHaveLength(CLASS)
  const { sleeper } = castIn(state(), phones)
  await chair.view.submit({ type: 'startPhase', index: 0 })
  for (const [index, { kind, round }] of state().plan.phases.entries()) {
    await expect.poll(() => state().agenda, { message: kind }).toMatchObject({ index, status: 'running' })
    if (index === SLEEPS.to) await sleeper.wakeUp()
    await settle(round === null ? kind : `${round}, ${kind}`)
    if (index === SLEEPS.from) await sleeper.sleep()
    await chair.view.submit({ type: 'endPhase', index })
  }
  await expect.poll(() => state().agenda.status).toBe('finished')
  expectWhole(state(), phones)
  process.stdout.write(`${CLASS} phones, ${seconds(Date.now() - began)}\n`)
  chair.stop()
  for (const one of phones) await one.leave()
})

/** Who does more than is asked of everybody: nine raise a hand, three of them talk aloud, one reloads in the queue, one sleeps. */
function castIn(state: RoomState, phones: readonly Phone[]): { sleeper: Phone } {
  const seatOf = ({ person }: Phone) => (person === null ? null : seatHeldBy(state, person))
  const isSecond = (one: Phone) => Number(seatOf(one)?.mirrors != null)
  // Second chairs come first: they speak as their offices do.
  const members = phones
    .filter((one) => seatOf(one)?.delegation !== null && seatOf(one)?.head === false)
    .toSorted((a, b) => isSecond(b) - isSecond(a))
  const manners = ['worded', 'left', 'as-spoken'] as const
  for (const [place, one] of members.entries())
    one.part = { asksForFloor: place % 2 === 0, manner: manners[place / 2] ?? 'typed', reloads: place === 6 }
  const [second, sleeper] = members
  if (!second || !sleeper || !isSecond(second))
    throw new Error('Nobody sits on a second chair, or nobody is left to sleep.')
  return { sleeper }
}

/** The turns without words whose speakers left them as spoken. */
function leftAsSpoken(state: RoomState, phones: readonly Phone[]): number[] {
  const left = new Set(
    phones.filter(({ part, hasLeft }) => part.manner === 'as-spoken' && hasLeft).map(({ person }) => person),
  )
  return turnsWithoutWords(state).flatMap(({ no, speaker }) => (left.has(personOfActor(speaker)) ? [no] : []))
}

/** What the room asks of somebody, who has left the words of their turn as spoken, or has not. */
function truth(state: RoomState, { person, part, hasLeft }: Phone, now: number): TaskKind | null {
  if (person === null) return null
  const turns = hasLeft && part.manner === 'as-spoken' ? turnsWithoutWords(state).map(({ no }) => no) : []
  const { task, asks } = nowFor(state, person, now, { views: [], turns })
  return asks ? task.kind : null
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

/** What a phase asked of how many, and what they did in how long: half of them within the first figure, all within the second. */
function tellOf(phase: string, phones: readonly Phone[], ms: number): void {
  const told = phones.map((one) => one.tell())
  const asked = new Map<TaskKind, number>()
  for (const kind of told.flatMap((one) => one.asked)) asked.set(kind, (asked.get(kind) ?? 0) + 1)
  const took = new Map<TaskKind, number[]>()
  for (const [kind, times] of told.flatMap((one) => one.done)) took.set(kind, [...(took.get(kind) ?? []), ...times])
  const done = [...took].map(([kind, times]) => {
    const sorted = times.toSorted((a, b) => a - b)
    return `${kind} ${times.length} (${seconds(sorted[Math.floor(sorted.length / 2)] ?? 0)}, ${seconds(sorted.at(-1) ?? 0)})`
  })
  const list = (all: readonly string[]) => (all.length > 0 ? all.join(', ') : 'nothing')
  const asks = list([...asked].map(([kind, count]) => `${kind} ${count}`))
  process.stdout.write(`${phase} in ${seconds(ms)}: asked ${asks}; done ${list(done)}\n`)
}

/** Nothing was left to the clock or to a default: each did their part, once asked. */
function expectWhole(state: RoomState, phones: readonly Phone[]): void {
  const { delegations, phases, reflectionPrompts } = state.plan
  for (const { files } of phases)
    for (const round of files?.rounds ?? [])
      for (const { id } of delegations) {
        const { how, revealed } = filingOf(state, round, files?.stage ?? 'opening', id)
        expect({ how, revealed: revealed !== null }, `${id} on ${round}`).toEqual({ how: 'filed', revealed: true })
      }
  const events = state.record.toArray().map(({ event }) => event)
  const said = events.filter(({ type }) => type === 'StatementMade')
  expect(said).toHaveLength(phones.reduce((sum, { spoken }) => sum + spoken, 0))
  const words = Object.values(state.turnWords).map(({ as, text }) => [as, text])
  expect(words.toSorted()).toEqual([
    ['named', WORDS.left],
    ['scribe', WORDS['as-spoken']],
    ['speaker', WORDS.worded],
  ])
  expect(events.filter(({ type }) => type === 'StatementChecked')).toHaveLength(1)
  expect(events.filter(({ type }) => type === 'ChronicleWritten')).toHaveLength(1)
  for (const { person, name } of phones)
    for (const when of ['before', 'after'] as const) expect(person && unmarkedBy(state, person, when), name).toEqual([])
  expect(Object.keys(state.reflections)).toHaveLength(CLASS * reflectionPrompts.length)
  const votes = state.issued?.clauses.map((clause) => [clause.outcome, Object.keys(clause.votes).length])
  expect(votes).toEqual(state.plan.communique.clauses.map(() => ['passed', delegations.length]))
}

type Coming = { context: BrowserContext; name: string; seat: string }

/** Through the door, on a phone of their own, to where a seat is taken. */
async function comingIn(browser: Browser, code: string, name: string): Promise<Coming> {
  const context = await browser.newContext({ ...phone, reducedMotion: 'reduce' })
  context.setDefaultTimeout(patience(PRESS_MS))
  return { context, name, seat: await guestIn(context, code, name) }
}

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
