// What a homework debate requires of whom, and which dates it accepts (rules H10–H12), case by case; homework-promises.test.ts has the
// laws.
import { expect, test } from 'vitest'
import type { Requirement } from '#simulation/agenda/plan'
import { personId } from '#simulation/kernel/ids'
import { progressOf } from '#simulation/reading/completion'
import { dueOf, givenWeek, HOUR, opensAt, phaseOf } from '../screens/homework/given-week'
import { CHAIR } from '../support/cast'
import { instantOf } from '../support/given'

const OPENINGS = phaseOf('openings')
const FLOOR = phaseOf('floor')

test('H10 what only some can do is asked of them alone', () => {
  const NEGOTIATION = phaseOf('negotiation')
  const requires: Requirement[] = [
    { what: 'proposal-or-amendment', count: 1, by: 'student' },
    { what: 'comment', count: 1, by: 'student' },
  ]
  const room = givenWeek(opensAt('negotiation'), { requires })
  const asked = (name: string) =>
    progressOf(room.state, personId.parse(name), instantOf(opensAt('negotiation')))[NEGOTIATION]?.counted.map(
      ({ requirement }) => requirement.what,
    )
  expect(asked('amara')).toEqual(['proposal-or-amendment', 'comment'])
  expect(asked('ben')).toEqual(['comment'])
  expect(asked('hana')).toEqual([])
  room.does(CHAIR, { type: 'placePerson', person: 'amara', seat: null })
  expect(asked('ben')).toEqual(['proposal-or-amendment', 'comment'])
  room.does(CHAIR, { type: 'placePerson', person: 'cleo', seat: null })
  expect(asked('ben')).toEqual(['proposal-or-amendment'])
  expect(asked('amara')).toEqual([])
})

test('H11 an extension that would give nothing is refused with the reason', () => {
  const room = givenWeek(opensAt('openings'))
  const extend = (person: string, phase: number, to: number) =>
    ({ type: 'grantExtension', person, phase, dueAt: instantOf(to) }) as const
  for (const kind of ['briefing', 'caucus', 'negotiation', 'ballot', 'debrief'] as const)
    room.when(CHAIR, extend('amara', phaseOf(kind), dueOf(kind) + HOUR)).isRefused('never-late')
  room.when(CHAIR, extend('hana', OPENINGS, dueOf('openings') + HOUR)).isRefused('nothing-to-extend')
  room.when(CHAIR, extend('ivo', OPENINGS, dueOf('openings') + HOUR)).isRefused('nothing-to-extend')
  room.when(CHAIR, extend('hana', phaseOf('reflection'), dueOf('reflection') + HOUR)).isAllowed()
  room.runs(dueOf('openings') + 2 * HOUR)
  room.when(CHAIR, extend('amara', OPENINGS, dueOf('openings') + HOUR)).isRefused('deadline-in-the-past')
  room.does(CHAIR, extend('amara', OPENINGS, dueOf('openings') + 4 * HOUR))
  room.when(CHAIR, extend('amara', OPENINGS, dueOf('openings') + 4 * HOUR)).isRefused('nothing-changed')
  room.when(CHAIR, extend('amara', OPENINGS, dueOf('openings') + 3 * HOUR)).isAllowed()
})

test('H12 deadlines keep the order of their parts, for all and for one', () => {
  const room = givenWeek(opensAt('openings'))
  const move = (phase: number, to: number) => ({ type: 'moveDeadline', phase, dueAt: instantOf(to) }) as const
  const extend = (phase: number, to: number) =>
    ({ type: 'grantExtension', person: 'amara', phase, dueAt: instantOf(to) }) as const
  room.when(CHAIR, move(FLOOR, opensAt('floor'))).isRefused('due-before-it-opens')
  room.when(CHAIR, move(FLOOR, opensAt('floor') + 1)).isAllowed()
  room.when(CHAIR, move(OPENINGS, dueOf('floor'))).isRefused('later-part-first')
  room.when(CHAIR, move(OPENINGS, dueOf('floor') - 1)).isAllowed()
  room.does(CHAIR, move(OPENINGS, opensAt('floor') + HOUR))
  room.when(CHAIR, move(FLOOR, opensAt('floor') + HOUR)).isRefused('earlier-part-first')
  room.when(CHAIR, extend(OPENINGS, dueOf('floor') + HOUR)).isRefused('later-part-first')
  room.does(CHAIR, extend(FLOOR, dueOf('floor') + HOUR)).does(CHAIR, extend(OPENINGS, dueOf('floor') + HOUR))
  room.when(CHAIR, extend(FLOOR, dueOf('floor') + HOUR - 1)).isRefused('earlier-part-first')
})
