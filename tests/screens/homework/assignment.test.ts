// What a student sees as due, done, late and owed, at instants of a made-up week.
import { describe, expect, test } from 'vitest'
import { personId } from '#simulation/kernel/ids'
import { ledBy } from '#simulation/questions/homework'
import { assignmentOf, nextOwed, postSlots, tensionFirst } from '#simulation/reading/homework/assignment'
import { owedIn } from '#simulation/reading/marks/completion'
import { seatHeldBy } from '#simulation/state/room-state'
import type { Written } from '../../support/cast'
import { AMARA, BEN, CHAIR, DAIKI, FEN } from '../../support/cast'
import { instantOf } from '../../support/given'
import { DAY, dueOf, givenWeek, HOUR, opensAt, phaseOf } from './given-week'

const amara = personId.parse('amara')
const ben = personId.parse('ben')
const OPENINGS = phaseOf('openings')
const FLOOR = phaseOf('floor')
const post = (phase: number, answers: number | null = null, round = 'framing'): Written => ({
  type: 'postStatement',
  phase,
  round,
  text: 'Words.',
  intent: 'point',
  answers,
  anchors: ['E1.1'],
})

describe('what is asked of one student', () => {
  test('before the week nothing is owed, and each phase says when it opens and is due', () => {
    const room = givenWeek(-DAY)
    const asked = assignmentOf(room.state, amara, instantOf(-DAY))
    expect(asked.every(({ status }) => status === 'ahead')).toBe(true)
    expect(asked[OPENINGS]).toMatchObject({
      opensAt: instantOf(opensAt('openings')),
      dueAt: instantOf(dueOf('openings')),
    })
    expect(nextOwed(asked)).toBeNull()
  })

  test('the open phase that wants work is next, and posting is counted', () => {
    const room = givenWeek(opensAt('openings'))
    const now = instantOf(opensAt('openings'))
    expect(nextOwed(assignmentOf(room.state, amara, now))).toMatchObject({
      kind: 'openings',
      status: 'open',
      runs: true,
    })
    expect(owedIn(assignmentOf(room.state, amara, now)[OPENINGS]!)).toBe(2)
    room.does(AMARA, post(OPENINGS))
    expect(owedIn(assignmentOf(room.state, amara, now)[OPENINGS]!)).toBe(0)
    expect(assignmentOf(room.state, amara, now)[OPENINGS]).toMatchObject({ status: 'done', lateBy: null })
  })

  test('the debate opens at a tension that one leads, before its opening is posted and afterwards', () => {
    const room = givenWeek(opensAt('openings'))
    const now = instantOf(opensAt('openings'))
    const led = [
      [AMARA, amara],
      [BEN, ben],
    ] as const
    const opensOn = led.map(([actor, person]) => {
      const seat = seatHeldBy(room.state, person)
      const [own = ''] = seat ? ledBy(room.state.plan, seat) : []
      expect(tensionFirst(room.state, person, now)).toBe(own)
      room.does(actor, post(OPENINGS, null, own))
      expect(tensionFirst(room.state, person, now)).toBe(own)
      return own
    })
    expect(new Set(opensOn).size).toBe(2)
  })

  test('what is missing is owed while late work is taken, and then no more', () => {
    const at = (seconds: number) => nextOwed(assignmentOf(givenWeek(seconds).state, amara, instantOf(seconds)))
    expect(at(dueOf('openings') + HOUR)).toMatchObject({
      kind: 'openings',
      status: 'missing',
      lateUntil: instantOf(dueOf('openings') + 48 * HOUR),
    })
    expect(at(dueOf('openings') + 49 * HOUR)?.kind).not.toBe('openings')
  })

  test('a phase that the chair ended early is missing at once, and owed while late posts are taken', () => {
    const at = opensAt('caucus') + HOUR
    const now = instantOf(at)
    const ended = givenWeek(at).does(CHAIR, { type: 'endPhase', index: phaseOf('caucus') })
    expect(assignmentOf(ended.state, amara, now)[phaseOf('caucus')]).toMatchObject({ status: 'missing', takes: false })
    expect(nextOwed(assignmentOf(ended.state, amara, now))).toBeNull()
    const openings = givenWeek(opensAt('openings')).does(CHAIR, { type: 'endPhase', index: OPENINGS })
    expect(nextOwed(assignmentOf(openings.state, amara, instantOf(opensAt('openings') + 60)))).toMatchObject({
      kind: 'openings',
      status: 'missing',
      takes: true,
      lateUntil: instantOf(opensAt('openings') + 48 * HOUR),
    })
  })

  test('late work says by how much it was late', () => {
    const room = givenWeek(dueOf('openings') + 22 * 60).does(AMARA, post(OPENINGS), dueOf('openings') + 22 * 60)
    const now = instantOf(dueOf('openings') + HOUR)
    expect(assignmentOf(room.state, amara, now)[OPENINGS]).toMatchObject({ status: 'late', lateBy: 22 * 60_000 })
  })

  test('an extension moves the deadline of one student and of nobody else', () => {
    const later = instantOf(dueOf('openings') + 20 * HOUR)
    const room = givenWeek(opensAt('openings'))
      .does(CHAIR, { type: 'grantExtension', person: 'ben', phase: OPENINGS, dueAt: later })
      .runs(dueOf('openings') + HOUR)
    const now = instantOf(dueOf('openings') + HOUR)
    expect(assignmentOf(room.state, ben, now)[OPENINGS]).toMatchObject({
      status: 'open',
      extendedTo: later,
      dueAt: later,
    })
    expect(assignmentOf(room.state, amara, now)[OPENINGS]).toMatchObject({ status: 'missing', extendedTo: null })
    expect(postSlots(room.state, ben, now)).toMatchObject([{ phase: OPENINGS, time: 'on-time', extended: true }])
  })
})

describe('where a post can be written', () => {
  const slots = (seconds: number, more = {}) => postSlots(givenWeek(seconds, more).state, amara, instantOf(seconds))

  test('in the phase that runs, in the one that ended while late is taken, and nowhere before', () => {
    expect(slots(opensAt('caucus'))).toEqual([])
    expect(slots(opensAt('openings'))).toMatchObject([{ posts: 'openings', time: 'on-time', sealed: false }])
    expect(slots(opensAt('floor'))).toMatchObject([
      { posts: 'answers', time: 'on-time' },
      { posts: 'openings', time: 'late', until: instantOf(dueOf('openings') + 48 * HOUR) },
    ])
    expect(slots(opensAt('floor'), { lateHours: 0 })).toMatchObject([
      { posts: 'answers', time: 'on-time' },
      { posts: 'openings', time: 'closed' },
    ])
  })

  test('openings are sealed while they run where everyone posts first, and late ones are not', () => {
    expect(slots(opensAt('openings'), { postFirst: true })).toMatchObject([{ sealed: true }])
    expect(slots(opensAt('floor'), { postFirst: true })).toMatchObject([{ sealed: false }, { sealed: false }])
  })

  test('answers to both other delegations on two tensions are what the rebuttals ask', () => {
    const room = givenWeek(opensAt('openings'))
      .does(DAIKI, post(OPENINGS))
      .does(FEN, post(OPENINGS, null, 'deterrence'))
      .runs(opensAt('floor'))
    const entry = (nth: number) =>
      room.state.record.toArray().filter(({ event }) => event.type === 'StatementPosted')[nth]?.no ?? '0'
    room.does(BEN, post(FLOOR, Number(entry(0)))).does(BEN, post(FLOOR, Number(entry(0))))
    const owed = () => owedIn(assignmentOf(room.state, ben, instantOf(opensAt('floor')))[FLOOR]!)
    expect(owed()).toBe(1)
    room.does(BEN, post(FLOOR, Number(entry(0))))
    expect(owed()).toBe(1)
    room.does(BEN, post(FLOOR, Number(entry(1)), 'deterrence'))
    expect(owed()).toBe(0)
  })
})
