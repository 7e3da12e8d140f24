// S22, S23: who acts for a head who never comes, and for how long.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { personId, seatId } from '#simulation/kernel/ids'
import { actsFor, awayFrom } from '#simulation/questions/seats'
import { nextIn } from '#simulation/reading/homework/where-done'
import { progressOf } from '#simulation/reading/marks/completion'
import { replayRecord } from '#simulation/reading/record/replay-check'
import { actingHead } from '#simulation/state/room-state'
import { outcome } from '../corpus/work'
import { dueOf, givenWeek, HOUR, opensAt, phaseOf } from '../screens/homework/given-week'
import { AMARA, BEN, CHAIR, CLEO, CLOCK, files, opening, type Written } from '../support/cast'
import { instantOf, type Room } from '../support/given'
import { US } from '../support/stories/sides'

const [head, member, third] = ['us.state', 'us.treasury', 'us.defense'].map((id) => seatId.parse(id))
const files1 = files(opening(1))
const away = (seat = head): Written => ({ type: 'markAbsent', seat: seat! })
const back: Written = { type: 'markReturned', seat: head! }
const letAct = (seat = member): Written => ({ type: 'letAct', seat: seat! })
const acts = ({ state }: Room) => actingHead(state, US)?.id
// A part of twenty hours is short: half of it.
const start = opensAt('caucus')
const from = start + 10 * HOUR
const owed = (room: Room, who: string, at: number) =>
  nextIn(room.state, personId.parse(who), phaseOf('negotiation'), instantOf(at))?.what
const progress = (room: Room, who: string) =>
  progressOf(room.state, personId.parse(who), instantOf(dueOf('reflection') + HOUR))

describe('heads who never come', () => {
  test('S22 the next member acts from the instant on at which the head has been silent for long enough, and the head has the office back at once', () => {
    const room = givenWeek(start + HOUR)
    room.when(BEN, files1, from).isRefused('not-the-head')
    room.when(CLOCK, away(), from - 1).isRefused('head-not-away')
    room.when(CLOCK, away(member), from + HOUR).isRefused('head-not-away')
    room.does(CLOCK, away(), from)
    expect(acts(room)).toBe(member)
    expect(room.hearersOf('SeatAbsent')).toContain('daiki')
    room.when(BEN, files1).happens({ type: 'PositionFiled', delegation: US }, { type: 'PositionSealed' })
    room.when(CLEO, files1).isRefused('not-the-head')
    room.does(CLOCK, back)
    room.when(BEN, files1).isRefused('not-the-head')
    room.when(AMARA, files1).isAllowed()
    expect(outcome(replayRecord(room.rows))).not.toHaveProperty('row')
  })

  test('S22 a head of whom anything was heard is not away, nor one who was seen, nor in a part in which heads do nothing', () => {
    const talk: Written = { type: 'speakInCaucus', text: 'I am here.' }
    const room = givenWeek(start + HOUR).does(AMARA, talk, start + 9 * HOUR)
    room.when(CLOCK, away(), from).isRefused('head-not-away')
    room.when(CLOCK, away(), from + 9 * HOUR).isAllowed()
    const { state } = givenWeek(start + HOUR)
    const seat = state.seats[head!]!
    expect(awayFrom(state, seat)).toBe(instantOf(from))
    expect(awayFrom(state, seat, instantOf(start + 4 * HOUR))).toBe(instantOf(from + 4 * HOUR))
    for (const kind of ['briefing', 'openings', 'floor', 'reflection'] as const)
      expect(awayFrom(givenWeek(opensAt(kind) + HOUR).state, seat)).toBeNull()
    // The plan's hours, where they are fewer than half of the part.
    expect(awayFrom(givenWeek(start + HOUR, { actAfterHours: 6 }).state, seat)).toBe(instantOf(start + 6 * HOUR))
  })

  test('S22 after as long again the next in order acts, and of nobody left the head is said to act', () => {
    const room = givenWeek(start + HOUR).does(CLOCK, away(), from)
    expect(awayFrom(room.state, room.state.seats[member!]!)).toBe(instantOf(from + 10 * HOUR))
    const late = givenWeek(opensAt('negotiation') + HOUR).does(CHAIR, letAct())
    room.when(CLOCK, away(member), from + 9 * HOUR).isRefused('head-not-away')
    const silent = opensAt('negotiation') + 11 * HOUR
    late.does(CLOCK, away(member), silent)
    expect(acts(late)).toBe(third)
    expect(awayFrom(late.state, late.state.seats[third!]!)).toBeNull()
  })

  test('S23 the chair names who acts until the head is back, and gives the office back', () => {
    const room = givenWeek(start + HOUR)
    room.when(BEN, letAct()).isRefused('not-the-chair')
    room.when(CHAIR, letAct(head)).isRefused('nothing-changed')
    room.when(CHAIR, letAct(seatId.parse('observer.1'))).isRefused('not-own-delegation')
    room.does(CHAIR, letAct(third))
    expect(acts(room)).toBe(third)
    expect(actsFor(room.state, room.state.seats[third!]!)?.id).toBe(head)
    expect(actsFor(room.state, room.state.seats[member!]!)).toBeNull()
    room.does(CHAIR, letAct(member))
    room.when(BEN, files1).isAllowed()
    room.does(CHAIR, letAct(head))
    room.when(AMARA, files1).isAllowed()
    // A member who was away themselves is there once they are named, and the newest word counts.
    room.does(CHAIR, letAct(member)).does(CLOCK, back)
    expect(acts(room)).toBe(head)
    expect(outcome(replayRecord(room.rows))).not.toHaveProperty('row')
  })

  test('H10 who acts is asked for what a head does, with the head who is away, and for nothing that was over before', () => {
    const negotiation = opensAt('negotiation')
    const before = givenWeek(negotiation + HOUR)
    expect(owed(before, 'amara', negotiation + HOUR)).toBe('proposal-or-amendment')
    expect(owed(before, 'ben', negotiation + HOUR)).toBe('comment')
    before.does(CLOCK, away(), negotiation + 10 * HOUR)
    for (const who of ['amara', 'ben']) expect(owed(before, who, negotiation + 11 * HOUR)).toBe('proposal-or-amendment')
    expect(owed(before, 'cleo', negotiation + 11 * HOUR)).toBe('comment')
    const after = givenWeek(opensAt('ballot') + HOUR).does(CLOCK, away(), opensAt('ballot') + 10 * HOUR)
    const asked = (who: string) =>
      progress(after, who)[phaseOf('negotiation')]!.counted.map((each) => each.requirement.what)
    expect(asked('amara')).toContain('proposal-or-amendment')
    expect(asked('ben')).not.toContain('proposal-or-amendment')
  })

  test('S22 whatever is heard and when, nobody but the head acts before the head was silent for long enough', () => {
    const hours = fc.integer({ min: 1, max: 19 })
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), hours), { maxLength: 6 }), hours, (heard, at) => {
        const talks = heard.filter(([, hour]) => hour <= at).toSorted(([, a], [, b]) => a - b)
        const room = givenWeek(start)
        let last = 0
        for (const [byHead, hour] of talks) {
          room.does(byHead ? AMARA : BEN, { type: 'speakInCaucus', text: 'Word.' }, start + hour * HOUR)
          if (byHead) last = hour
        }
        expect(room.judges(CLOCK, away(), start + at * HOUR).ok).toBe(at - last >= 10)
      }),
      { numRuns: 60 },
    )
  })
})
