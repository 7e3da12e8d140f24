/** The clock of a room: phases end at the planned instant, once, also across a restart; and absent seats are marked. */
import { expect, test } from 'vitest'
import { RoomClock, type Source } from '#server/live/clock'
import type { Time } from '#server/live/saving/time'
import { fileFirst } from '#server/live/understudies'
import { CLOCK, participantActor, personId } from '#simulation/kernel/ids'
import { useFreshDatabase } from '../../support/machines/database'
import { seat } from './given/given-classroom'
import { accepted } from './given/given-page'
import { givenRoom, givenRooms, type InSession } from './given/given-room'

const fresh = useFreshDatabase()
const mei = personId.parse('mei')
/** A holder is marked absent after 20 s without a connection. */
const GRACE_MS = 20_000

async function running(settings: Parameters<typeof givenRoom>[1] = {}): Promise<InSession> {
  const given = await givenRoom(fresh.url(), settings)
  accepted(await given.ask(given.chair, { type: 'startPhase', index: 0 }))
  return given
}
const endsAt = ({ room }: InSession): number => room.state?.clock?.endsAt ?? Number.NaN
const phase = ({ room }: InSession): number | undefined => room.state?.agenda.index
const ends = ({ room }: InSession) => room.rows.filter(({ event }) => event.type === 'PhaseEnded')

test('P2 a phase ends at its planned instant and not a millisecond before', async () => {
  const given = await running()
  const planned = endsAt(given)
  await given.moveTo(planned - 1)
  expect(phase(given)).toBe(0)
  await given.moveTo(planned)
  expect(phase(given)).toBe(1)
  expect(ends(given)).toMatchObject([{ at: planned, event: { index: 0, endedAt: planned, cause: 'planned' } }])
})

test('P2 a phase whose end came while the server was down ends once when it is back', async () => {
  const given = await running()
  const planned = endsAt(given)
  const after = await given.again(planned + 90_000)
  await after.moveTo(planned + 90_001)
  expect(ends(after)).toMatchObject([{ event: { index: 0, endedAt: planned, cause: 'planned' } }])
  const third = await after.again()
  await third.moveTo(third.time.now() + 1_000)
  expect(ends(third)).toHaveLength(1)
})

test('U6 what understudies have not filed is filed first when the chair ends a caucus, and once', async () => {
  const given = await running({ understudies: true })
  await given.moveTo(endsAt(given) + 1_000)
  const command = { type: 'endPhase', index: 1 } as const
  fileFirst(given.session, { ...command, index: 0 })
  expect(given.room.queued).toBe(0)
  for (const _ of [1, 2]) fileFirst(given.session, command)
  accepted(await given.ask(given.chair, command))
  const filed = given.room.rows.flatMap(({ event, by }) => (event.type === 'PositionFiled' ? [[by, event.how]] : []))
  expect(filed).toEqual([
    ['understudy:us.state', 'filed'],
    ['understudy:jp.pm', 'filed'],
    ['understudy:cn.foreign', 'filed'],
  ])
})

test('the timer follows what is due, also where a sleeping machine has missed it', async () => {
  const given = await givenRoom(fresh.url())
  let [deadline, slept] = [given.time.now() + 60_000, 0]
  const waits: number[] = []
  const time: Time = {
    now: () => given.time.now() + slept,
    later(afterMs, run) {
      waits.push(afterMs)
      return given.time.later(afterMs, run)
    },
  }
  const opens: Source = {
    name: 'deadline',
    next: (state) =>
      state.agenda.index < 0 ? { at: deadline, by: CLOCK, command: { type: 'startPhase', index: 0 } } : null,
  }
  const clock = new RoomClock(given.room, time, [opens])
  clock.arm()
  deadline += 30_000
  clock.arm()
  deadline -= 60_000
  clock.arm()
  slept = 3_600_000
  clock.arm()
  expect(waits).toEqual([60_000, 90_000, 30_000, 0])
  await given.moveTo(given.time.now())
  expect(phase(given)).toBe(0)
})

test('a deadline further off than a timer can count is waited for in steps, to its millisecond', async () => {
  const given = await givenRoom(fresh.url())
  const at = given.time.now() + 40 * 86_400_000
  const opens: Source = {
    name: 'deadline',
    next: (state) => (state.agenda.index < 0 ? { at, by: CLOCK, command: { type: 'startPhase', index: 0 } } : null),
  }
  new RoomClock(given.room, given.time, [opens]).arm()
  await given.moveTo(at - 1)
  expect(phase(given)).toBe(-1)
  await given.moveTo(at)
  expect(phase(given)).toBe(0)
  expect(given.time.longestWait).toBeLessThan(2 ** 31)
})

test('a due command that is refused is not asked again and again while the room stands still', async () => {
  const given = await givenRoom(fresh.url())
  let asked = 0
  const wrong: Source = {
    name: 'wrong',
    next: () => {
      asked += 1
      return { at: 0, by: CLOCK, command: { type: 'endPhase', index: 0 } }
    },
  }
  const clock = new RoomClock(given.room, given.time, [wrong])
  clock.arm()
  await given.moveTo(given.time.now() + 10_000)
  clock.stop()
  expect(asked).toBeGreaterThan(5)
  expect(asked).toBeLessThan(60)
  expect(given.told).toEqual([])
})

test('clocks that were running are taken up when the server starts, and only those', async () => {
  const busy = await running()
  const idle = await givenRoom(fresh.url())
  busy.session.clock.stop()
  const planned = endsAt(busy)
  const { rooms, time } = givenRooms(fresh.url(), planned - 1)
  await rooms.wake(() => true)
  expect(rooms.find(idle.id)).toBeUndefined()
  const session = rooms.find(busy.id)!
  await time.moveTo(planned, () => session.room.settled())
  await session.room.settled()
  expect(session.room.state?.agenda.index).toBe(1)
})

test('S10 a holder is marked absent after the grace, not within it, and returned as soon as back', async () => {
  const given = await givenRoom(fresh.url())
  const { presence, clock } = given.session
  const absentSince = () => given.room.state?.seats[seat('us.state')]?.absentSince
  presence.came(mei)
  accepted(await given.ask(participantActor(mei), { type: 'takeSeat', seat: seat('us.state') }))
  accepted(await given.ask(given.chair, { type: 'startPhase', index: 0 }))
  await given.moveTo(given.time.now() + 60_000)
  presence.came(mei) // a second tab
  presence.went(mei, given.time.now())
  clock.arm()
  await given.moveTo(given.time.now() + 60_000)
  expect(absentSince()).toBeNull()

  const gone = given.time.now()
  presence.went(mei, gone)
  clock.arm()
  await given.moveTo(gone + GRACE_MS - 1)
  expect(absentSince()).toBeNull()
  await given.moveTo(gone + GRACE_MS)
  expect(absentSince()).toBe(gone + GRACE_MS)

  presence.came(mei)
  clock.arm()
  await given.moveTo(given.time.now())
  expect(absentSince()).toBeNull()
})

test('a room nobody follows and whose clock owes nothing is put away, and one whose clock runs is not', async () => {
  const idle = await givenRoom(fresh.url())
  idle.rooms.release(idle.session)
  const busy = await running()
  busy.rooms.release(busy.session)
  await idle.moveTo(idle.time.now() + 300_000)
  await busy.moveTo(busy.time.now() + 1)
  expect(idle.rooms.find(idle.id)).toBeUndefined()
  expect(busy.rooms.find(busy.id)).toBe(busy.session)
})
