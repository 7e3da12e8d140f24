/** Who counts as absent when several servers see the room (S10): what one server sees alone is not taken for the whole. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Presence } from '#server/live/saving/presence'
import { participantActor, personId } from '#simulation/kernel/ids'
import type { RoomState } from '#simulation/state/room-state'
import { givenWeek, HOUR, opensAt } from '../../screens/homework/given-week'
import { instantOf } from '../../support/given'
import { useFreshDatabase } from '../../support/machines/database'
import { seat } from './given/given-classroom'
import { accepted } from './given/given-page'
import { givenRoom } from './given/given-room'

const fresh = useFreshDatabase()
const mei = personId.parse('mei')
const GRACE_MS = 20_000

/** A phase that runs, with one seat taken; the state as it is, and as it is once the seat was recorded as absent. */
async function phase() {
  const given = await givenRoom(fresh.url(), { understudies: false })
  accepted(await given.ask(participantActor(mei), { type: 'takeSeat', seat: seat('us.state') }))
  accepted(await given.ask(given.chair, { type: 'startPhase', index: 0 }))
  const { state } = given.room
  const taken = state?.seats[seat('us.state')]
  if (!state || !taken) throw new Error('The seat was not taken.')
  const absentAt = (at: number): RoomState => ({
    ...state,
    seats: { ...state.seats, [taken.id]: { ...taken, absentSince: at } },
  })
  return { now: given.time.now(), state, absentAt, presence: new Presence(given.time.now()) }
}

test('who is connected to another server is not due to be absent, and is from the moment on which they are connected to none', async () => {
  const { now, state, presence } = await phase()
  presence.settle(new Set([mei]), true, now)
  expect(presence.nextDue(state, now + 60_000)).toBeNull()
  presence.settle(new Set(), true, now + 60_000)
  expect(presence.nextDue(state, now + 60_000)).toMatchObject({ at: now + 60_000 + GRACE_MS })
})

test('while other servers are not heard nobody is due to be absent, and after that only from then on', async () => {
  const { now, state, presence } = await phase()
  presence.settle(new Set(), false, now)
  expect(presence.nextDue(state, now + 60_000)).toBeNull()
  presence.settle(new Set(), true, now + 60_000)
  expect(presence.nextDue(state, now + 60_000)).toMatchObject({ at: now + 60_000 + GRACE_MS })
})

test('two servers that see differently record a seat as absent and back no faster than the grace allows', async () => {
  const { now, state, absentAt, presence } = await phase()
  const due = now + GRACE_MS
  expect(presence.nextDue(state, due)).toMatchObject({ at: due, command: { type: 'markAbsent' } })
  expect(presence.nextDue(absentAt(due), due)).toBeNull()
  // The other server has brought the seat back.
  expect(presence.nextDue(state, due + 5)).toMatchObject({ at: due + 5 + GRACE_MS, command: { type: 'markAbsent' } })
  expect(presence.nextDue(state, due + 500)).toMatchObject({ at: due + 5 + GRACE_MS })
})

test('what is kept of the last look is what a new look at every seat would find', async () => {
  const { now, state, absentAt } = await phase()
  const states = [state, absentAt(now), { ...state, closedAt: now }, { ...state, agenda: { ...state.agenda } }]
  const deed = fc.oneof(
    fc.constant((one: Presence) => one.came(mei)),
    fc.integer({ min: 0, max: 90_000 }).map((ms) => (one: Presence) => one.went(mei, now + ms)),
    fc.tuple(fc.boolean(), fc.boolean(), fc.integer({ min: 0, max: 90_000 })).map(
      ([isThere, isSure, ms]) =>
        (one: Presence) =>
          one.settle(new Set(isThere ? [mei] : []), isSure, now + ms),
    ),
    fc.constant(() => undefined),
  )
  fc.assert(
    fc.property(
      fc.array(fc.tuple(deed, fc.nat(states.length - 1), fc.integer({ min: 0, max: 90_000 })), { maxLength: 20 }),
      (story) => {
        const [keeps, looks] = [new Presence(now), new Presence(now)]
        for (const [happens, which, ms] of story) {
          const as = states[which] ?? state
          happens(keeps)
          happens(looks)
          const alike = { ...as, seats: { ...as.seats } } // new seats have every one of them looked at
          expect(keeps.nextDue(as, now + ms)).toEqual(looks.nextDue(alike, now + ms))
        }
      },
    ),
  )
})

test('S22 at home a head who is connected is not away, and one who was is only that much later', () => {
  const { state } = givenWeek(opensAt('caucus') + HOUR)
  const head = personId.parse('amara')
  const start = instantOf(opensAt('caucus'))
  const presence = new Presence(start)
  const isDue = (at: number) => {
    const due = presence.nextDue(state, at)
    return due && { ...due.command, after: (due.at - start) / (HOUR * 1000) }
  }
  const away = { type: 'markAbsent', seat: 'us.state' }
  expect(isDue(start)).toEqual({ ...away, after: 10 })
  presence.came(head)
  expect(isDue(start)).not.toMatchObject(away)
  presence.went(head, start + 3 * HOUR * 1000)
  for (const other of ['daiki', 'fen']) presence.came(personId.parse(other))
  expect(isDue(start)).toEqual({ ...away, after: 13 })
  presence.settle(new Set(), false, start)
  expect(isDue(start)).toBeNull()
})
