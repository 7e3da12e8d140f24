// The communiqué and its ballots (rules Q1–Q8). The small seminar votes on two clauses: common ground and the gap.
import { describe, expect, test } from 'vitest'
import type { DelegationId } from '#simulation/kernel/ids'
import { agreedText, bracketTexts, clauseText, openBrackets } from '#simulation/questions/communique'
import { clauseIn } from '#simulation/state/room-state'
import { passes } from '#simulation/topics/ballots/ballots'
import type { Written } from '../support/cast'
import { AMARA, BEN, CHAIR, CLOCK, DAIKI, FEN, IVO, smallSeminar } from '../support/cast'
import type { Room } from '../support/given'
import { given, opened } from '../support/given'
import { CN, JP, US } from '../support/sides'

const choose = (text: DelegationId, clause = 'common-ground'): Written => ({ type: 'chooseText', clause, text })
const keep = (reason: string, clause = 'common-ground'): Written => ({ type: 'keepBracket', clause, reason })
const vote = (
  cast: 'for' | 'abstain' | 'against',
  reason: string | null = null,
  clause = 'common-ground',
): Written => ({
  type: 'castBallot',
  clause,
  vote: cast,
  reason,
})
const clauseOf = (room: Room, key = 'common-ground') => {
  const clause = clauseIn(room.state, key)
  if (!clause) throw new Error(`There is no clause ${key}.`)
  return clause
}
const planOf = (room: Room, key = 'common-ground') => {
  const plan = room.state.plan.communique.clauses.find((clause) => clause.key === key)
  if (!plan) throw new Error(`There is no clause ${key}.`)
  return plan
}

describe('the joint text', () => {
  test('Q1 each delegation starts from its own words, and its head chooses another’s in the negotiation', () => {
    const room = given().enters('floor')
    expect(Object.keys(room.state.clauses)).toEqual(['common-ground', 'gap'])
    expect(clauseOf(room).choices).toMatchObject({ us: { text: 'us' }, jp: { text: 'jp' }, cn: { text: 'cn' } })
    room.when(AMARA, choose(JP)).isRefused('wrong-phase')
    room.enters('negotiation')
    room.when(AMARA, choose(JP)).happens({ type: 'TextChosen', delegation: US, text: JP, agreed: false })
    room.when(BEN, choose(JP)).isRefused('not-the-head')
    room.when(IVO, choose(JP)).isRefused('not-seated')
    room.when(AMARA, choose(US)).isRefused('nothing-changed')
    room.when(AMARA, choose(JP), 540).isRefused('phase-ended')
  })

  test('Q1 a clause is one of the plan’s, whatever name is sent', () => {
    const room = given().enters('negotiation')
    for (const name of ['accession', 'toString', 'constructor', '__proto__', '']) {
      room.when(AMARA, choose(JP, name)).isRefused('no-such-clause')
      room.when(AMARA, keep('Why not.', name)).isRefused('no-such-clause')
    }
    room.enters('ballot')
    for (const name of ['accession', 'toString', 'constructor', '__proto__', '']) {
      room.when(AMARA, vote('for', null, name)).isRefused('no-such-clause')
      room.when(AMARA, { type: 'adviseBallot', clause: name, vote: 'for' }).isRefused('no-such-clause')
    }
  })

  test('Q2 the same words three times close the bracket, and one other choice opens it again', () => {
    const room = given().enters('negotiation').does(AMARA, choose(JP))
    expect(openBrackets(room.state)).toBe(2)
    room.when(FEN, choose(JP)).happens({ type: 'TextChosen', delegation: CN, text: JP, agreed: true })
    room.does(FEN, choose(JP))
    expect(agreedText(clauseOf(room))).toBe('jp')
    expect(openBrackets(room.state)).toBe(1)
    const plan = planOf(room)
    expect(plan.base).toContain('[…]')
    expect(clauseText(plan, clauseOf(room))).toBe(plan.base.split('[…]').join(plan.brackets[JP]))
    room.does(DAIKI, choose(US))
    expect(agreedText(clauseOf(room))).toBeNull()
    expect(clauseText(plan, clauseOf(room))).toBe(plan.base)
    expect(bracketTexts(room.state.plan, clauseOf(room))).toMatchObject([
      { text: 'us', delegations: ['jp'] },
      { text: 'jp', delegations: ['us', 'cn'] },
    ])
  })

  test('Q3 a head leaves an open bracket standing with its reason', () => {
    const room = given().enters('negotiation')
    room.when(BEN, keep('Our public.')).isRefused('not-the-head')
    room.when(AMARA, keep('Our public.')).happens({ type: 'BracketKept', delegation: 'us', reason: 'Our public.' })
    room.does(AMARA, keep('Our public.')).does(AMARA, keep('Our public, still.'))
    expect(bracketTexts(room.state.plan, clauseOf(room))[0]).toMatchObject({
      text: 'us',
      reasons: [{ by: [US], words: 'Our public, still.' }],
    })
    room.does(AMARA, choose(JP)).does(FEN, choose(JP))
    room.when(AMARA, keep('Our public.')).isRefused('clause-not-open')
    room.when(AMARA, keep('Our public.', 'gap')).isAllowed()
  })
})

describe('the ballot', () => {
  test('Q4 delegates advise in the caucus before the ballot and in the ballot, one advice an office', () => {
    const room = opened(smallSeminar({ chairs: { [US]: 7, [JP]: 1, [CN]: 1 } })).seats({
      amara: 'us.state',
      ben: 'us.state.2',
      daiki: 'jp.pm',
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
    room.enters('caucus', 3).when(BEN, advise).happens({ type: 'BallotAdvised', seat: 'us.state', vote: 'abstain' })
    room.when(IVO, advise).isRefused('not-seated')
    room
      .enters('ballot')
      .does(BEN, advise)
      .does(AMARA, { ...advise, vote: 'for' })
    expect(clauseOf(room, 'gap').advice).toEqual({ 'us.state': 'for' })
    expect(room.hearersOf('BallotAdvised')).toEqual(['chair', 'amara', 'ben'])
  })

  test('Q5 heads cast and cast again until the ballot ends; an Against needs its reason', () => {
    const room = given().enters('caucus', 3)
    room.when(AMARA, vote('for')).isRefused('wrong-phase')
    room.enters('ballot')
    room.when(BEN, vote('for')).isRefused('not-the-head')
    room.when(IVO, vote('for')).isRefused('not-seated')
    room.when(AMARA, vote('against')).isRefused('reason-needed')
    room.when(AMARA, vote('against', 'It binds us.')).isAllowed()
    room.does(AMARA, vote('for')).does(AMARA, vote('against', 'It binds us.'), 149)
    room.when(AMARA, vote('for'), 150).isRefused('phase-ended')
    room.runs(151)
    expect(room.state.issued?.clauses[0]?.votes).toEqual({ us: { vote: 'against', reason: 'It binds us.' } })
  })

  test('Q6 a ballot is heard by its delegation, and that it is cast by everyone', () => {
    const room = given().enters('ballot').does(AMARA, vote('for'))
    expect(room.hearersOf('BallotCast')).toEqual(['chair', 'amara', 'ben', 'cleo'])
    expect(room.hearersOf('BallotSealed')).toContain('stage')
    const ballot = (name: string) => clauseIn(room.as(room.viewerOf(name)), 'common-ground')?.ballots[US]
    expect(ballot('ben')).toMatchObject({ vote: 'for' })
    expect(ballot('daiki')).toMatchObject({ vote: null, reason: null })
    room.does(CHAIR, { type: 'setAutopilot', agenda: false, floor: 'off' }).runs(151)
    expect(room.as(room.viewerOf('daiki')).issued?.clauses[0]?.votes).toEqual({ us: { vote: 'for', reason: null } })
  })

  test('Q7 a clause passes with two for and none against; who has not voted counts for neither', () => {
    const cases = [
      [['for', 'for', 'for'], true],
      [['for', 'for', 'abstain'], true],
      [['for', 'for', null], true],
      [['for', 'for', 'against'], false],
      [['for', 'abstain', 'abstain'], false],
      [['for', null, null], false],
      [[null, null, null], false],
    ] as const
    const room = given()
    for (const [[us, jp, cn], passed] of cases) {
      const votes = {
        ...(us && { us: { vote: us, reason: null } }),
        ...(jp && { jp: { vote: jp, reason: null } }),
        ...(cn && { cn: { vote: cn, reason: null } }),
      }
      expect(passes(room.state, votes), `${us} ${jp} ${cn}`).toBe(passed)
    }
  })

  test('Q7 an open bracket is put to the vote as it stands, with its reasons', () => {
    const room = given().enters('negotiation').does(AMARA, choose(JP)).does(FEN, keep('Too narrow.')).enters('ballot')
    room.does(AMARA, vote('for')).does(DAIKI, vote('for')).runs(151)
    const plan = planOf(room)
    expect(room.state.issued?.clauses[0]).toEqual({
      clause: 'common-ground',
      heading: plan.heading,
      text: plan.base,
      standing: [
        { delegations: [US, JP], text: plan.brackets[JP], reason: null },
        { delegations: [CN], text: plan.brackets[CN], reason: 'Too narrow.' },
      ],
      outcome: 'passed',
      votes: { us: { vote: 'for', reason: null }, jp: { vote: 'for', reason: null } },
    })
  })

  test('Q8 the end of the ballot opens all ballots and issues the text, once', () => {
    const room = given()
      .enters('ballot')
      .does(AMARA, vote('for'))
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
