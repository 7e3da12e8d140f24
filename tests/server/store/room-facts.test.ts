/** The facts that queries read of rooms equal what `factsOf` makes of their logs, however the rows were written. */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { database } from '#server/base/database'
import { bringRecord } from '#server/jobs/bring-record'
import { createSeminar } from '#server/store/activities/activities'
import { eraseUser } from '#server/store/erasure/erasure'
import { backfillFacts } from '#server/store/log/facts-backfill'
import { readGlances, readSeatLabels, readSeatsOfRecord } from '#server/store/log/room-facts'
import { openRoomLog, type RoomLog } from '#server/store/log/room-log'
import { closeRoomReading, readRoom, readRoomState } from '#server/store/log/room-reading'
import { readRoomFor } from '#server/store/rooms/room-for-reader'
import { readSearchScopes } from '#server/store/search/search-scope'
import { fold } from '#simulation/engine/room'
import { personId, type RoomId, roomId, seatId } from '#simulation/kernel/ids'
import { recordText } from '#simulation/reading/record/record-text'
import { changesFacts, factsOf } from '#simulation/reading/record/room-facts'
import { viewerOf } from '#simulation/secrecy/hearing'
import type { Recorded } from '#simulation/shapes/record'
import { type RoomState, seatHeldBy } from '#simulation/state/room-state'
import { useFreshDatabase } from '../../support/machines/database'
import { patience } from '../../support/patience'
import { chinaGap } from '../../support/stories/china-gap'
import { Story, storyOf } from '../../support/stories/stories'
import { PEOPLE, script, week } from '../../support/stories/story-script'
import { givenActivity, plainSettings } from './given-store'
import { chairDoes, readmits, removes } from './roster/given-removal'

const fresh = useFreshDatabase()
let log: RoomLog
let rooms: RoomId[]
let next = 0
beforeAll(async () => {
  log = openRoomLog(fresh.url(), 1)
  rooms = (await givenActivity({ settings: { roomCount: 40 } })).roomIds.map((id) => roomId.parse(id))
})
afterAll(async () => {
  await log.close()
  await closeRoomReading()
})

function freeRoom(): RoomId {
  const room = rooms[next]
  next += 1
  if (!room) throw new Error('More rooms are needed.')
  return room
}

/** The rows of the three tables in the shape that `factsOf` gives. */
async function storedOf(room: string) {
  const [summary, { played }, seats, people] = await Promise.all([
    database().roomSummary.findUniqueOrThrow({ where: { roomId: room } }),
    database().roomPlayed.findUniqueOrThrow({ where: { roomId: room } }),
    database().roomSeat.findMany({ where: { roomId: room }, orderBy: { position: 'asc' } }),
    database().roomPerson.findMany({ where: { roomId: room } }),
  ])
  const at = (date: Date | null) => date?.getTime() ?? null
  return {
    phaseIndex: summary.phaseIndex,
    phaseKind: summary.phaseKind,
    phaseStatus: summary.phaseStatus,
    phaseStartsAt: at(summary.phaseStartsAt),
    phaseEndsAt: at(summary.phaseEndsAt),
    closedAt: at(summary.closedAt),
    unsealedAt: at(summary.unsealedAt),
    startedAt: summary.startedAt.map(at),
    roundStartedAt: summary.roundStartedAt.map(at),
    isTimed: summary.isTimed,
    seats: seats.map(({ seat, title, delegation, holder }) => ({ seat, title, delegation, holder })),
    people: sorted(
      people.map(({ person, seat, seatOfRecord, isRemoved, hears }) => ({
        person,
        seat,
        seatOfRecord,
        isRemoved,
        hears,
      })),
    ),
    played,
  }
}

const sorted = <Person extends { person: string }>(people: readonly Person[]) =>
  people.toSorted((a, b) => (a.person < b.person ? -1 : 1))

function expectedOf(state: RoomState | null) {
  if (!state) throw new Error('The room has no log.')
  const facts = factsOf(state)
  return { ...facts, people: sorted(facts.people) }
}

const holds = async (room: string) => expect(await storedOf(room)).toEqual(expectedOf(await readRoomState(room)))

/** The rows in the portions in which a live room saves them: all rows of one command together. */
function commandsOf(rows: readonly Recorded[]): Recorded[][] {
  const commands: Recorded[][] = []
  for (const row of rows) {
    const last = commands.at(-1)
    if (last?.[0]?.commandId === row.commandId) last.push(row)
    else commands.push([row])
  }
  return commands
}

describe('after every append', () => {
  test.each([
    ['a seminar', script(120)],
    ['a debate over days', week(120)],
  ])('of %s, whether or not its writer had folded it', { timeout: patience(240_000) }, async (_, scripts) => {
    const seen = { appends: 0, changes: 0, undone: 0, out: 0, unfolded: 0 }
    await fc.assert(
      fc.asyncProperty(scripts, fc.boolean(), async (told, isFolded) => {
        const room = freeRoom()
        const { rows } = storyOf(told)
        let state: RoomState | null = null
        for (const [index, command] of commandsOf(rows).entries()) {
          state = fold(rows.slice(0, command.at(-1)?.seq))
          expect(await log.append(room, command, isFolded ? state : undefined)).toBe('appended')
          seen.appends += 1
          if (command.some(({ event }) => event.type === 'StepUndone')) seen.undone += 1
          if (!isFolded) seen.unfolded += 1
          if (!command.some((row) => changesFacts(row, state)) && index % 7 !== 0) continue
          seen.changes += 1
          expect(await storedOf(room)).toEqual(expectedOf(state))
        }
        seen.out += state?.removed.length ?? 0
        await queriesAgree(room, state)
      }),
      { numRuns: 8, seed: 11 },
    )
    expect(seen.changes).toBeGreaterThan(150)
    expect(seen.unfolded).toBeGreaterThan(100)
    expect(seen.undone + seen.out).toBeGreaterThan(2)
  })

  /** Each query answers what the folded room answers. */
  async function queriesAgree(room: RoomId, state: RoomState | null): Promise<void> {
    if (!state) throw new Error('The story is empty.')
    const asked = PEOPLE.map((person) => ({ roomId: room, person }))
    const [scopes, glances, records, offices] = await Promise.all([
      readSearchScopes(asked),
      readGlances(asked),
      readSeatsOfRecord([room]),
      readSeatLabels([room]),
    ])
    for (const [index, name] of PEOPLE.entries()) {
      const person = personId.parse(name)
      expect(scopes[index]).toEqual({
        roomId: room,
        viewer: viewerOf(state, person),
        unsealed: state.unsealedAt !== null,
      })
      const seat = seatHeldBy(state, person)
      expect(glances[index]).toMatchObject({
        status: state.agenda.status,
        isClosed: state.closedAt !== null,
        isUnsealed: state.unsealedAt !== null,
        seat: seat && { title: seat.title, delegation: seat.delegation },
      })
      const last = state.lastSeats[person]
      expect(records.get(room)?.get(person)?.title).toBe(last && state.seats[last]?.title)
    }
    expect([...(offices.get(room)?.keys() ?? [])].sort()).toEqual(Object.keys(state.seats).sort())
  }
})

describe('however a room came to its rows', () => {
  test('made with its activity, moved on by its chair, and a person removed and readmitted', async () => {
    const of = await givenActivity({})
    const made = await createSeminar({
      courseId: of.courseId,
      by: of.instructor.id,
      title: 'Made',
      scenario: chinaGap(),
      agendaKey: 'seminar-50',
      settings: { ...plainSettings, roomCount: 2 },
      nameRoom: (number) => `Table ${number}`,
    })
    for (const room of made.roomIds) await holds(room)
    const [room = ''] = made.roomIds
    const person = randomUUID()
    await chairDoes(room, of.instructor.id, {
      type: 'placePerson',
      person: personId.parse(person),
      seat: seatId.parse('us.state'),
    })
    await holds(room)
    await removes(room, of.instructor.id, person)
    await holds(room)
    await readmits(room, of.instructor.id, person)
    await chairDoes(room, of.instructor.id, { type: 'startPhase', index: 0 })
    await holds(room)
  })

  test('brought as a file, and after its chair was erased', async () => {
    const of = await givenActivity({})
    const made = await createSeminar({
      courseId: of.courseId,
      by: of.instructor.id,
      title: 'To be brought',
      scenario: chinaGap(),
      agendaKey: 'seminar-50',
      settings: plainSettings,
      nameRoom: () => 'Table',
    })
    const [room = ''] = made.roomIds
    await chairDoes(room, of.instructor.id, { type: 'startPhase', index: 0 })
    const reading = await readRoomFor(of.instructor, room)
    if (!reading) throw new Error('There is nothing to read.')
    const bytes = new TextEncoder().encode(recordText(reading))
    const brought = await bringRecord({ courseId: of.courseId, by: of.instructor.id, bytes })
    if (!brought.ok) throw new Error('Nothing was brought.')
    await holds(brought.roomId)
    // The reading is cached, and an erasure changes rows that are in the cache.
    expect(JSON.stringify((await readRoom(room)).rows)).toContain(of.instructor.id)
    await eraseUser(of.instructor.id)
    expect(JSON.stringify((await readRoom(room)).rows)).not.toContain(of.instructor.id)
    await holds(room)
  })

  test('by an older program, or an older backup: the next start fills in what is missing or was made otherwise', async () => {
    const [first, second, third] = [freeRoom(), freeRoom(), freeRoom()]
    const { rows } = new Story(fc.sample(script(40), { numRuns: 1, seed: 4 })[0] ?? never())
    for (const room of [first, second, third]) await log.append(room, rows)
    await database().roomSummary.delete({ where: { roomId: first } })
    await database().roomSeat.deleteMany({ where: { roomId: first } })
    await database().roomSummary.update({ where: { roomId: second }, data: { version: 0, phaseIndex: 99 } })
    await database().roomPerson.create({
      data: { roomId: second, person: 'nobody-of-it', isRemoved: false, hears: [] },
    })
    await database()
      .$executeRaw`UPDATE room_event SET event = '{"type":"Unheard"}' WHERE room_id = ${third} AND seq = 2`
    await database().roomSummary.delete({ where: { roomId: third } })
    const reported: string[] = []
    const report = (_what: string, _error: unknown, { room = '' }) => reported.push(room)
    const announced: number[] = []
    expect(await backfillFacts(fresh.url(), report, (rooms) => announced.push(rooms))).toBe(2)
    expect(reported).toEqual([third])
    expect(announced).toEqual([3])
    await holds(first)
    await holds(second)
    await database().$executeRaw`DELETE FROM room_event WHERE room_id = ${third}`
    expect(await backfillFacts(fresh.url(), report, (rooms) => announced.push(rooms))).toBe(0)
    expect(announced).toEqual([3])
  })

  test('by a server of the version before, while the next one starts: the newest rows are in the facts', async () => {
    const room = freeRoom()
    const { rows } = new Story(fc.sample(script(40), { numRuns: 1, seed: 4 })[0] ?? never())
    const changing = rows.findLast((row) => changesFacts(row, null)) ?? never()
    const cut = rows.findIndex(({ commandId }) => commandId === changing.commandId)
    await log.append(room, rows.slice(0, cut))
    await database().roomSummary.update({ where: { roomId: room }, data: { version: 0 } })
    const holder = new pg.Client({ connectionString: fresh.url() })
    await holder.connect()
    await holder.query('BEGIN')
    await holder.query('SELECT FROM room_summary WHERE room_id = $1 FOR UPDATE', [room])
    const waits = (count: number) =>
      vi.waitFor(
        async () => {
          const asked = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
          expect((await database().$queryRawUnsafe<unknown[]>(asked)).length).toBe(count)
        },
        { timeout: patience(10_000), interval: 20 },
      )
    const appended = log.append(room, rows.slice(cut))
    await waits(1)
    const filled = backfillFacts(fresh.url(), (what, error) => expect.unreachable(`${what}: ${error}`))
    await waits(2)
    await holder.query('COMMIT')
    await holder.end()
    expect([await appended, await filled]).toEqual(['appended', 1])
    await holds(room)
  })
})

function never(): never {
  throw new Error('There is no story.')
}
