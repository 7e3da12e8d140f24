// The order in which requests for the floor will be called, equal for every reader (F7, F8).
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decide } from '#simulation/engine/decide'
import { evolve, fold } from '#simulation/engine/room'
import { nextDue } from '#simulation/engine/timers'
import { actorId, commandId, participantActor, type SeatId, seatId, understudyActor } from '#simulation/kernel/ids'
import { isPlayedByUnderstudy } from '#simulation/questions/seats'
import { nextInLine, placeInQueue, queue, queuePlaceOf } from '#simulation/reading/log/queue'
import type { RoomState } from '#simulation/state/room-state'
import { opensNow } from '#simulation/state/room-state'
import { AMARA, BEN, CHAIR, DAIKI, FEN, hand, smallSeminar } from '../../../support/cast'
import { given, instantOf, opened } from '../../../support/given'
import { viewOf } from '../../../support/stories/heard'
import { Story } from '../../../support/stories/stories'
import { script } from '../../../support/stories/story-script'

const seats = (state: RoomState) => queue(state).map((raised) => raised.seat)

describe('the queue', () => {
  test('F7 least heard first: a delegation that has spoken waits behind those that have not, its silent seat before its speaker', () => {
    const room = given().enters('floor').does(CHAIR, { type: 'grantFloor', seat: 'us.state' })
    room.does(AMARA, { type: 'yieldFloor', to: null }, 20)
    room.does(CHAIR, { type: 'setAutopilot', agenda: false, floor: 'least-heard' }, 20)
    room.does(AMARA, hand(), 21).does(BEN, hand(), 22).does(DAIKI, hand(), 23).does(FEN, hand(), 24)
    expect(seats(room.state)).toEqual(['jp.pm', 'cn.foreign', 'us.treasury', 'us.state'])
    expect(placeInQueue(room.state, seatId.parse('us.treasury'))).toBe(3)
    expect(placeInQueue(room.state, seatId.parse('us.defense'))).toBeNull()
  })

  test('F7 a turn to come counts as spoken: of two hands of one delegation the second waits for the others', () => {
    const room = given().enters('floor').does(CHAIR, { type: 'setAutopilot', agenda: false, floor: 'off' })
    room.does(AMARA, hand(), 1).does(BEN, hand(), 2).does(DAIKI, hand(), 3)
    room.does(CHAIR, { type: 'setAutopilot', agenda: false, floor: 'least-heard' }, 4)
    expect(seats(room.state)).toEqual(['us.state', 'jp.pm', 'us.treasury'])
  })

  test('F7 a person goes before a script, and a person’s point of order before everybody, whatever the autopilot’s order', () => {
    for (const floor of ['off', 'in-order', 'least-heard'] as const) {
      const room = opened(smallSeminar({ understudies: true })).seats({ amara: 'us.state', ben: 'us.treasury' })
      room.enters('floor').does(CHAIR, { type: 'setAutopilot', agenda: false, floor })
      room.does('understudy:jp.pm', hand('point-of-order'), 1).does(AMARA, hand('question'), 2)
      room.does(BEN, hand('point-of-order'), 3).does('understudy:cn.foreign', hand(), 4)
      expect(seats(room.state)).toEqual(['us.treasury', 'us.state', 'jp.pm', 'cn.foreign'])
    }
  })

  test('F7 before the third edition scripts and points of order stand among the others', () => {
    const planned = smallSeminar({ understudies: true })
    const room = opened({ ...planned, plan: { ...planned.plan, edition: 2 } })
      .seats({ amara: 'us.state' })
      .enters('floor')
    room.does(CHAIR, { type: 'setAutopilot', agenda: false, floor: 'in-order' })
    room
      .does('understudy:jp.pm', hand(), 1)
      .does('understudy:cn.foreign', hand(), 2)
      .does(AMARA, hand('point-of-order'), 3)
    expect(seats(room.state)).toEqual(['jp.pm', 'cn.foreign', 'us.state'])
  })

  test('F6 least heard is who has spoken least, not whose seat has', () => {
    const room = given().enters('floor').does(CHAIR, { type: 'grantFloor', seat: 'us.state' })
    room.does(AMARA, { type: 'yieldFloor', to: null }, 20)
    room.does(CHAIR, { type: 'placePerson', person: 'amara', seat: 'us.treasury' }, 30)
    room.does(CHAIR, { type: 'setAutopilot', agenda: false, floor: 'least-heard' }, 30)
    room.does(AMARA, hand(), 31).does(BEN, hand(), 32)
    expect(seats(room.state)).toEqual(['us.state', 'us.treasury'])
  })

  test('a place in the queue tells after how much talk its call is to be expected', () => {
    const room = given().enters('floor').does(CHAIR, { type: 'grantFloor', seat: 'us.state' })
    room.does(BEN, hand('challenge'), 1).does(DAIKI, hand(), 2)
    const place = (seat: string, now: number) => queuePlaceOf(room.state, seatId.parse(seat), instantOf(now))
    expect(place('jp.pm', 5)).toMatchObject({ place: 1, inMs: 60_000, hand: { intent: 'point' } })
    expect(place('us.treasury', 25)).toMatchObject({ place: 2, inMs: 105_000, hand: { intent: 'challenge' } })
    expect(place('cn.foreign', 25)).toBeNull()
  })

  test('F7 the turn that runs counts to its end, so that the order does not change while somebody speaks', () => {
    const room = given().enters('floor').does(CHAIR, { type: 'grantFloor', seat: 'us.state' })
    room.does(BEN, hand(), 1).does(DAIKI, hand(), 2)
    expect(seats(room.state)).toEqual(['jp.pm', 'us.treasury'])
    expect(nextInLine(room.state)).toBe('jp.pm')
  })

  test('F7 where the chair gives the floor by hand, or the autopilot does in order, hands stand as they were raised', () => {
    for (const floor of ['off', 'in-order'] as const) {
      const room = given().enters('floor').does(CHAIR, { type: 'setAutopilot', agenda: false, floor })
      room.does(AMARA, hand(), 1).does(BEN, hand(), 2).does(DAIKI, hand(), 3)
      expect(seats(room.state)).toEqual(['us.state', 'us.treasury', 'jp.pm'])
    }
  })

  test('F8 while delegations open, the next to open comes before every hand, and one for which nobody can speak is passed over', () => {
    const room = given().enters('openings').does(FEN, hand(), 1)
    expect(nextInLine(room.state)).toBe('us.state')
    room.does(CHAIR, { type: 'grantFloor', seat: 'us.state' }, 2)
    room.does(CHAIR, { type: 'placePerson', person: 'daiki', seat: null }, 3)
    room.does(CHAIR, { type: 'placePerson', person: 'emi', seat: null }, 3)
    expect(nextInLine(room.state)).toBe('cn.foreign')
  })
})

/** Every seated person and every understudy asks for the floor, in a drawn order, some with a point of order. */
function handsUp(state: RoomState, at: number, draw: number): RoomState {
  const held = Object.values(state.seats).filter(
    (seat) => (seat.holder !== null && seat.delegation !== null) || isPlayedByUnderstudy(state, seat),
  )
  const turned = held.map((_, place) => held[(place * 7 + draw) % held.length]).flatMap((seat) => seat ?? [])
  let living = state
  for (const [place, { id, holder }] of turned.entries()) {
    const by = holder ? participantActor(holder) : understudyActor(id)
    const moment = { by, at: at + place, lot: 0 }
    const intent = (place + draw) % 4 === 0 ? 'point-of-order' : 'point'
    living = after(living, { type: 'askForFloor', intent, answers: null }, moment) ?? living
  }
  return living
}

type Commanded = Parameters<typeof decide>
function after(state: RoomState, command: Commanded[1], moment: Commanded[2]): RoomState | null {
  const verdict = decide(state, command, moment)
  if (!verdict.ok) return null
  return verdict.rows.reduce<RoomState>(
    (living, draft, place) =>
      evolve(living, { seq: 1_000_000 + place, at: moment.at, by: moment.by, commandId: LATER, ...draft }),
    state,
  )
}
const LATER = commandId.parse('queue-law')

/** The seats that the autopilot calls until the phase ends, if nobody yields, asks again or is called by hand. */
function called(state: RoomState, from: number): SeatId[] {
  const seats: SeatId[] = []
  let living = state
  let now = from
  for (;;) {
    const due = nextDue(living, now)
    if (!due || due.command.type === 'endPhase') return seats
    now = Math.max(now, due.at)
    if (due.command.type === 'grantFloor') seats.push(due.command.seat)
    const next = after(living, due.command, { by: actorId.parse(due.by), at: now, lot: 0 })
    if (!next) throw new Error(`The clock was due to ${due.command.type} and may not.`)
    living = next
  }
}

const seed = Number(process.env.STORY_SEED ?? 20260112)

test('the autopilot calls hands in the order of the queue, and every viewer of the room has the same queue', () => {
  const seen = { states: 0, calls: 0, hands: 0, views: 0, least: 0, ranks: 0 }
  fc.assert(
    fc.property(script(120), (told) => {
      new Story(told, {
        beat: (story, beats) => {
          const asked = beats % 5 === 0 && opensNow(story.state, 'floor') ? story.state : null
          const at = story.rows.at(-1)?.at ?? 0
          if (!asked || asked.clock?.pausedAt != null || asked.closedAt !== null) return
          for (const viewer of story.viewers()) {
            const view = fold(viewOf(story.rows, viewer, story.book.unsealed))
            expect(view && queue(view), JSON.stringify(viewer)).toEqual(queue(story.state))
            seen.views += 1
          }
          for (const floor of ['in-order', 'least-heard'] as const) {
            const state = { ...handsUp(asked, at, beats), autopilot: { ...asked.autopilot, agenda: true, floor } }
            const hands = queue(state)
            const calls = called(state, at).filter((seat) => state.floor.hands.some((raised) => raised.seat === seat))
            expect(calls).toEqual(hands.slice(0, calls.length).map(({ seat }) => seat))
            expect(new Set(hands)).toEqual(new Set(state.floor.hands))
            seen.states += 1
            seen.calls += calls.length
            seen.hands += hands.length
            if (floor === 'least-heard' && hands.length > 2) seen.least += 1
            const kinds = hands.map(({ seat, intent }) =>
              state.seats[seat]?.holder == null ? 2 : intent === 'point-of-order' ? 0 : 1,
            )
            // While delegations open, a hand of whoever opens next is called with the opening.
            const inOrder = state.plan.edition === 3 && state.floor.toOpen.length === 0
            if (inOrder) expect(kinds).toEqual(kinds.toSorted())
            if (new Set(kinds).size === 3) seen.ranks += 1
          }
        },
      })
    }),
    { seed, numRuns: 25 },
  )
  expect(seen.states).toBeGreaterThan(100)
  expect(seen.calls).toBeGreaterThan(200)
  expect(seen.least).toBeGreaterThan(30)
  expect(seen.ranks).toBeGreaterThan(5)
  expect(seen.views).toBeGreaterThan(300)
})
