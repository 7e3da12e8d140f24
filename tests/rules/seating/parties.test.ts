// Parties are data: what holds for three delegations holds for two, five and eight, with a scenario's own seats, sources and axes. Each rule that
// names another delegation is also tried with one that does not exist.

import { describe, expect, test } from 'vitest'
import { delegationIds, delegationOf, membersOf, pairOf, pairsOf, usualBallotRule } from '#simulation/agenda/parties'
import type { RoomPlan } from '#simulation/agenda/plan'
import { type Rehearsed, rehearse } from '#simulation/bots/rehearsal'
import { actorId, delegationId, pair } from '#simulation/kernel/ids'
import { defaultChoices, type PlannedRoom, planSeminar } from '#simulation/planning/planning'
import { distance, focusGap, gapByRound, latestValues } from '#simulation/reading/log/gap'
import { beliefsIn } from '#simulation/reading/positions/believed'
import { checkScenario } from '#simulation/scenario/check'
import type { Scenario } from '#simulation/scenario/scenario'
import type { RoomState } from '#simulation/state/room-state'
import type { Written } from '../../support/cast'
import { standsOn } from '../../support/cast'
import { given, opened, Room, START } from '../../support/given'
import { scenarioOf } from '../../support/scenarios/any-number'
import { fiveShores } from '../../support/scenarios/five-shores/five-shores'
import { chinaGap } from '../../support/stories/china-gap'

const CHAIR = actorId.parse('chair:vera')
const id = (name: string) => delegationId.parse(name)

const SCENARIOS: readonly (readonly [string, () => Scenario, number])[] = [
  ['the built-in scenario', chinaGap, 3],
  ['the five shores', fiveShores, 5],
  ...[2, 8].map((parties) => [`${parties} ports`, () => scenarioOf(parties), parties] as const),
]
const seminarOf = (scenario: Scenario, more = {}): PlannedRoom => {
  const agenda = scenario.agendas.find(({ kind }) => kind === 'seminar')
  return planSeminar(scenario, { ...defaultChoices(scenario, agenda?.key ?? '', 7), ...more })
}
const played = (scenario: Scenario) => rehearse(seminarOf(scenario), scenario, START, CHAIR)

describe.each(SCENARIOS)('%s', (_name, of, parties) => {
  /** Played once for all tests of it: eight parties take seconds. */
  let kept: Rehearsed | undefined
  const seminar = () => {
    kept ??= played(of())
    return kept
  }

  test('has no fault, and as many pairs as two can be chosen', () => {
    const scenario = of()
    expect(checkScenario(scenario)).toEqual([])
    expect(delegationIds(scenario)).toHaveLength(parties)
    expect(new Set(pairsOf(scenario)).size).toBe((parties * (parties - 1)) / 2)
    for (const each of pairsOf(scenario)) {
      const [first, second] = membersOf(each)
      expect([pairOf(scenario, first, second), pairOf(scenario, second, first)]).toEqual([each, each])
      expect(pair.parse(`${first}-${second}`)).toBe(each)
      expect(pairOf(scenario, first, first)).toBeNull()
    }
  })

  test('F8 O6 Q8 understudies play a whole seminar of it: each opens, all positions are revealed, a text is issued', () => {
    const { rows, state } = seminar()
    expect(state.agenda.status).toBe('finished')
    const ids = delegationIds(state.plan)
    const rounds = state.plan.rounds.map(({ key }) => key)
    for (const round of rounds) {
      const { values } = latestValues(state, round)
      expect(Object.keys(values).sort()).toEqual([...ids].sort())
      expect(beliefsIn(state, round)).toHaveLength(parties * (parties - 1))
    }
    const openings = rows.flatMap(({ event }) =>
      event.type === 'FloorGranted' && event.turn === 'opening' ? [state.seats[event.seat]?.delegation] : [],
    )
    expect(openings).toHaveLength(parties * state.plan.phases.filter(({ kind }) => kind === 'openings').length)
    expect(new Set(openings)).toEqual(new Set(ids))
    const clauses = state.issued?.clauses ?? []
    expect(clauses.length).toBe(state.plan.communique.clauses.length)
    // Open brackets are not put to the vote.
    for (const { votes, standing } of clauses)
      expect(Object.keys(votes).sort()).toEqual(standing.length > 0 ? [] : [...ids].sort())
  })

  test('G3 the gap is how far its members are spread: for two of them their distance', () => {
    const { state } = seminar()
    const { members } = state.plan.focus
    const gaps = gapByRound(state)
    expect(gaps.length).toBe(state.plan.rounds.length)
    for (const { values, distances } of gaps) {
      const stood = members.map((member) => values[member] ?? Number.NaN)
      expect(focusGap(state.plan, values)).toBe(Math.max(...stood) - Math.min(...stood))
      expect(Object.keys(distances)).toEqual(pairsOf(state.plan))
      const [first, second] = members
      const only = members.length === 2 && first && second ? pairOf(state.plan, first, second) : null
      if (only) expect(focusGap(state.plan, values)).toBe(distance(values, only))
    }
    expect(focusGap(state.plan, {})).toBeNull()
  })

  test('S3 R10 whoever draws a seat sits where fewest are, and the draw can be told again', () => {
    const scenario = of()
    const room = opened(seminarOf(scenario, { seating: 'lot', understudies: false }))
    const seats = Object.values(room.state.seats).length
    const offices = seminarOf(scenario).plan.seats.filter(({ mirrors }) => mirrors === null).length
    for (let place = 0; place < Math.min(seats, offices, parties * 2); place += 1) {
      room.does(`p:guest${place}`, { type: 'takeSeat', seat: null }, 0, (place * 0.618) % 1)
      if (place < parties) expect(new Set(heldBy(room.state)).size).toBe(place + 1)
    }
    expect(new Set(heldBy(room.state)).size).toBe(parties)
  })
})

const heldBy = ({ seats }: RoomState) =>
  Object.values(seats).flatMap(({ holder, delegation }) => (holder === null ? [] : [delegation]))

test('Q7 a text passes with more than half in favour and nobody against, unless the scenario says otherwise', () => {
  expect([2, 3, 4, 5, 6, 7, 8].map((parties) => usualBallotRule(parties).votesFor)).toEqual([2, 2, 3, 3, 4, 4, 5])
  expect(seminarOf(chinaGap()).plan.ballotRule).toEqual({ votesFor: 2, votesAgainst: 0 })
  expect(seminarOf(scenarioOf(7)).plan.ballotRule).toEqual({ votesFor: 4, votesAgainst: 0 })
  expect(seminarOf(fiveShores()).plan.ballotRule).toEqual({ votesFor: 4, votesAgainst: 1 })
})

describe('a delegation that is not there', () => {
  test('R15 a plan that names one, or leaves one out, opens no room', () => {
    const planned = seminarOf(fiveShores())
    const ask = (change: (plan: RoomPlan) => Partial<RoomPlan>) =>
      new Room().when('clock', { type: 'openRoom', ...planned, plan: { ...planned.plan, ...change(planned.plan) } })
    ask(() => ({})).isAllowed()
    const unsound: readonly ((plan: RoomPlan) => Partial<RoomPlan>)[] = [
      ({ focus }) => ({ focus: { ...focus, members: [...focus.members, id('us')] } }),
      ({ focus }) => ({ focus: { ...focus, members: [...focus.members, ...focus.members] } }),
      ({ delegations }) => ({ delegations: delegations.slice(1) }),
      ({ delegations }) => ({ delegations: [...delegations, ...delegations.slice(0, 1)] }),
      ({ rounds }) => ({ rounds: rounds.map((round) => ({ ...round, order: round.order.slice(1) })) }),
      ({ rounds }) => ({ rounds: rounds.map((round) => ({ ...round, order: round.order.map(() => id('ar')) })) }),
      ({ seats }) => ({ seats: seats.map((seat) => ({ ...seat, delegation: id('ar') })) }),
      ({ communique }) => ({
        communique: { ...communique, clauses: communique.clauses.map((clause) => ({ ...clause, brackets: {} })) },
      }),
    ]
    for (const change of unsound) ask(change).isRefused('unsound-plan')
  })

  test('Q1 C2 I2 nobody takes over its words, talks with it or is sent a note for it; a guess of it is left out', () => {
    const talks = given().enters('negotiation')
    talks.when('p:amara', standsOn('kr-1', clauseOf(talks.state))).isRefused('no-such-version')
    talks.when('p:amara', standsOn('jp-1', clauseOf(talks.state))).isAllowed()
    for (const between of ['us-kr', 'jp-us', 'us-us'])
      talks.when('p:amara', { type: 'speakInBilateral', between, text: 'A word.' }).isRefused('not-in-caucus')
    talks.when('p:amara', { type: 'speakInBilateral', between: 'us-jp', text: 'A word.' }).isAllowed()
    talks.when('chair:vera', { type: 'nudge', to: 'kr', text: 'A note.' }).isRefused('no-such-seat')
    talks.when('chair:vera', { type: 'nudge', to: 'jp', text: 'A note.' }).isAllowed()
    const caucus = given().enters('caucus')
    const file: Written = {
      ...{
        type: 'filePosition',
        round: 'framing',
        stage: 'opening',
        value: 1,
        text: 'Ours.',
        redLine: '',
        anchors: [],
      },
      guesses: { jp: -1, kr: 2, us: 3 },
    }
    caucus.does('p:amara', file)
    expect(caucus.events('PositionFiled')[0]).toMatchObject({ position: { guesses: { jp: -1 } } })
  })

  test('its name is not one that a room, a chair, an observer or every object has', () => {
    for (const name of ['observer', 'room', 'chair', 'constructor', 'a', 'Us', 'x1', 'twelveletters'])
      expect(delegationId.safeParse(name).success, name).toBe(false)
    expect(delegationId.safeParse('northshore').success).toBe(true)
    expect(delegationOf(fiveShores(), 'us')).toBeUndefined()
  })
})

const clauseOf = ({ plan }: RoomState): string => plan.communique.clauses[0]?.key ?? 'none'
