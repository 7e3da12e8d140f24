// What the debrief computes (rules D1–D8). Expectations are worked out by hand from each test's story.
import { describe, expect, test } from 'vitest'
import { type DelegationId, seatId } from '#simulation/kernel/ids'
import { injectEffects, mostAnswered, usesOf } from '#simulation/reading/positions/debrief'
import { stanceSpreads, stancesShown } from '#simulation/reading/positions/stance-spread'
import { talkFinding, talkOf } from '#simulation/reading/talk/talk'
import {
  AMARA,
  BEN,
  CHAIR,
  closing,
  DAIKI,
  FEN,
  files,
  opening,
  SEATING,
  smallSeminar,
  standsOn,
  statement,
  type Written,
} from '../support/cast'
import { secondEdition } from '../support/first-edition'
import { given, type Room } from '../support/given'
import { CN, JP, US } from '../support/stories/sides'

/** Gives a seat the floor at a second, lets it speak and yield; returns the statement's number. */
const says = (room: Room, from: number, by: string, seat: string, words: Written, seconds = 30): string => {
  room.does(CHAIR, { type: 'grantFloor', seat }, from).does(by, words, from + seconds)
  const no = String(room.state.record.length)
  room.does(by, { type: 'yieldFloor', to: null }, from + seconds)
  return no
}

/** Framing: the allies open 3.0 apart and close 2.0 apart; Beijing opens at −3 and does not close, as was possible in the second edition. */
function openedRound(): Room {
  const room = given(secondEdition(smallSeminar())).enters('caucus')
  room
    .does(AMARA, files({ ...opening(2), guesses: { jp: 1, cn: -3 } }))
    .does(DAIKI, files({ ...opening(-1), guesses: { us: 2.5 } }))
    .does(FEN, files({ ...opening(-3), guesses: { us: 3, jp: -1 } }))
  return room.enters('floor')
}
function closedRound(room = openedRound()): Room {
  room
    .enters('caucus', 2)
    .does(AMARA, files(closing(2)))
    .does(DAIKI, files({ ...closing(0), guesses: { us: 0.5 } }))
  return room.enters('reveal', 2)
}

describe('the gap, looked back on', () => {
  test('D2 beside a move stands what the mover answered most, or else the room, and all that was answered as often', () => {
    const room = openedRound()
    const first = Number(says(room, 0, AMARA, 'us.state', statement('A coalition.')))
    const second = Number(says(room, 30, FEN, 'cn.foreign', statement('A bloc.')))
    const move = { round: 'framing', delegation: JP, from: -1, to: 0 } as const
    expect(mostAnswered(room.state, move)).toBeNull()
    says(room, 60, BEN, 'us.treasury', statement('Not a bloc.', second))
    expect(mostAnswered(room.state, move)).toMatchObject({
      by: 'room',
      most: { at: [{ no: String(second) }], value: 1 },
    })
    says(room, 90, DAIKI, 'jp.pm', statement('Who is in it?', first))
    expect(mostAnswered(room.state, move)).toMatchObject({
      by: 'mover',
      most: { at: [{ no: String(first) }], value: 1 },
    })
    says(room, 120, DAIKI, 'jp.pm', statement('And where does it end?', second))
    expect(mostAnswered(room.state, move)?.most.at.map(({ no }) => Number(no))).toEqual([first, second])
    expect(mostAnswered(room.state, { ...move, round: 'regional-order' })).toBeNull()
  })
})

describe('who was heard', () => {
  test('D4 F6 talk goes along into another office, and stays the delegation’s for which it was said', () => {
    const room = given().enters('floor')
    says(room, 0, AMARA, 'us.state', statement('A coalition.'), 30)
    room.does(CHAIR, { type: 'placePerson', person: 'amara', seat: 'us.treasury' }, 31)
    const of = (delegation: DelegationId) =>
      talkOf(room.state, delegation).map(({ voice, title, earlier, spokenMs }) => ({ voice, title, earlier, spokenMs }))
    const [state, treasury] = ['us.state', 'us.treasury'].map((id) => room.state.seats[seatId.parse(id)]?.title ?? '')
    expect(of(US).slice(0, 2)).toEqual([
      { voice: 'ben', title: state, earlier: [], spokenMs: 0 },
      { voice: 'amara', title: treasury, earlier: [state], spokenMs: 30_000 },
    ])
    // What was said as head stays so; who was never heard is a person.
    expect(talkFinding(room.state)).toMatchObject({ share: 100, silent: 6 })
    room.does(CHAIR, { type: 'placePerson', person: 'guo', seat: null }, 32)
    room.does(CHAIR, { type: 'placePerson', person: 'amara', seat: 'cn.commerce' }, 33)
    says(room, 40, AMARA, 'cn.commerce', statement('No list.'), 10)
    expect(of(US).find(({ voice }) => voice === 'amara')).toEqual({
      ...{ voice: 'amara', title: null, earlier: [state], spokenMs: 30_000 },
    })
    expect(of(CN).find(({ voice }) => voice === 'amara')).toMatchObject({ earlier: [], spokenMs: 10_000 })
  })
})

describe('the essay and the news', () => {
  test('D5 a brief that stood in and an opening that was held use no paragraph', () => {
    const room = given()
      .enters('caucus')
      .does(AMARA, files(opening(2)))
      .enters('reveal', 2)
    expect(usesOf(room.state, ['E1.1', 'E1.2', 'E2.1'])).toEqual(
      new Map([
        ['E1.1', [{ no: '4', delegation: 'us', as: 'position' }]],
        ['E1.2', []],
        ['E2.1', []],
      ]),
    )
  })

  test('D6 what moved after an inject is told where positions stand on both sides of it', () => {
    const room = openedRound()
    const news = (headline: string) => room.does(CHAIR, { type: 'writeInject', headline, text: 'Sources say so.' })
    news('In the floor')
    news('Taken back')
    room.does(CHAIR, { type: 'undoLastStep' })
    closedRound(room)
    news('After the close')
    expect(injectEffects(room.state).map(({ headline, compared, moves }) => [headline, compared, moves])).toEqual([
      ['In the floor', true, [{ round: 'framing', delegation: 'jp', from: -1, to: 0 }]],
      ['After the close', false, []],
    ])
  })

  test('D6 in the negotiation it is told how often other words were chosen after it', () => {
    const room = given().enters('negotiation')
    const clause = room.state.plan.communique.clauses[0]?.key ?? 'none'
    room.does(AMARA, standsOn('jp-1', clause))
    room.does(CHAIR, { type: 'writeInject', headline: 'A leak', text: 'Sources say so.' })
    room.does(FEN, standsOn('jp-1', clause))
    expect(injectEffects(room.state)).toMatchObject([
      { headline: 'A leak', round: 'regional-order', compared: false, chosen: 1 },
    ])
  })
})

describe('out of role', () => {
  const marks = (room: Room, people: readonly string[], values: readonly number[]) => {
    for (const [place, name] of people.entries())
      room.does(`p:${name}`, { type: 'markStance', round: 'framing', value: values[place] ?? 0 })
  }
  const six = Object.keys(SEATING).slice(0, 6)
  const spreadOf = (room: Room) => stanceSpreads(room.state)[0]

  test('D7 stances are counts by value, of five people or more', () => {
    const room = given().enters('briefing')
    marks(room, six, [1, 1, -2, 0.5, 1, 0])
    room.enters('reflection')
    marks(room, six.slice(0, 4), [0, 0, 0, 0])
    expect(spreadOf(room)).toEqual({
      round: 'framing',
      same: false,
      before: {
        kind: 'shown',
        people: 6,
        mean: 0.25,
        counts: [
          { value: -2, people: 1 },
          { value: 0, people: 1 },
          { value: 0.5, people: 1 },
          { value: 1, people: 3 },
        ],
      },
      after: { kind: 'still-open' },
    })
    room.does(CHAIR, { type: 'endPhase', index: room.state.agenda.index })
    expect(spreadOf(room)?.after).toEqual({ kind: 'too-few' })
    const said = JSON.stringify(stanceSpreads(room.state))
    for (const name of Object.keys(SEATING)) expect(said).not.toContain(name)
  })

  test('D7 nothing is shown while it can still be marked', () => {
    const room = given()
    marks(room, six, [1, 1, 1, 1, 1, 1])
    expect(spreadOf(room)?.before).toEqual({ kind: 'still-open' })
    room.enters('briefing')
    expect(spreadOf(room)?.before).toEqual({ kind: 'still-open' })
    room.enters('caucus')
    expect(spreadOf(room)).toMatchObject({ before: { kind: 'shown', people: 6 }, after: { kind: 'still-open' } })
    expect(stancesShown(stanceSpreads(room.state))).toBe('awaits-after')
    room.does(CHAIR, { type: 'closeRoom' })
    expect(spreadOf(room)?.after).toEqual({ kind: 'too-few' })
  })
})
