// The ballots on the joint text and what is issued (rules Q4–Q8, Q14). The small seminar negotiates two clauses: common ground and the gap.
import { describe, expect, test } from 'vitest'
import { signersOf } from '#simulation/questions/ratification'
import { clauseOutcome, outcomeOf } from '#simulation/reading/text/issued-text'
import { clauseIn, votesOn } from '#simulation/state/room-state'
import { passes } from '#simulation/topics/ballots/ballots'
import type { Written } from '../../support/cast'
import { AMARA, BEN, CHAIR, CLOCK, DAIKI, FEN, IVO, smallSeminar, standsOn, votes } from '../../support/cast'
import type { Room } from '../../support/given'
import { given, opened } from '../../support/given'
import { CN, JP, US } from '../../support/stories/sides'

const keep = (reason: string, clause = 'common-ground'): Written => ({ type: 'keepBracket', clause, reason })
const clauseOf = (room: Room, key = 'common-ground') => {
  const clause = clauseIn(room.state, key)
  if (!clause) throw new Error(`There is no clause ${key}.`)
  return clause
}

describe('the ballot', () => {
  test('Q4 delegates advise in the caucus before the ballot and in the ballot, one advice an office', () => {
    const room = opened(smallSeminar({ chairs: { [US]: 7, [JP]: 1, [CN]: 1 } })).seats({
      amara: 'us.state',
      ben: 'us.state.2',
      daiki: 'jp.pm',
      fen: 'cn.foreign',
    })
    const advise = { type: 'adviseBallot', clause: 'gap', vote: 'abstain' } as const
    room.when(BEN, advise).isRefused('phase-not-running')
    for (const [kind, nth] of [
      ['briefing', 1],
      ['caucus', 1],
      ['floor', 1],
      ['caucus', 2],
      ['negotiation', 1],
    ] as const)
      room.enters(kind, nth).when(BEN, advise).isRefused('wrong-phase')
    room.agrees('gap').enters('caucus', 3)
    room.when(BEN, advise).happens({ type: 'BallotAdvised', seat: 'us.state', vote: 'abstain' })
    room.when(BEN, { ...advise, clause: 'common-ground' }).isRefused('bracket-open')
    room.when(IVO, advise).isRefused('not-seated')
    room
      .enters('ballot')
      .does(BEN, advise)
      .does(AMARA, { ...advise, vote: 'reserved' })
    expect(votesOn(room.state, 'gap').advice).toEqual({ 'us.state': 'reserved' })
    expect(room.hearersOf('BallotAdvised')).toEqual(['chair', 'amara', 'ben'])
  })

  test('Q5 heads cast and cast again until the ballot ends; an Against needs its reason, a reservation its words', () => {
    const room = given().agrees('common-ground').enters('caucus', 3)
    room.when(AMARA, votes('for')).isRefused('wrong-phase')
    room.enters('ballot')
    room.when(BEN, votes('for')).isRefused('not-the-head')
    room.when(IVO, votes('for')).isRefused('not-seated')
    room.when(AMARA, votes('against')).isRefused('reason-needed')
    room.when(AMARA, votes('reserved')).isRefused('reason-needed')
    room.when(AMARA, votes('for', 'gap')).isRefused('bracket-open')
    room.when(AMARA, votes('reserved', 'common-ground', 'As we read it.')).isAllowed()
    room.does(AMARA, votes('for')).does(AMARA, votes('against', 'common-ground', 'It binds us.'), 149)
    room.when(AMARA, votes('for'), 150).isRefused('phase-ended')
    room.runs(151)
    expect(room.state.issued?.clauses[0]?.votes).toEqual({ us: { vote: 'against', reason: 'It binds us.' } })
  })

  test('Q5 where all is clean the whole text is voted on at once', () => {
    const room = given().agrees('common-ground', 'gap').enters('ballot')
    const whole: Written = { type: 'castBallot', clauses: ['common-ground', 'gap'], vote: 'for', reason: null }
    room
      .when(AMARA, whole)
      .happens(
        { type: 'BallotCast', clause: 'common-ground' },
        { type: 'BallotSealed' },
        { type: 'BallotCast', clause: 'gap' },
        { type: 'BallotSealed' },
      )
    room.does(AMARA, whole).does(DAIKI, whole).runs(151)
    expect(room.state.issued?.clauses.map(({ outcome }) => outcome)).toEqual(['passed', 'passed'])
  })

  test('Q6 a ballot is heard by its delegation, and that it is cast by everyone', () => {
    const room = given().agrees('common-ground').enters('ballot').does(AMARA, votes('for'))
    expect(room.hearersOf('BallotCast')).toEqual(['chair', 'amara', 'ben', 'cleo'])
    expect(room.hearersOf('BallotSealed')).toContain('stage')
    const ballot = (name: string) => votesOn(room.as(room.viewerOf(name)), 'common-ground').ballots[US]
    expect(ballot('ben')).toMatchObject({ vote: 'for' })
    expect(ballot('daiki')).toMatchObject({ vote: null, reason: null })
    room.does(CHAIR, { type: 'setAutopilot', agenda: false, floor: 'off' }).runs(151)
    expect(room.as(room.viewerOf('daiki')).issued?.clauses[0]?.votes).toEqual({ us: { vote: 'for', reason: null } })
  })

  test('Q7 a clause passes with two for and none against; who has not voted counts for neither', () => {
    const cases = [
      [['for', 'for', 'for'], true],
      [['for', 'reserved', 'abstain'], true],
      [['reserved', 'for', null], true],
      [['for', 'for', 'against'], false],
      [['for', 'abstain', 'abstain'], false],
      [['for', null, null], false],
      [[null, null, null], false],
    ] as const
    const room = given()
    for (const [[us, jp, cn], passed] of cases) {
      const cast = {
        ...(us && { us: { vote: us, reason: null } }),
        ...(jp && { jp: { vote: jp, reason: null } }),
        ...(cn && { cn: { vote: cn, reason: null } }),
      }
      expect(passes(room.state, cast), `${us} ${jp} ${cn}`).toBe(passed)
    }
  })

  test('Q7 Q14 an open bracket is not voted on: each side’s words and reason stand side by side', () => {
    const room = given().enters('negotiation').does(AMARA, standsOn('jp-1')).does(FEN, keep('Too narrow.'))
    const [, jp, cn] = clauseOf(room).versions
    room.enters('ballot').when(AMARA, votes('for')).isRefused('bracket-open')
    room.runs(151)
    const { heading } = clauseOf(room)
    expect(room.state.issued?.clauses[0]).toEqual({
      ...{ clause: 'common-ground', heading, text: '', outcome: 'not-passed', votes: {} },
      standing: [
        { delegations: [US, JP], text: jp?.words, version: 'jp-1', reason: null },
        { delegations: [CN], text: cn?.words, version: 'cn-1', reason: 'Too narrow.' },
      ],
    })
  })

  test('Q14 the outcome names who agreed, reserved, abstained, and did not vote, and only who agreed signs', () => {
    const outcomes = (us: Written | null, jp: Written | null, cn: Written | null) => {
      const room = given().agrees('common-ground').enters('ballot')
      for (const [by, cast] of [
        [AMARA, us],
        [DAIKI, jp],
        [FEN, cn],
      ] as const)
        if (cast) room.does(by, cast)
      room.runs(151)
      const [clause] = outcomeOf(room.state)?.clauses ?? []
      if (!clause) throw new Error('Nothing was issued.')
      const { kind, agreed, reserved, abstained, against, silent } = clauseOutcome(room.state.plan, clause)
      return [kind, agreed, reserved, abstained, against, silent, signersOf(room.state.plan, [clause])]
    }
    const reserves = votes('reserved', 'common-ground', 'As we read it.')
    expect(outcomes(votes('for'), votes('for'), votes('for'))).toEqual([
      'agreed',
      [US, JP, CN],
      [],
      [],
      [],
      [],
      [US, JP, CN],
    ])
    expect(outcomes(votes('for'), reserves, votes('for'))).toEqual([
      'agreed',
      [US, JP, CN],
      [JP],
      [],
      [],
      [],
      [US, JP, CN],
    ])
    expect(outcomes(votes('for'), votes('for'), votes('abstain'))).toEqual([
      'agreed-by',
      [US, JP],
      [],
      [CN],
      [],
      [],
      [US, JP],
    ])
    expect(outcomes(null, votes('for'), votes('for'))).toEqual(['agreed-by', [JP, CN], [], [], [], [US], [JP, CN]])
    const no = votes('against', 'common-ground', 'No.')
    expect(outcomes(votes('for'), votes('for'), no)).toEqual(['not-agreed', [US, JP], [], [], [CN], [], []])
    expect(outcomes(null, null, null)).toEqual(['not-agreed', [], [], [], [], [US, JP, CN], []])
  })

  test('Q8 the end of the ballot opens all ballots and issues the text, once', () => {
    const room = given()
      .agrees('common-ground')
      .enters('ballot')
      .does(AMARA, votes('for'))
      .does(CHAIR, { type: 'placePerson', person: 'cleo', seat: null })
    room.when(CLOCK, { type: 'endPhase', index: 9 }, 150).happens(
      {
        type: 'CommuniqueIssued',
        clauses: [
          { clause: 'common-ground', outcome: 'not-passed', votes: { us: { vote: 'for' } } },
          { clause: 'gap', outcome: 'not-passed', votes: {} },
        ],
      },
      { type: 'PhaseEnded' },
      { type: 'PhaseStarted', index: 10 },
      { type: 'RecordUnsealed' },
      { type: 'ChairPlanIssued' },
    )
    room.runs(4000)
    expect(room.events('CommuniqueIssued')).toHaveLength(1)
    given()
      .enters('ballot')
      .does(CHAIR, { type: 'endPhase', index: 9 })
      .when(CHAIR, { type: 'undoLastStep' })
      .isRefused('nothing-to-undo')
  })
})
