// Extra time for one person over a whole debate (rule H32).
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mailsOf } from '#simulation/beside/mails'
import { newsOf } from '#simulation/beside/news'
import { type PersonId, personId } from '#simulation/kernel/ids'
import { dueAt, dueFor, hasExtraTime, opensAt as opensIn, takesLate } from '#simulation/questions/homework'
import { datesFrom } from '#simulation/reading/homework/date-moves'
import { deadlinesOf } from '#simulation/reading/homework/deadlines'
import { progressOf } from '#simulation/reading/marks/completion'
import type { RoomState } from '#simulation/state/room-state'
import { DAY, dueOf, givenWeek, HOUR, opensAt, phaseOf, post } from '../../screens/homework/given-week'
import { AMARA, BEN, CHAIR, CLOCK } from '../../support/cast'
import { given, instantOf, type Room } from '../../support/given'

const OPENINGS = phaseOf('openings')
const FLOOR = phaseOf('floor')
const [amara, ben] = [personId.parse('amara'), personId.parse('ben')]
const give = (percent: number, person: PersonId = amara) => ({ type: 'giveExtraTime', person, percent }) as const
const own = (state: RoomState, person: PersonId) =>
  state.plan.phases.map((_, phase) => dueFor(state, phase, person) ?? 0)

type Act = Readonly<{ what: 'give' | 'move' | 'follow' | 'end' | 'extend'; value: number; hours: number }>
const act: fc.Arbitrary<Act> = fc.record({
  what: fc.constantFrom('give', 'move', 'follow', 'end', 'extend'),
  value: fc.integer({ min: 0, max: 200 }),
  hours: fc.integer({ min: 1, max: 30 }),
})

function tries(room: Room, { what, value, hours }: Act): void {
  const { agenda } = room.state
  const phase = what === 'extend' ? (value % 2 === 0 ? OPENINGS : FLOOR) : Math.min(agenda.index + (value % 3), 7)
  const later = (dueAt(room.state, phase) ?? 0) + (hours - 10) * HOUR * 1000
  const dates = datesFrom(room.state, phase).map((one) => ({
    ...{ phase: one.phase, dueAt: one.dueAt + (hours - 10) * HOUR * 1000 },
    opensAt: one.opensAt === null ? null : one.opensAt + (hours - 10) * HOUR * 1000,
  }))
  const by = what === 'give' ? CLOCK : CHAIR
  const command = {
    give: give(value),
    move: { type: 'moveDeadline', phase, dueAt: later },
    follow: { type: 'moveDates', dates },
    end: { type: 'endPhase', index: agenda.index },
    extend: { type: 'grantExtension', person: amara, phase, dueAt: later },
  } as const
  if (room.judges(by, command[what]).ok) room.does(by, command[what])
}

test('H32 whatever is given, moved or ended, one’s own deadline has the whole extra time and never becomes sooner', () => {
  const seen = { longer: 0, kept: 0 }
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 6 * 24 }), fc.array(act, { minLength: 3, maxLength: 12 }), (start, acts) => {
      const room = givenWeek(start * HOUR, { requires: [] }).does(CLOCK, give(25))
      for (const [index, one] of acts.entries()) {
        const [before, others] = [own(room.state, amara), own(room.state, ben)]
        tries(room.runs(start * HOUR + index), one)
        const { state } = room
        const after = own(state, amara)
        for (const [phase, { dueAt: planned }] of state.plan.phases.entries()) {
          const due = state.moved[phase] ?? planned ?? 0
          const length = due - (opensIn(state, phase) ?? 0)
          const percent = takesLate(state, phase) ? (state.extraTime.amara?.percent ?? 0) : 0
          expect(after[phase]).toBeGreaterThanOrEqual(percent === 0 ? 0 : due + (length * percent) / 100)
          if (takesLate(state, phase) && one.what !== 'extend') {
            expect(after[phase]).toBeGreaterThanOrEqual(before[phase] ?? 0)
            seen[after[phase] === before[phase] ? 'kept' : 'longer'] += 1
          }
          if (!takesLate(state, phase)) expect(after[phase]).toBe(dueFor(state, phase, ben))
        }
        if (one.what === 'give' || one.what === 'extend') expect(own(state, ben)).toEqual(others)
      }
    }),
    { numRuns: 80 },
  )
  expect(seen.longer).toBeGreaterThan(100)
  expect(seen.kept).toBeGreaterThan(100)
})

test('H32 only the server gives it, only in a homework debate, and only its person and the chair hear of it', () => {
  const room = givenWeek(0, { requires: [] })
  room.when(CHAIR, give(50)).isRefused('not-the-chair')
  room.when(AMARA, give(50)).isRefused('not-the-chair')
  room.when(CLOCK, give(0)).isRefused('nothing-changed')
  given().when(CLOCK, give(50)).isRefused('not-homework')
  expect(room.does(CLOCK, give(50)).hearersOf('ExtraTimeGiven')).toEqual(['chair', 'amara'])
  room.when(CLOCK, give(50)).isRefused('nothing-changed')
})

test('H32 work is in time until one’s own deadline, also where the part was over before the time was given', () => {
  for (const [given, at] of [
    [opensAt('openings'), dueOf('openings') + 9 * HOUR],
    [dueOf('openings') + HOUR, dueOf('openings') + 9 * HOUR],
  ] as const) {
    const room = givenWeek(given, { requires: [{ what: 'opening', count: 1, by: 'student' }] }).does(CLOCK, give(50))
    room.runs(at).does(AMARA, post(OPENINGS, 'In my time.')).does(BEN, post(OPENINGS, 'Late.'))
    expect(room.events('StatementPosted')).toMatchObject([{ late: false }, { late: true }])
    const openings = (person: PersonId) => progressOf(room.state, person, instantOf(at))[OPENINGS]
    expect(openings(amara)).toMatchObject({
      status: 'done',
      lateBy: null,
      extendedTo: instantOf(dueOf('openings') + 10 * HOUR),
    })
    expect(openings(ben)).toMatchObject({ status: 'late', extendedTo: null })
    room.runs(dueOf('openings') + 10 * HOUR).does(AMARA, post(OPENINGS, 'Now late.'))
    expect(room.events('StatementPosted').at(-1)).toMatchObject({ late: true })
  }
})

test('H32 it is the same whether it was given before the seat or after it', () => {
  const place = (person: string, seat: string | null) => ({ type: 'placePerson', person, seat }) as const
  const ivo = personId.parse('ivo')
  const week = () => givenWeek(opensAt('openings')).does(CHAIR, place('amara', null))
  const one = week().does(CLOCK, give(50, ivo)).does(CHAIR, place('ivo', 'us.state'))
  const two = week().does(CHAIR, place('ivo', 'us.state')).does(CLOCK, give(50, ivo))
  expect(one.state.extensions).toEqual(two.state.extensions)
  expect(one.state.extensions[`ivo/${OPENINGS}`]).toBe(instantOf(dueOf('openings') + 10 * HOUR))
})

test('H32 dates that move forth and back leave the whole extra time of the date, and no more', () => {
  const room = givenWeek(opensAt('openings')).does(CLOCK, give(50))
  const due = () => dueFor(room.state, OPENINGS, amara)
  expect(due()).toBe(instantOf(dueOf('openings') + 10 * HOUR))
  const moves = (hours: number) => {
    const dates = datesFrom(room.state, OPENINGS).map((one) => ({ ...one, dueAt: one.dueAt + hours * HOUR * 1000 }))
    room.does(CHAIR, { type: 'moveDates', dates })
  }
  for (const hours of [-3, 3, -3, 3]) {
    moves(hours)
    expect(due()).toBe(instantOf(dueOf('openings') + 10 * HOUR))
  }
  // A larger number gives nothing while the part is short, and the whole of it once the part is long again.
  moves(-8)
  room.does(CLOCK, give(60))
  moves(8)
  expect(due()).toBe(instantOf(dueOf('openings') + 12 * HOUR))
  expect(hasExtraTime(room.state, amara, OPENINGS)).toBe(true)
})

test('H13 H32 extra time alone asks nothing of whoever was seated after everybody’s deadline', () => {
  const place = (person: string, seat: string | null) => ({ type: 'placePerson', person, seat }) as const
  const ivo = personId.parse('ivo')
  const room = givenWeek(opensAt('openings')).does(CHAIR, place('amara', null))
  room.runs(dueOf('openings') + HOUR).does(CHAIR, place('ivo', 'us.state'))
  room.does(CLOCK, give(50, ivo))
  const status = (hours: number) => progressOf(room.state, ivo, instantOf(dueOf('openings') + hours * HOUR))[OPENINGS]
  expect([2, 11].map((hours) => status(hours)?.status)).toEqual(['before', 'before'])
  // What somebody asked for by name is still asked where extra time makes it later.
  const dueAt = instantOf(dueOf('openings') + 12 * HOUR)
  room.does(CHAIR, { type: 'grantExtension', person: ivo, phase: OPENINGS, dueAt }).does(CLOCK, give(75, ivo))
  expect(status(13)?.status).toBe('open')
})

test('H32 nobody is given less by name than they have by the class list', () => {
  const room = givenWeek(opensAt('openings')).does(CLOCK, give(50))
  const extend = (hours: number) =>
    ({
      type: 'grantExtension',
      person: amara,
      phase: OPENINGS,
      dueAt: instantOf(dueOf('openings') + hours * HOUR),
    }) as const
  room.when(CHAIR, extend(10)).isRefused('deadline-in-the-past')
  room.when(CHAIR, extend(12)).isAllowed()
  // A number that was wrong: the smaller one leaves what stands, and an extension by name mends it.
  room.does(CLOCK, give(20)).when(CHAIR, extend(4)).isRefused('deadline-in-the-past')
  expect(room.does(CHAIR, extend(5)).state.extensions[`amara/${OPENINGS}`]).toBe(
    instantOf(dueOf('openings') + 5 * HOUR),
  )
})

test('H18 H22 H32 extra time is told once for all parts, again when dates move, and not when it becomes less', () => {
  const room = givenWeek(opensAt('openings'))
  const now = instantOf(opensAt('openings') + HOUR)
  const told = () => newsOf(room.state, amara, now).filter(({ kind }) => kind === 'extended')
  const mails = () =>
    mailsOf(room.state, amara, now, () => now + DAY).flatMap(({ kind, key }) => (kind === 'extended' ? key : []))
  const version = () => deadlinesOf(room.state, amara, now).find(({ phase }) => phase === FLOOR)?.version ?? 0
  room.does(CLOCK, give(50), opensAt('openings'))
  const [first] = told()
  expect(told()).toHaveLength(1)
  expect(first?.deadline).toMatchObject({ phase: OPENINGS, at: instantOf(dueOf('openings') + 10 * HOUR) })
  const before = { mails: mails(), version: version() }
  room.does(CLOCK, give(20), opensAt('openings') + 60)
  expect({ mails: mails(), version: version() }).toEqual(before)
  for (const percent of [0, 50]) room.does(CLOCK, give(percent), opensAt('openings') + 90)
  expect({ mails: mails(), version: version() }).toEqual(before)
  expect(told()).toEqual([first])
  room.does(
    CHAIR,
    { type: 'moveDeadline', phase: FLOOR, dueAt: instantOf(dueOf('floor') + 12 * HOUR) },
    opensAt('openings') + 120,
  )
  expect(told()).toHaveLength(1)
  expect(mails()).not.toEqual(before.mails)
  expect(version()).toBeGreaterThan(before.version)
})
