/** D35: its chairs are told that a record fills, when they come in and while they are there; nobody else is. */
import { expect, test } from 'vitest'
import { databaseUrl } from '#server/base/database'
import { openRoomLog } from '#server/store/log/room-log'
import { NOTHING_TAKEN, takenWith } from '#simulation/engine/record-space'
import { commandId } from '#simulation/kernel/ids'
import { RECORD } from '#simulation/kernel/limits'
import { type LastHeard, savingMessage } from '#simulation/wire/protocol'
import { chairDoes } from '../store/roster/given-removal'
import { type Class, givenClass, givenHouse, givenSeated } from './given/given-classroom'
import { accepted, askedAsPagesDo, Page, until } from './given/given-page'

const house = givenHouse()
const nudge = { type: 'nudge', to: 'room', text: 'We begin.' } as const

/** A room whose record takes as much space as so many rows, the last of them the chair's. Words taken off and put back take that of a hundred each. */
async function fillTo(rows: number, { roomId, instructor }: Class): Promise<LastHeard> {
  const aside = { entry: '1', words: 'all', reason: 'not-fit' } as const
  await chairDoes(roomId, instructor.id, nudge, { type: 'strikeWords', ...aside }, { type: 'putWordsBack', ...aside })
  const log = openRoomLog(databaseUrl(), 1)
  const before = await log.read(roomId)
  const [said, struck, back] = before.slice(-3)
  if (!said || !struck || !back) throw new Error('The chair did nothing.')
  const [most, each] = [rows - takenWith(NOTHING_TAKEN, before).rows, takenWith(NOTHING_TAKEN, [struck, back]).rows]
  const pairs = Array.from({ length: Math.floor(most / each) }, () => [struck, back])
  const more = [...pairs.flat(), ...Array.from({ length: most % each }, () => said)].map((row, place) => ({
    ...row,
    seq: before.length + place + 1,
    commandId: commandId.parse(`filled-${place}`),
  }))
  expect(await log.append(roomId, more)).toBe('appended')
  await log.close()
  const last = more.at(-1) ?? back
  return { seq: last.seq, commandId: last.commandId }
}

test.each([
  [0.8, null, 'filling'],
  [0.9, 'filling', 'full'],
] as const)('at %d of its space chairs are told, and students are not', async (share, before, space) => {
  const of = await givenClass()
  const student = await givenSeated(house.now(), of, 'Mei', 'us.state')
  student.socket.disconnect()
  const last = await fillTo(RECORD.rows * share - 2, of)
  // Comes as from the server that wrote them, so that this one has read them: words put back would send the page in again.
  const chair = await new Page(house.now().address, of.chairCookie).connect()
  expect(await askedAsPagesDo(() => chair.join(of.roomId, 'self', last))).toMatchObject({ ok: true })
  const told: unknown[] = []
  chair.socket.on('saving', (message) => told.push(savingMessage.parse(message).space))
  accepted(await chair.submit(of.roomId, nudge))
  expect(told.filter((one) => one !== before)).toEqual([])
  expect(await chair.join(of.roomId)).toMatchObject({ ok: true, space: before })
  accepted(await chair.submit(of.roomId, nudge))
  await until(() => expect(told.at(-1)).toBe(space))
  expect(await chair.join(of.roomId)).toMatchObject({ ok: true, space })
  await student.connect()
  expect(await student.join(of.roomId)).toMatchObject({ ok: true, space: null })
})
