// The reading check before the first phase (rule W3): who answers, until when, who hears it, and what the chair is told.
import { expect, test } from 'vitest'
import { personId } from '#simulation/kernel/ids'
import { checkCount } from '#simulation/reading/homework/reading-check'
import { nowFor } from '#simulation/reading/talk/now'
import { AMARA, BEN, CHAIR, HANA, smallSeminar } from '../../support/cast'
import { given, instantOf, opened, type Room } from '../../support/given'

const check = (question: number, knew = true) => ({ type: 'checkReading', question, knew }) as const
const OF = 8
const asked = (room: Room, who: string) => nowFor(room.state, personId.parse(who), instantOf(1)).task

test('W3 each person answers in private until the first phase starts, and may change it', () => {
  const room = given().does(HANA, check(7)).does(AMARA, check(0)).does(AMARA, check(0, false))
  room.when(AMARA, check(0, false)).isRefused('nothing-changed')
  room.when(AMARA, check(OF)).isRefused('reading-check-over')
  room.when(CHAIR, check(1)).isRefused('not-seated')
  expect(room.hearersOf('ReadingChecked')).toEqual(['chair', 'amara'])
  expect(room.as(room.viewerOf('ben')).readingChecks).toEqual({})
  room.enters('briefing').when(AMARA, check(1)).isRefused('reading-check-over')
  room.enters('debrief')
  expect(room.hearersOf('ReadingChecked')).toEqual(['chair', 'amara'])
  const { readingCheck: _, ...plan } = smallSeminar().plan
  given({ ...smallSeminar(), plan })
    .when(AMARA, check(0))
    .isRefused('reading-check-over')
})

test('W3 the chair is told who has answered all, and the questions that failed most come first', () => {
  const room = opened().seats({ amara: 'us.state', ben: 'us.treasury' })
  for (let question = 0; question < OF; question += 1) room.does(AMARA, check(question, question !== 5))
  room.does(BEN, check(5, false)).does(BEN, check(2, false))
  const count = checkCount(room.state)
  expect(count?.people).toEqual([
    { person: 'amara', answered: OF },
    { person: 'ben', answered: 2 },
  ])
  expect(count?.done).toBe(1)
  expect(count?.questions.slice(0, 3)).toMatchObject([
    { question: 5, answered: 2, failed: 2 },
    { question: 2, answered: 2, failed: 1 },
    { question: 0, answered: 1, failed: 0 },
  ])
  room.does(CHAIR, { type: 'removePerson', person: 'ben' })
  const without = checkCount(room.state)
  expect(without?.people).toHaveLength(1)
  expect(without?.questions.slice(0, 2), 'whoever was taken out counts nowhere').toMatchObject([
    { question: 5, answered: 1, failed: 1 },
    { question: 0, answered: 1, failed: 0 },
  ])
})

test('W3 whoever took their first seat once the check was over is not counted as having left it out', () => {
  const room = opened().seats({ amara: 'us.state' }).enters('briefing')
  room.does(BEN, { type: 'takeSeat', seat: 'us.treasury' }, 60)
  expect(checkCount(room.state)?.people).toEqual([{ person: 'amara', answered: 0 }])
  room.does(CHAIR, { type: 'undoLastStep' }, 70)
  expect(checkCount(room.state)?.people, 'there is time again').toHaveLength(2)
})

test('W3 it is asked for in the waiting room after one’s own view, and not before a sheet that is still to be written', () => {
  const room = opened().seats({ amara: 'us.state' })
  expect(asked(room, 'amara')).toMatchObject({ kind: 'own-view' })
  for (const { key } of room.state.plan.rounds) room.does(AMARA, { type: 'markStance', round: key, value: 1 })
  expect(asked(room, 'amara')).toEqual({ kind: 'check-reading', left: OF, of: OF })
  room.does(CHAIR, { type: 'lockSeating', locked: true })
  expect(asked(room, 'amara')).toEqual({ kind: 'read-brief', sheet: true })
  room.does(AMARA, { type: 'writeStrategy', aim: 'A date.', canSpare: '', noDeal: '', theySay: {}, question: '' })
  expect(asked(room, 'amara')).toMatchObject({ kind: 'check-reading' })
  for (let question = 0; question < OF; question += 1) room.does(AMARA, check(question))
  expect(asked(room, 'amara')).toEqual({ kind: 'read-brief', sheet: false })
})

const checked = (room: Room, who: string) => {
  for (let question = 0; question < OF; question += 1) room.does(who, check(question))
}
const briefsOf = (room: Room, who: string) => room.as(room.viewerOf(who)).briefs.map(({ to }) => to)

test('W4 where the check is a condition, a seat has its briefs with the last answer of who sits there, and every seat at the start', () => {
  const room = opened(smallSeminar({ briefAfterCheck: true })).seats({
    amara: 'us.state',
    ben: 'us.treasury',
    emi: 'jp.finance',
  })
  checked(room, AMARA)
  expect(briefsOf(room, 'amara'), 'not before the seats are locked').toEqual([])
  room.does(CHAIR, { type: 'lockSeating', locked: true })
  expect(briefsOf(room, 'amara')).toEqual(['us', 'us.state'])
  expect(briefsOf(room, 'ben')).toEqual([])
  for (let question = 0; question < OF - 1; question += 1) room.does(BEN, check(question, false))
  room.does(BEN, check(0))
  expect(briefsOf(room, 'ben'), 'the same answer twice is one answer').toEqual([])
  room.does(BEN, check(OF - 1, false))
  expect(briefsOf(room, 'ben')).toEqual(['us', 'us.treasury'])
  room.does(BEN, check(OF - 1)).does(CHAIR, { type: 'lockSeating', locked: false })
  room.does(CHAIR, { type: 'lockSeating', locked: true })
  expect(briefsOf(room, 'emi')).toEqual([])
  room.does(CHAIR, { type: 'placePerson', person: 'fen', seat: 'cn.foreign' })
  expect(briefsOf(room, 'fen'), 'nor by taking a seat late').toEqual([])
  room.enters('briefing')
  expect(briefsOf(room, 'emi')).toEqual(['jp', 'jp.finance'])
  expect(briefsOf(room, 'fen')).toEqual(['cn', 'cn.foreign'])
  const issued = room.rows.flatMap(({ event, audience }) =>
    event.type === 'BriefIssued' && typeof audience === 'object' && 'seats' in audience
      ? audience.seats.map((seat) => `${event.brief.to} ${seat}`)
      : [],
  )
  expect(issued, 'each brief reaches each of its seats once').toHaveLength(new Set(issued).size)
})

test('W4 whoever is moved to another side, into a seat that has its briefs, reads them, whether they have checked or not', () => {
  const room = opened(smallSeminar({ briefAfterCheck: true })).seats({ amara: 'us.state', emi: 'jp.finance' })
  checked(room, AMARA)
  room.does(CHAIR, { type: 'lockSeating', locked: true })
  room.does(CHAIR, { type: 'placePerson', person: 'emi', seat: 'us.state' })
  expect(briefsOf(room, 'emi')).toEqual(['us', 'us.state'])
  expect(briefsOf(room, 'amara').slice(-2)).toEqual(['jp', 'jp.finance'])
})
