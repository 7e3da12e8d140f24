// Taking back the chair's last step (rule P12): each kind of step, and what is not undone.

import { describe, expect, test } from 'vitest'
import { seatId } from '#simulation/kernel/ids'
import type { RoomState } from '#simulation/state/room-state'
import { votesOn } from '#simulation/state/room-state'
import { AMARA, BEN, CHAIR, CLOCK, DAIKI, FEN, files, hand, opening, statement, votes } from '../support/cast'
import { given, instantOf, type Room } from '../support/given'
import { US } from '../support/stories/sides'

const undo = { type: 'undoLastStep' } as const
const grant = (seat: string) => ({ type: 'grantFloor', seat }) as const
const byHand = { type: 'setAutopilot', agenda: false, floor: 'off' } as const
const ground = ({ agenda, clock, floor, autopilot }: RoomState) => ({ agenda, clock, floor, autopilot })
const spent = (state: RoomState, seat: string) => state.floor.spentMs.get(seatId.parse(seat)) ?? 0

describe('the chair’s last step', () => {
  test('P12 only the chair takes a step back, only its last, and only once', () => {
    const room = given().enters('floor').does(CHAIR, grant('us.state'))
    room.when(AMARA, undo).isRefused('not-the-chair')
    room.when(CHAIR, undo).happens({ type: 'StepUndone', undid: 'granted' })
    room.does(CHAIR, undo).when(CHAIR, undo).isRefused('nothing-to-undo')
    given().when(CHAIR, undo).isRefused('nothing-to-undo')
    const moved = given()
      .enters('floor')
      .does(CHAIR, { type: 'extendClock', minutes: 1 })
      .does(CLOCK, grant('us.state'))
    moved.when(CHAIR, undo).isRefused('nothing-to-undo')
  })

  test('P12 a grant: the hand is up again, later hands stay, and who held the floor was heard', () => {
    const room = given()
      .enters('floor')
      .does(DAIKI, hand('question'), 1)
      .does(FEN, hand(), 2)
      .does(CHAIR, grant('jp.pm'), 3)
    room.does(BEN, hand(), 5).does(FEN, { type: 'lowerHand' }, 6).does(CHAIR, undo, 13)
    expect(room.state.floor.holder).toBeNull()
    expect(room.state.floor.hands.map((up) => [up.seat, up.intent])).toEqual([
      ['jp.pm', 'question'],
      ['us.treasury', 'point'],
    ])
    expect(spent(room.state, 'jp.pm')).toBe(10_000)
  })

  test('P12 a grant that took the floor from somebody: they go on with the time they had', () => {
    const room = given().enters('floor').does(CHAIR, grant('us.state'), 0).does(CHAIR, grant('jp.pm'), 20)
    room.when(CHAIR, undo, 30).happens({ type: 'StepUndone', undid: 'granted' })
    room.does(CHAIR, undo, 30)
    expect(room.state.floor.holder).toMatchObject({ seat: 'us.state', since: instantOf(10), until: instantOf(75) })
    expect(spent(room.state, 'us.state')).toBe(0)
    expect(spent(room.state, 'jp.pm')).toBe(10_000)
    room.runs(75)
    expect(spent(room.state, 'us.state')).toBe(65_000)
  })

  test('P12 an opening granted by mistake: the delegation has not opened', () => {
    const room = given().enters('openings').does(CHAIR, grant('cn.foreign'), 0)
    expect(room.state.floor.toOpen).toEqual(['us', 'jp'])
    room.does(CHAIR, undo, 5)
    expect(room.state.floor).toMatchObject({ toOpen: ['us', 'jp', 'cn'], opened: {} })
  })

  test('P12 a take-back: the holder goes on, paused or not, and no later than the phase', () => {
    const room = given().enters('floor').does(CHAIR, grant('us.state'), 0).does(CHAIR, { type: 'takeBackFloor' }, 20)
    room.does(AMARA, hand(), 25).does(DAIKI, hand(), 26).does(CHAIR, undo, 30)
    expect(room.state.floor.holder).toMatchObject({ seat: 'us.state', since: instantOf(10), until: instantOf(75) })
    expect(room.state.floor.hands.map((up) => up.seat)).toEqual(['jp.pm'])
    const paused = given().enters('floor').does(CHAIR, grant('us.state'), 0).does(CHAIR, { type: 'pauseClock' }, 20)
    paused.does(CHAIR, { type: 'takeBackFloor' }, 25).does(CHAIR, undo, 60).does(CHAIR, { type: 'resumeClock' }, 80)
    expect(paused.state.floor.holder).toMatchObject({ since: instantOf(60), until: instantOf(125) })
    const late = given().enters('floor').does(CHAIR, grant('us.state'), 330).does(CHAIR, { type: 'takeBackFloor' }, 340)
    expect(late.does(CHAIR, undo, 360).state.floor.holder?.until).toBe(instantOf(400))
  })

  test('P12 a pause: as if resumed; a resume: paused again', () => {
    const room = given().enters('floor').does(CHAIR, grant('us.state'), 0).does(CHAIR, { type: 'pauseClock' }, 10)
    room.when(CHAIR, undo, 40).happens({ type: 'StepUndone', undid: 'paused' })
    room.does(CHAIR, undo, 40)
    expect(room.state.clock).toMatchObject({ pausedAt: null, endsAt: instantOf(430) })
    expect(room.state.floor.holder?.until).toBe(instantOf(95))
    room.does(CHAIR, { type: 'pauseClock' }, 50).does(CHAIR, { type: 'resumeClock' }, 60)
    room.when(CHAIR, undo, 65).happens({ type: 'StepUndone', undid: 'resumed' })
    room.does(CHAIR, undo, 65).does(CHAIR, { type: 'resumeClock' }, 85)
    // Paused 10–40, 50–60 and 65–85: an hour of floor is 60 seconds later.
    expect(room.state.clock).toMatchObject({ pausedAt: null, endsAt: instantOf(460) })
  })

  test('P12 an extension, an autopilot setting, a start', () => {
    const room = given().enters('floor')
    const before = ground(room.state)
    room.does(CHAIR, { type: 'extendClock', minutes: 5 }, 10).does(CHAIR, undo, 20)
    expect(ground(room.state)).toEqual(before)
    room.does(CHAIR, byHand, 21).when(CHAIR, undo, 25).happens({ type: 'StepUndone', undid: 'autopilot' })
    expect(ground(room.does(CHAIR, undo, 25).state)).toEqual(before)
    const lobby = given()
    const nothing = ground(lobby.state)
    lobby
      .does(CHAIR, { type: 'startPhase', index: 0 }, 5)
      .when(CHAIR, undo, 9)
      .happens({ type: 'StepUndone', undid: 'started' })
    expect(ground(lobby.does(CHAIR, undo, 9).state)).toEqual(nothing)
    lobby.when(CHAIR, { type: 'startPhase', index: 0 }, 10).isAllowed()
  })

  test('P12 an end: the phase goes on with the time it had, also when the next had begun', () => {
    const room = given()
      .enters('openings')
      .does(CHAIR, grant('us.state'), 10)
      .does(CHAIR, { type: 'endPhase', index: 3 }, 100)
    expect(room.state.agenda).toEqual({ index: 4, status: 'running' })
    room.when(CHAIR, undo, 130).happens({ type: 'StepUndone', undid: 'ended' })
    room.does(CHAIR, undo, 130)
    expect(room.state.agenda).toEqual({ index: 3, status: 'running' })
    expect(room.state.clock).toEqual({
      startsAt: instantOf(30),
      endsAt: instantOf(390),
      pausedAt: null,
      caucusUntil: null,
      endedAt: null,
    })
    expect(room.state.floor.holder).toMatchObject({ seat: 'us.state', since: instantOf(40), until: instantOf(160) })
    const paused = given().enters('floor').does(CHAIR, byHand).does(CHAIR, { type: 'pauseClock' }, 100)
    paused
      .does(CHAIR, { type: 'endPhase', index: 4 }, 110)
      .does(CHAIR, undo, 130)
      .does(CHAIR, { type: 'resumeClock' }, 150)
    expect(paused.state.clock).toMatchObject({ endsAt: instantOf(450), pausedAt: null })
  })

  test.each([
    ['was unseated', (room: Room) => room.does(CHAIR, { type: 'placePerson', person: 'amara', seat: null }, 20)],
    ['was removed', (room: Room) => room.does(CHAIR, { type: 'removePerson', person: 'amara' }, 20)],
  ])('P12 S9 a grant: the floor does not go back to a seat whose student %s meanwhile', (_, goes) => {
    const stays = given().enters('floor').does(CHAIR, grant('us.state'), 0).does(CHAIR, grant('jp.pm'), 10)
    stays.does(CHAIR, undo, 30)
    expect(stays.state.floor.holder).toMatchObject({ seat: 'us.state' })
    const room = given().enters('floor').does(CHAIR, grant('us.state'), 0).does(CHAIR, grant('jp.pm'), 10)
    goes(room)
    room.does(CHAIR, undo, 30)
    expect(room.state.floor.holder).toBeNull()
  })

  test('P12 an inject: retracted on the record, and still sent', () => {
    const room = given().enters('floor').does(CHAIR, { type: 'sendInject', key: 'tax-leak' })
    room
      .when(CHAIR, undo)
      .happens({ type: 'StepUndone', undid: 'inject' }, { type: 'InjectRetracted', key: 'tax-leak' })
    room.does(CHAIR, undo)
    expect(room.state.retracted).toEqual(['tax-leak'])
    expect(room.events('InjectSent')).toHaveLength(1)
  })

  test('P12 what was said under the step stays on the record', () => {
    const room = given().enters('floor').does(CHAIR, grant('us.state'), 0).does(AMARA, statement('Said is said.'), 5)
    const before = room.state.record.length
    room.does(CHAIR, undo, 6)
    expect(room.state.record.at(before - 1)?.event).toMatchObject({ text: 'Said is said.' })
    expect(room.state.record.at(before)?.event).toMatchObject({ type: 'StepUndone' })
  })

  test('P12 what was revealed, unsealed or voted is not undone', () => {
    given().enters('reveal').when(CHAIR, undo).isRefused('nothing-to-undo')
    given().enters('reveal', 2).when(CHAIR, undo).isRefused('nothing-to-undo')
    given().enters('debrief').when(CHAIR, undo).isRefused('nothing-to-undo')
    const voted = given().enters('ballot').does(CHAIR, byHand).does(CHAIR, { type: 'endPhase', index: 9 })
    voted.does(CHAIR, { type: 'unsealRecord' }).when(CHAIR, undo).isRefused('nothing-to-undo')
    const ballot = given()
      .agrees('gap')
      .enters('caucus', 3)
      .does(CHAIR, byHand)
      .does(CHAIR, { type: 'endPhase', index: 8 })
    ballot.does(CHAIR, { type: 'startPhase', index: 9 })
    ballot.does(AMARA, votes('for', 'gap')).does(CHAIR, undo)
    expect(ballot.state.agenda).toEqual({ index: 8, status: 'between' })
    expect(votesOn(ballot.state, 'gap').ballots[US]).toMatchObject({ vote: 'for' })
    // The opening caucus, ended by hand, reveals nothing yet, so its end can be undone; filed positions stay filed.
    const caucus = given()
      .enters('caucus')
      .does(CHAIR, byHand)
      .does(AMARA, files(opening(1)))
    caucus.does(CHAIR, { type: 'endPhase', index: 1 }, 10).does(CHAIR, undo, 20)
    caucus
      .when(AMARA, files(opening(2)), 30)
      .happens({ type: 'PositionFiled', revision: 2 }, { type: 'PositionSealed' })
  })
})
