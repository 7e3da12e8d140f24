// Dates of a homework debate that move together, and passed parts that are taken again (rules H15, H16).
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moveAlong, resolveWallTime, wallOf } from '#server/store/activities/deadlines'
import { nextDue } from '#simulation/engine/timers'
import { personId } from '#simulation/kernel/ids'
import { dueAt, dueFor, opensAt as opensIn } from '#simulation/questions/homework'
import { assignmentOf } from '#simulation/reading/homework/assignment'
import { alike, anyMoves, changesBy, commandFor, datesFrom, phasesFor } from '#simulation/reading/homework/date-moves'
import type { CommandOf } from '#simulation/shapes/room-command'
import type { RoomState } from '#simulation/state/room-state'
import { DAY, dueOf, givenWeek, HOUR, opensAt, phaseOf, post } from '../../screens/homework/given-week'
import { AMARA, BEN, CHAIR } from '../../support/cast'
import { given, instantOf, type Room } from '../../support/given'

const OPENINGS = phaseOf('openings')
const FLOOR = phaseOf('floor')
const amara = personId.parse('amara')

/** What the board sends to move this part, and all that follow it, by so many milliseconds. */
function following(state: RoomState, phase: number, byMs: number): CommandOf<'moveDates'> {
  const dates = datesFrom(state, phase).map((date) => ({
    ...date,
    opensAt: date.opensAt === null ? null : date.opensAt + byMs,
    dueAt: date.dueAt + byMs,
  }))
  const command = commandFor('following', phase, (dueAt(state, phase) ?? 0) + byMs, dates)
  if (command.type !== 'moveDates') throw new Error('The dates of several parts are moved by another command.')
  return command
}
const extend = (phase: number, to: number) =>
  ({ type: 'grantExtension', person: 'amara', phase, dueAt: instantOf(to) }) as const
const reopen = (phase: number, to: number) => ({ type: 'reopenPhase', phase, until: instantOf(to) }) as const
const parts = ({ plan }: RoomState): number[] => plan.phases.map((_, index) => index)

test('H15 whatever part is moved with all after it, the order and every gap stay, and no extension gets shorter', () => {
  const seen = { moved: 0, refused: 0, extended: 0 }
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 8 * 24 }),
      fc.integer({ min: 0, max: 8 }),
      fc.integer({ min: -3 * 24, max: 12 * 24 }),
      fc.constantFrom(OPENINGS, FLOOR),
      (now, phase, hours, extended) => {
        const room = givenWeek(now * HOUR, { requires: [] })
        const more = extend(extended, Math.max(dueOf('openings'), now * HOUR) + 30 * HOUR)
        if (room.judges(CHAIR, more).ok) room.does(CHAIR, more)
        const before = room.state
        const command = following(before, phase, hours * HOUR * 1000)
        if (!room.judges(CHAIR, command).ok) {
          seen.refused += 1
          return
        }
        room.does(CHAIR, command)
        const after = room.state
        seen.moved += 1
        for (const index of parts(before)) {
          const shift = index < phase ? 0 : hours * HOUR * 1000
          expect(dueAt(after, index)).toBe((dueAt(before, index) ?? 0) + shift)
          expect(opensIn(after, index)).toBe((opensIn(before, index) ?? 0) + (index > phase ? shift : 0))
          if (index > 0) expect(dueAt(after, index)).toBeGreaterThan(dueAt(after, index - 1) ?? 0)
          const [was, is] = [before, after].map((state) => state.extensions[`amara/${index}`])
          if (was === undefined || is === undefined) continue
          seen.extended += 1
          expect(is).toBeGreaterThanOrEqual(was)
          expect(is - (dueAt(after, index) ?? 0)).toBeGreaterThanOrEqual(was - (dueAt(before, index) ?? 0))
        }
      },
    ),
    { numRuns: 120 },
  )
  expect(seen.moved).toBeGreaterThan(30)
  expect(seen.refused).toBeGreaterThan(5)
  expect(seen.extended).toBeGreaterThan(10)
})

test('H15 what is moved opens and ends by its new dates, and its writers have until then', () => {
  const room = givenWeek(opensAt('openings'), { requires: [] })
  room.does(CHAIR, following(room.state, OPENINGS, 2 * DAY * 1000))
  expect(nextDue(room.state, instantOf(opensAt('openings')))?.at).toBe(instantOf(dueOf('openings') + 2 * DAY))
  room.runs(dueOf('openings') + 2 * DAY)
  expect(nextDue(room.state, instantOf(dueOf('openings') + 2 * DAY))).toMatchObject({
    at: instantOf(opensAt('floor') + 2 * DAY),
    command: { type: 'startPhase', index: FLOOR },
  })
  room.runs(opensAt('floor') + 2 * DAY)
  expect(room.state.clock?.endsAt).toBe(instantOf(dueOf('floor') + 2 * DAY))
})

test('H15 who may, what is over, what is past and what is no whole rest is refused', () => {
  const room = givenWeek(opensAt('floor'), { requires: [] })
  const whole = following(room.state, FLOOR, HOUR * 1000)
  room.when(AMARA, whole).isRefused('not-the-chair')
  room.when(CHAIR, following(room.state, OPENINGS, 9 * DAY * 1000)).isRefused('phase-ended')
  room.when(CHAIR, following(room.state, FLOOR, -DAY * 1000)).isRefused('deadline-in-the-past')
  room.when(CHAIR, following(room.state, FLOOR, 0)).isRefused('nothing-changed')
  room.when(CHAIR, { ...whole, dates: whole.dates.slice(0, -1) }).isRefused('no-such-phase')
  const [one, two, ...rest] = whole.dates
  if (!one || !two) throw new Error('Nothing follows the rebuttals.')
  room.when(CHAIR, { ...whole, dates: [{ ...one, dueAt: two.dueAt }, two, ...rest] }).isRefused('later-part-first')
  given().when(CHAIR, whole).isRefused('not-homework')
  room.when(CHAIR, whole).happens({ type: 'DatesMoved' })
  expect(room.does(CHAIR, whole).hearersOf('DatesMoved')).toContain('amara')
})

test('H15 H16 the preview says old and new of each part, and rooms that change alike stand together', () => {
  const [one, two] = [0, 0].map(() => givenWeek(opensAt('openings'), { requires: [] }))
  if (!one || !two) throw new Error('Two rooms were asked for.')
  two.does(CHAIR, { type: 'moveDeadline', phase: OPENINGS, dueAt: instantOf(dueOf('openings') + HOUR) })
  const changes = (room: Room) => changesBy(room.state, following(room.state, OPENINGS, DAY * 1000))
  expect(changes(one)[1]).toEqual({
    ...{ phase: FLOOR, kind: 'floor', late: false },
    ...{ from: instantOf(dueOf('floor')), to: instantOf(dueOf('floor') + DAY) },
  })
  expect(changes(one)).toHaveLength(one.state.plan.phases.length - OPENINGS)
  const groups = alike([one, two, one].map((room, place) => ({ room: place, changes: changes(room) })))
  expect(groups.map(({ rooms }) => rooms)).toEqual([[0, 2], [1]])
  expect(anyMoves(groups)).toBe(true)
  expect(anyMoves([{ changes: changesBy(one.state, following(one.state, OPENINGS, 0)) }])).toBe(false)
})

test('H16 a passed part is taken again until its new moment, in time, and late after it', () => {
  const room = givenWeek(opensAt('ballot'))
  expect(phasesFor(room.state, 'reopened')).toEqual([OPENINGS, FLOOR])
  room.when(BEN, reopen(FLOOR, opensAt('ballot') + DAY)).isRefused('not-the-chair')
  room.when(CHAIR, reopen(FLOOR, opensAt('ballot'))).isRefused('deadline-in-the-past')
  room.when(CHAIR, reopen(phaseOf('ballot'), opensAt('ballot') + 9 * DAY)).isRefused('not-over-yet')
  room.when(CHAIR, reopen(phaseOf('caucus'), opensAt('ballot') + 9 * DAY)).isRefused('never-late')
  room.when(CHAIR, reopen(99, opensAt('ballot') + 9 * DAY)).isRefused('no-such-phase')
  given().when(CHAIR, reopen(0, 50)).isRefused('not-homework')
  const until = opensAt('ballot') + DAY
  const due = (state: RoomState, at: number) => assignmentOf(state, amara, instantOf(at))[FLOOR]
  room.does(CHAIR, reopen(FLOOR, until)).when(CHAIR, reopen(FLOOR, until)).isRefused('nothing-changed')
  expect(due(room.state, opensAt('ballot'))).toMatchObject({ status: 'open', dueAt: instantOf(until), takes: true })
  room.when(AMARA, post(FLOOR, 'Again.'), until - 1).happens({ type: 'StatementPosted', late: false })
  room.runs(until)
  room.when(AMARA, post(FLOOR, 'After it.'), until).happens({ type: 'StatementPosted', late: true })
  room.when(AMARA, post(FLOOR, 'Too late.'), until + 48 * HOUR).isRefused('deadline-passed')
})

test('H16 openings that were sealed have opened: what comes for them until the new moment is late', () => {
  const room = givenWeek(opensAt('floor'), { postFirst: true, lateHours: 0 })
  room.when(AMARA, post(OPENINGS, 'Closed.')).isRefused('deadline-passed')
  const until = opensAt('floor') + DAY
  room.does(CHAIR, reopen(OPENINGS, until))
  expect(dueFor(room.state, OPENINGS, amara)).toBe(instantOf(dueOf('openings')))
  expect(assignmentOf(room.state, amara, instantOf(opensAt('floor')))[OPENINGS]).toMatchObject({
    lateUntil: instantOf(until),
  })
  room.when(AMARA, post(OPENINGS, 'Late.'), until - 1).happens({ type: 'StatementPosted', late: true, unseals: null })
  room.runs(until)
  room.when(AMARA, post(OPENINGS, 'Closed again.'), until).isRefused('deadline-passed')
  const late = givenWeek(opensAt('floor'), { postFirst: true })
  late.when(CHAIR, reopen(OPENINGS, dueOf('openings') + 40 * HOUR)).isRefused('deadline-in-the-past')
})

test('H5 H16 an extension that ends before a reopened part does gives nothing, and one of what follows is no matter of it', () => {
  const room = givenWeek(opensAt('ballot')).does(CHAIR, reopen(OPENINGS, opensAt('ballot') + 3 * DAY))
  room.when(CHAIR, extend(OPENINGS, opensAt('ballot') + DAY)).isRefused('deadline-in-the-past')
  room.when(CHAIR, extend(FLOOR, opensAt('ballot') + DAY)).isAllowed()
})

test.each([
  { zone: 'America/New_York', from: '2026-10-30T20:00', to: '2026-11-06T20:00' },
  { zone: 'Europe/Paris', from: '2027-03-26T20:00', to: '2027-03-29T21:30' },
  { zone: 'Asia/Tokyo', from: '2026-10-30T20:00', to: '2026-10-28T08:00' },
])('H15 dates move by the clock on the wall in $zone, where the clocks change too', ({ zone, from, to }) => {
  const at = (wall: string) => resolveWallTime(zone, wall)?.at ?? 0
  const move = moveAlong(zone, at(from), to)
  expect(wallOf(move(at(from)), zone)).toBe(to)
  const hour = to.slice(11)
  for (const day of [1, 2, 3, 4, 5, 9]) {
    const other = at(`${from.slice(0, 8)}${String(Number(from.slice(8, 10)) - day).padStart(2, '0')}T20:00`)
    expect(wallOf(move(other), zone).slice(11)).toBe(hour)
  }
})
