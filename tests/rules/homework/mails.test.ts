/** Which mails about dates are true of a person: reminders while they owe something, and the newest change of dates (rule H18). */
import { expect, test } from 'vitest'
import { mailsOf } from '#simulation/beside/mails'
import { personId } from '#simulation/kernel/ids'
import { datesFrom } from '#simulation/reading/homework/date-moves'
import { dueOf, givenWeek, HOUR, opensAt, phaseOf, post } from '../../screens/homework/given-week'
import { CHAIR } from '../../support/cast'
import { instantOf, type Room } from '../../support/given'

const BEN = personId.parse('ben')
const openings = phaseOf('openings')
const due = instantOf(dueOf('openings'))
const hours = (count: number): number => count * HOUR * 1000
const MORNING = due + 60_000
/** All mails but the one of the morning, each with the part it is about. */
const dateMailsOf = (state: Room['state'], person: typeof BEN, now: number) =>
  mailsOf(state, person, now, () => MORNING).flatMap((mail) =>
    mail.kind === 'digest' ? [] : [{ ...mail, phase: Number(mail.key.split('/')[1]) }],
  )
const keys = (room: Room, now: number, phase = openings, person = BEN): string[] =>
  dateMailsOf(room.state, person, now)
    .filter((mail) => mail.phase === phase)
    .map(({ key }) => key)
const week = () => givenWeek(opensAt('openings'), { requires: [{ what: 'opening', count: 1, by: 'student' }] })

test('H18 reminds a day and three hours before one’s own deadline, and of nothing once it is done or over', () => {
  const room = week()
  const mails = dateMailsOf(room.state, BEN, instantOf(opensAt('openings')))
  expect(mails.filter(({ phase }) => phase === openings).map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
    ['dueDay', instantOf(opensAt('openings'))],
    ['dueHours', due - hours(3)],
  ])
  expect(keys(room, due - hours(3))).toEqual([`dueHours/${openings}/${due}/ben`])
  expect(keys(room, due)).toEqual([])
  room.does('p:ben', post(openings, 'Their cable, our coast.'))
  expect(keys(room, instantOf(opensAt('openings') + HOUR))).toEqual([])
})

test('H18 a date that moves twice is told once, and its reminders are those of the last date alone', () => {
  const room = week()
  const move = (to: number) => room.does(CHAIR, { type: 'moveDeadline', phase: openings, dueAt: to })
  move(due + hours(1))
  const first = keys(room, instantOf(opensAt('openings')))
  move(due + hours(2))
  const second = keys(room, instantOf(opensAt('openings')))
  expect(second).toHaveLength(3)
  expect(second.filter((key) => first.includes(key))).toEqual([])
  expect(second).toContain(`dueHours/${openings}/${due + hours(2)}/ben`)
  expect(second.filter((key) => key.startsWith('moved'))).toHaveLength(1)
})

test('H18 dates that move together are told once, by the first of them that is still asked of this person', () => {
  const room = week()
  const later = datesFrom(room.state, openings).map(({ phase, opensAt: opens, dueAt }) => ({
    ...{ phase, opensAt: opens === null ? null : opens + hours(1), dueAt: dueAt + hours(1) },
  }))
  expect(later.length).toBeGreaterThan(2)
  room.does(CHAIR, { type: 'moveDates', dates: later })
  const told = dateMailsOf(room.state, BEN, instantOf(opensAt('openings'))).filter(({ kind }) => kind === 'moved')
  expect(told.map(({ phase }) => phase)).toEqual([openings])
})

test('H18 who has more time for the first of the dates that move is told of the next that moves for them', () => {
  const room = givenWeek(opensAt('openings'))
  room.does(CHAIR, { type: 'grantExtension', person: BEN, phase: openings, dueAt: due + hours(2) })
  const sooner = datesFrom(room.state, openings).map(({ phase, opensAt: opens, dueAt }) => ({
    ...{ phase, opensAt: opens === null ? null : opens - hours(1), dueAt: dueAt - hours(1) },
  }))
  room.does(CHAIR, { type: 'moveDates', dates: sooner })
  const told = dateMailsOf(room.state, BEN, instantOf(opensAt('openings'))).filter(({ kind }) => kind === 'moved')
  expect(told.map(({ phase }) => phase)).toEqual([phaseOf('floor')])
})

test('H18 more time is told to whoever was given it, and to nobody else', () => {
  const room = week()
  room.does(CHAIR, { type: 'grantExtension', person: BEN, phase: openings, dueAt: due + hours(2) })
  const now = instantOf(opensAt('openings'))
  expect(keys(room, now)).toContain(`extended/${openings}/${due + hours(2)}/ben`)
  expect(keys(room, now)).toContain(`dueDay/${openings}/${due + hours(2)}/ben`)
  const others = room.state.seated.filter((person) => person !== BEN)
  expect(others.length).toBeGreaterThan(3)
  for (const other of others) expect(keys(room, now, openings, other).join()).not.toContain('extended')
})

test('H18 whoever was removed, and everybody once the room is closed, is told nothing', () => {
  const room = week()
  const now = instantOf(opensAt('openings'))
  room.does(CHAIR, { type: 'removePerson', person: BEN })
  expect(dateMailsOf(room.state, BEN, now)).toEqual([])
  const another = room.state.seated[0]!
  expect(dateMailsOf(room.state, another, now)).not.toEqual([])
  expect(dateMailsOf({ ...room.state, closedAt: now }, another, now)).toEqual([])
})
