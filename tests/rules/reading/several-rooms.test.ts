// The rooms of an activity side by side: their order on the wall, the middle gap, who is wanted and how many seats are held are what one
// finds by comparing every room with every other.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PersonId, personId, roomId } from '#simulation/kernel/ids'
import { focusGap, gapByRound } from '#simulation/reading/log/gap'
import { changesIn, summaryOf, tablePlanOf } from '#simulation/reading/positions/room-summary'
import {
  countsOf,
  gapsAcross,
  orderOfRooms,
  ROOM_FILTERS,
  ROOM_ORDERS,
  roomsAmong,
  roomsNow,
  seatsAcross,
  type WatchedRoom,
} from '#simulation/reading/positions/several-rooms'
import { type Beside, needOf, urgency, wantsSomeone } from '#simulation/reading/room/room-needs'
import { phaseNow, type RoomState } from '#simulation/state/room-state'
import { roomSummary, type WatchedPerson } from '#simulation/wire/watching'
import { storyOf } from '../../support/stories/stories'
import { script } from '../../support/stories/story-script'

const seed = Number(process.env.STORY_SEED ?? 20260112)
const runs = 15 * Number(process.env.STORY_TIMES ?? 1)

/** The gap of the last round revealed; null where it is not known. */
function latestGap(state: RoomState): number | null {
  const last = gapByRound(state).at(-1)
  return last ? focusGap(state.plan, last.values) : null
}

/** A room with the state that its summary was made of. */
type Table = WatchedRoom & { state: RoomState; beside: Beside; now: number }

const someRooms = fc
  .tuple(fc.array(script(200, true, 'china-gap'), { minLength: 1, maxLength: 5 }), fc.nat(300_000))
  .map(([scripts, later]) =>
    scripts.map((told, place): Table => {
      const { state, rows } = storyOf(told)
      const seats = Object.values(state.seats)
      const beside = {
        presence: {
          seats: place % 2 === 0 ? seats.map(({ id }) => id) : [],
          people: [...seats.flatMap(({ holder }) => holder ?? []), ...(place === 1 ? [personId.parse('late')] : [])],
        },
        unsavedSince: place % 3 === 2 ? later : null,
      }
      const now = (rows.at(-1)?.at ?? 0) + later
      const number = scripts.length - place
      const summary = summaryOf(state, beside, now)
      return {
        id: `room-${number}`,
        name: `Table ${number}`,
        number,
        plan: tablePlanOf(state),
        summary,
        state,
        beside,
        now,
      }
    }),
  )

/** Of those who have come in every third waits for a table, and every second of them was removed meanwhile. */
function comeIn(rooms: readonly Table[]): ReadonlyMap<PersonId, WatchedPerson> {
  const holders = rooms.flatMap(({ state }) => Object.values(state.seats).flatMap(({ holder }) => holder ?? []))
  const room = roomId.parse(rooms[0]?.id)
  return new Map(
    [...new Set(holders)].map((id, place) => [
      id,
      { id, name: id, room: place % 3 === 0 ? null : room, removed: place % 6 === 3 },
    ]),
  )
}

const waitingFor = (people: ReadonlyMap<PersonId, WatchedPerson>): number => {
  let count = 0
  for (const { room, removed } of people.values()) if (room === null && !removed) count += 1
  return count
}

test('the wall’s order puts no room behind one that goes before it, and its sentence counts every room once', () => {
  const seen = { pairs: 0, gaps: 0, wanting: 0, seated: 0, same: 0, summaries: 0, unplaced: 0 }
  fc.assert(
    fc.property(someRooms, (rooms) => {
      const byId = new Map(rooms.map((room) => [room.id, room]))
      for (const room of rooms) {
        // What crosses the wire is what was said, and the parts that changed make the whole again.
        expect(roomSummary.parse(JSON.parse(JSON.stringify(room.summary)))).toEqual(room.summary)
        const earlier = rooms[0]?.summary ?? room.summary
        expect({ ...earlier, ...changesIn(earlier, room.summary) }).toEqual(room.summary)
        expect(room.summary.holders.length).toBe(room.plan.seats.length)
        for (const [place, { id }] of room.plan.seats.entries())
          expect(room.summary.holders[place]).toBe(room.state.seats[id]?.holder)
        seen.summaries += 1
      }
      const needs = (room: Table) => needOf(room.state, room.beside, room.now).kind
      for (const order of ROOM_ORDERS) {
        const ids = orderOfRooms(rooms, order)
        expect(new Set(ids)).toEqual(new Set(byId.keys()))
        const shown = ids.flatMap((id) => byId.get(id) ?? [])
        for (const [place, before] of shown.entries())
          for (const after of shown.slice(place + 1)) {
            const [a, b] = [before.state, after.state]
            if (order === 'number') expect(before.number).toBeLessThan(after.number)
            if (order === 'gap') expect(latestGap(a) ?? -1).toBeGreaterThanOrEqual(latestGap(b) ?? -1)
            if (order === 'need') expect(urgency(needs(before))).toBeLessThanOrEqual(urgency(needs(after)))
            seen.pairs += 1
          }
      }

      const known = rooms.flatMap(({ name, state }) => {
        const gap = latestGap(state)
        return gap === null ? [] : [{ name, gap }]
      })
      const across = gapsAcross(rooms)
      if (known.length === 0) expect(across).toBeNull()
      else {
        if (!across) throw new Error('There is a gap and none was found.')
        expect(across.count).toBe(known.length)
        for (const { gap } of known) {
          expect(across.least.gap).toBeLessThanOrEqual(gap)
          expect(across.most.gap).toBeGreaterThanOrEqual(gap)
        }
        // At least half of the rooms are as wide as the middle one or narrower, and at least half as wide or wider.
        const narrower = known.filter(({ gap }) => gap <= across.middle.gap).length
        const wider = known.filter(({ gap }) => gap >= across.middle.gap).length
        expect(Math.min(narrower, wider) * 2).toBeGreaterThanOrEqual(known.length)
        for (const one of [across.least, across.middle, across.most]) expect(known).toContainEqual(one)
        expect(across.areAlike).toBe(known.every(({ gap }) => gap === across.middle.gap))
        seen.gaps += 1
      }

      const people = comeIn(rooms)
      const now = roomsNow(rooms, people)
      // Who is seen at no table is counted, whoever they are, and nobody who was removed.
      expect(now.unplaced).toBe(waitingFor(people))
      seen.unplaced += now.unplaced
      expect(now.wanting).toBe(rooms.filter((room) => wantsSomeone(needs(room))).length)
      const started = rooms.filter(({ state }) => state.agenda.status !== 'lobby')
      expect(now.unstarted).toBe(rooms.length - started.length)
      const phases = started.map(({ state }) => JSON.stringify([phaseNow(state)?.kind, phaseNow(state)?.round]))
      expect(now.phase?.kind ?? null).toBe(
        new Set(phases).size === 1 ? (started.map(({ state }) => phaseNow(state)?.kind)[0] ?? null) : null,
      )
      seen.wanting += now.wanting
      if (now.phase) seen.same += 1

      // Nobody is said to be all here who is not: a table that wants nothing has everybody connected and seated.
      for (const { summary } of rooms)
        if (summary.need.kind === 'fine') expect([...summary.lost, ...summary.unseated]).toEqual([])
      for (const filter of ROOM_FILTERS) expect(roomsAmong(rooms, filter).length).toBe(countsOf(rooms)[filter])

      const seats = rooms
        .flatMap(({ state }) => Object.values(state.seats))
        .filter(({ delegation }) => delegation !== null)
      const { seats: all, seated, observers } = seatsAcross(rooms)
      expect(all).toBe(seats.length)
      expect(seated).toBe(seats.filter(({ holder }) => holder !== null).length)
      expect(observers.seats).toBe(rooms.flatMap(({ state }) => Object.values(state.seats)).length - all)
      seen.seated += seated
    }),
    { seed, numRuns: runs },
  )
  expect(seen.pairs).toBeGreaterThan(30)
  expect(seen.gaps).toBeGreaterThan(2)
  expect(seen.wanting).toBeGreaterThan(5)
  expect(seen.seated).toBeGreaterThan(30)
  expect(seen.same).toBeGreaterThan(0)
  expect(seen.unplaced).toBeGreaterThan(5)
})
