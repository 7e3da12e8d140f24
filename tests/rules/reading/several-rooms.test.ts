// The rooms of an activity side by side: their order on the wall, the middle gap, who is wanted and how many seats are held are what one
// finds by comparing every room with every other.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { phaseNow } from '#simulation/kernel/room-state'
import { latestGap } from '#simulation/reading/findings'
import { needOf, urgency, wantsSomeone } from '#simulation/reading/need'
import { gapsAcross, orderOfRooms, type RoomOnWall, roomsNow, seatsAcross } from '#simulation/reading/several-rooms'
import { Story } from '../../support/stories'
import { script } from '../../support/story-script'

const seed = Number(process.env.STORY_SEED ?? 20260112)
const runs = 15 * Number(process.env.STORY_TIMES ?? 1)

const someRooms = fc
  .tuple(fc.array(script(200, true, 'china-gap'), { minLength: 1, maxLength: 5 }), fc.boolean(), fc.nat(300_000))
  .map(([scripts, oneUnheard, later]) =>
    scripts.map((told, place): RoomOnWall => {
      const { state, rows } = new Story(told)
      return {
        id: `room-${scripts.length - place}`,
        number: scripts.length - place,
        state: oneUnheard && place === 0 ? null : state,
        presence: { seats: place % 2 === 0 ? Object.values(state.seats).map(({ id }) => id) : [] },
        unsavedSince: place % 3 === 2 ? later : null,
        now: (rows.at(-1)?.at ?? 0) + later,
      }
    }),
  )

test('the wall’s order puts no room behind one that goes before it, and its sentence counts every room once', () => {
  const seen = { pairs: 0, gaps: 0, wanting: 0, seated: 0, same: 0 }
  fc.assert(
    fc.property(someRooms, (rooms) => {
      const byId = new Map(rooms.map((room) => [room.id, room]))
      const heard = rooms.flatMap((room) => (room.state ? [{ ...room, state: room.state }] : []))
      for (const order of ['need', 'number', 'gap'] as const) {
        const ids = orderOfRooms(rooms, order)
        expect(new Set(ids)).toEqual(new Set(byId.keys()))
        const shown = ids.flatMap((id) => byId.get(id) ?? [])
        for (const [place, before] of shown.entries())
          for (const after of shown.slice(place + 1)) {
            const [a, b] = [before.state, after.state]
            if (order === 'number') expect(before.number).toBeLessThan(after.number)
            if (!a || !b) continue
            if (order === 'gap') expect(latestGap(a) ?? -1).toBeGreaterThanOrEqual(latestGap(b) ?? -1)
            if (order === 'need')
              expect(urgency(needOf(a, before, before.now))).toBeLessThanOrEqual(urgency(needOf(b, after, after.now)))
            seen.pairs += 1
          }
      }

      const known = heard.flatMap(({ id, state }) => {
        const gap = latestGap(state)
        return gap === null ? [] : [{ id, gap }]
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
        seen.gaps += 1
      }

      const { wanting, kind } = roomsNow(rooms)
      let wanted = 0
      for (const room of heard) if (wantsSomeone(needOf(room.state, room, room.now))) wanted += 1
      expect(wanting).toBe(wanted)
      const kinds = heard.map(({ state }) => phaseNow(state)?.kind ?? null)
      expect(kind).toBe(kinds.every((one) => one === kinds[0]) ? (kinds[0] ?? null) : null)
      seen.wanting += wanted
      if (kind) seen.same += 1

      const seats = heard
        .flatMap(({ state }) => Object.values(state.seats))
        .filter(({ delegation }) => delegation !== null)
      const { seats: all, seated } = seatsAcross(heard.map(({ state }) => state))
      expect(all).toBe(seats.length)
      expect(seated).toBe(seats.filter(({ holder }) => holder !== null).length)
      seen.seated += seated
    }),
    { seed, numRuns: runs },
  )
  expect(seen.pairs).toBeGreaterThan(30)
  expect(seen.gaps).toBeGreaterThan(2)
  expect(seen.wanting).toBeGreaterThan(5)
  expect(seen.seated).toBeGreaterThan(30)
  expect(seen.same).toBeGreaterThan(0)
})
