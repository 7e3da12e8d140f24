/** Who types words for a clause is told to everybody over real sockets, by office, and nothing of it is kept (rule Q23). */
import { setTimeout as wait } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { phaseNow } from '#simulation/state/room-state'
import { WRITING_EVERY_MS, writingMessage } from '#simulation/wire/protocol'
import { type Class, givenClass, givenHouse, givenPage, givenSeated, givenStudent } from './given/given-classroom'
import { openLink } from './given/given-link'
import { accepted, type Page, until } from './given/given-page'

const house = givenHouse()
let of: Class
let chair: Page

/** Every message of this kind that a page was sent. */
function writingAt(page: Page): { clause: string; seat: string }[] {
  const told: { clause: string; seat: string }[] = []
  page.socket.on('writing', (message) => {
    const { clause, seat } = writingMessage.parse(message)
    told.push({ clause, seat })
  })
  return told
}
const types = (page: Page, clause: string, more: object = {}) =>
  page.socket.emit('writing', { roomId: of.roomId, clause, ...more })
/** Whatever was sent before has been dealt with: a socket keeps its order. */
const settled = (page: Page) => page.now()

async function negotiates(): Promise<string> {
  accepted(await chair.submit(of.roomId, { type: 'startPhase', index: 0 }))
  while (phaseNow(chair.state)?.kind !== 'negotiation') {
    const { index } = chair.state.agenda
    await chair.hears(accepted(await chair.submit(of.roomId, { type: 'endPhase', index })))
  }
  return chair.state.clauses[0]?.key ?? ''
}

beforeEach(async () => {
  of = await givenClass({ understudies: false })
  chair = await givenPage(house.now(), of.chairCookie, of.roomId)
})

describe('who types words for a clause', () => {
  test('Q23 is told to everybody by office, the stage too, and leaves no row', async () => {
    const mei = await givenSeated(house.now(), of, 'Mei', 'us.treasury')
    const yuki = await givenSeated(house.now(), of, 'Yuki', 'jp.pm')
    const stage = await givenPage(house.now(), of.chairCookie, of.roomId, 'stage')
    const clause = await negotiates()
    const rows = chair.seq
    const told = [mei, yuki, chair, stage].map(writingAt)
    types(mei, clause)
    for (const page of told) await until(() => expect(page).toEqual([{ clause, seat: 'us.treasury' }]))
    // A draft that only the own delegation hears says no more to the others than that.
    const words = 'CANARY-of-a-draft'
    accepted(
      await mei.submit(of.roomId, { type: 'draftVersion', clause, words, from: null, cites: null, between: null }),
    )
    await settled(yuki)
    for (const page of [yuki, stage]) expect(page.bytes).not.toContain(words)
    expect(chair.seq).toBe(rows + 1)
  })

  test('Q23 nobody is another office, and who has none is passed over', async () => {
    const mei = await givenSeated(house.now(), of, 'Mei', 'us.treasury')
    const ivo = await givenPage(house.now(), (await givenStudent(of, 'Ivo')).cookie, of.roomId)
    const stage = await givenPage(house.now(), of.chairCookie, of.roomId, 'stage')
    const clause = await negotiates()
    const told = writingAt(chair)
    types(mei, clause, { seat: 'jp.pm' })
    types(mei, 'no-such-clause')
    types(mei, '__proto__')
    mei.socket.emit('writing', { roomId: of.roomIds[0], clause: 7 })
    mei.socket.emit('writing')
    for (const page of [ivo, chair, stage]) types(page, clause)
    for (const page of [mei, ivo, chair, stage]) await settled(page)
    expect(told).toEqual([])
    types(mei, clause)
    await until(() => expect(told).toEqual([{ clause, seat: 'us.treasury' }]))
  })

  test('Q23 only while the text is negotiated', async () => {
    const mei = await givenSeated(house.now(), of, 'Mei', 'us.treasury')
    accepted(await chair.submit(of.roomId, { type: 'startPhase', index: 0 }))
    const told = writingAt(chair)
    types(mei, chair.state.clauses[0]?.key ?? '')
    await settled(mei)
    expect(told).toEqual([])
  })

  test('Q23 however often it is sent, and from however many tabs, it is told now and then', async () => {
    const mei = await givenSeated(house.now(), of, 'Mei', 'us.treasury')
    const tab = await givenPage(house.now(), mei.student.cookie, of.roomId)
    const clause = await negotiates()
    const told = writingAt(chair)
    for (let nth = 0; nth < 20; nth += 1) for (const page of [mei, tab]) types(page, clause)
    for (const page of [mei, tab]) await settled(page)
    await settled(chair)
    expect(told.length).toBeGreaterThan(0)
    expect(told.length).toBeLessThanOrEqual(2)
    await wait(WRITING_EVERY_MS + 100)
    types(mei, clause)
    await settled(mei)
    await until(() => expect(told.length).toBeGreaterThanOrEqual(2))
    expect(told.length).toBeLessThanOrEqual(3)
  })

  test('Q23 a page says it while one types, shows it of others, and forgets it when they are quiet', async () => {
    const mei = await givenStudent(of, 'Mei')
    const page = await givenPage(house.now(), mei.cookie, of.roomId)
    accepted(await page.submit(of.roomId, { type: 'takeSeat', seat: chair.state.plan.seats[0]?.id ?? null }))
    const clause = await negotiates()
    const { address } = house.now()
    const writer = openLink({ address, origin: address, roomId: of.roomId, cookie: mei.cookie })
    const reader = openLink({ address, origin: address, roomId: of.roomId, cookie: of.chairCookie, as: 'stage' })
    for (const link of [writer, reader]) await until(() => expect(link.view.connection.kind).toBe('live'), 20_000)
    for (let letters = 0; letters < 50; letters += 1) writer.view.write(clause)
    await until(() => expect(reader.view.writing).toEqual([{ clause, seat: chair.state.plan.seats[0]?.id }]))
    await until(() => expect(reader.view.writing).toEqual([]), 12_000)
    writer.stop()
    reader.stop()
  })
})
