// The joint text and its ballots (rules Q1–Q14). The small seminar negotiates two clauses: common ground and the gap.
import { describe, expect, test } from 'vitest'
import { cleanVersion, openClauses, standIn, stoodOn } from '#simulation/questions/text'
import { clauseOutcome, outcomeOf, signersOf } from '#simulation/reading/issued-text'
import { MOST_VERSIONS } from '#simulation/shapes/text/schemas'
import { clauseIn, votesOn } from '#simulation/state/room-state'
import { passes } from '#simulation/topics/ballots/ballots'
import type { Written } from '../support/cast'
import { AMARA, BEN, CHAIR, CLOCK, DAIKI, FEN, IVO, smallSeminar, standsOn, votes } from '../support/cast'
import type { Room } from '../support/given'
import { given, opened } from '../support/given'
import { CN, JP, US } from '../support/sides'

const keep = (reason: string, clause = 'common-ground'): Written => ({ type: 'keepBracket', clause, reason })
const draft = (words: string, more: object = {}): Written => ({
  type: 'draftVersion',
  ...{ clause: 'common-ground', words, from: null, cites: null, between: null, ...more },
})
const put = (words: string, more: object = {}): Written => ({
  type: 'putForward',
  ...{ clause: 'common-ground', words, from: null, cites: null, drafter: null, ...more },
})
const bring = (words: string, name = 'Fishing'): Written => ({
  type: 'bringInClause',
  ...{ heading: 'Fishing grounds', name, tension: null, words },
})
const initial: Written = { type: 'initialClause', clause: 'common-ground' }
const reopen = (reason: string): Written => ({ type: 'reopenClause', clause: 'common-ground', reason })
const clauseOf = (room: Room, key = 'common-ground') => {
  const clause = clauseIn(room.state, key)
  if (!clause) throw new Error(`There is no clause ${key}.`)
  return clause
}
const standsOf = (room: Room, key?: string) => Object.values(clauseOf(room, key).stands).map(({ version }) => version)

describe('the joint text', () => {
  test('Q1 each delegation stands on its first words, and its head lets it stand on others in the negotiation', () => {
    const room = given().enters('floor')
    expect(room.state.clauses.map(({ key }) => key)).toEqual(['common-ground', 'gap'])
    expect(standsOf(room)).toEqual(['us-1', 'jp-1', 'cn-1'])
    const plan = room.state.plan.communique.clauses[0]
    expect(clauseOf(room).versions.map(({ words }) => words)).toEqual(
      [US, JP, CN].map((side) => plan?.base.split('[…]').join(plan.brackets[side])),
    )
    room.when(AMARA, standsOn('jp-1')).isRefused('wrong-phase')
    room.enters('negotiation')
    room
      .when(AMARA, standsOn('jp-1', 'common-ground', 'We can sell it.'))
      .happens({ type: 'VersionStoodOn', delegation: US, version: 'jp-1', reason: 'We can sell it.', clean: false })
    room.when(BEN, standsOn('jp-1')).isRefused('not-the-head')
    room.when(IVO, standsOn('jp-1')).isRefused('not-seated')
    room.when(CHAIR, standsOn('jp-1')).isRefused('not-seated')
    room.when(AMARA, standsOn('us-1')).isRefused('nothing-changed')
    room.when(AMARA, standsOn('jp-2')).isRefused('no-such-version')
    room.when(AMARA, standsOn('jp-1'), 540).isRefused('phase-ended')
  })

  test('Q1 a clause is one of the room’s, whatever name is sent', () => {
    const room = given().agrees('common-ground')
    for (const name of ['accession', 'toString', 'constructor', '__proto__', '']) {
      room.when(AMARA, standsOn('jp-1', name)).isRefused('no-such-clause')
      room.when(AMARA, keep('Why not.', name)).isRefused('no-such-clause')
      room.when(BEN, draft('Words.', { clause: name })).isRefused('no-such-clause')
    }
    room.enters('ballot')
    for (const name of ['accession', 'toString', 'constructor', '__proto__', '']) {
      room.when(AMARA, votes('for', name)).isRefused('no-such-clause')
      room.when(AMARA, { type: 'adviseBallot', clause: name, vote: 'for' }).isRefused('no-such-clause')
    }
  })

  test('Q2 a clause is clean once all stand on one version, and open again when one of them leaves it', () => {
    const room = given().enters('negotiation').does(AMARA, standsOn('jp-1'))
    expect(openClauses(room.state)).toHaveLength(2)
    room.when(FEN, standsOn('jp-1')).happens({ type: 'VersionStoodOn', delegation: CN, version: 'jp-1', clean: true })
    room.does(FEN, standsOn('jp-1'))
    expect(cleanVersion(clauseOf(room))?.id).toBe('jp-1')
    expect(openClauses(room.state).map(({ key }) => key)).toEqual(['gap'])
    room.does(DAIKI, standsOn('us-1'))
    expect(cleanVersion(clauseOf(room))).toBeNull()
    expect(stoodOn(room.state.plan, clauseOf(room))).toMatchObject([
      { version: { id: 'us-1' }, delegations: ['jp'] },
      { version: { id: 'jp-1' }, delegations: ['us', 'cn'] },
    ])
  })

  test('Q3 a head leaves an open bracket standing with its reason, also while the vote runs', () => {
    const room = given().enters('negotiation')
    room.when(BEN, keep('Our public.')).isRefused('not-the-head')
    room.when(AMARA, keep('Our public.')).happens({ type: 'BracketKept', delegation: 'us', reason: 'Our public.' })
    room.does(AMARA, keep('Our public.')).does(AMARA, keep('Our public, still.'))
    expect(standIn(clauseOf(room), US)).toMatchObject({ version: 'us-1', reason: 'Our public, still.' })
    room.does(AMARA, standsOn('jp-1'))
    expect(standIn(clauseOf(room), US).reason).toBeNull()
    room.does(FEN, standsOn('jp-1'))
    room.when(AMARA, keep('Our public.')).isRefused('clause-not-open')
    room.when(AMARA, keep('Our public.', 'gap')).isAllowed()
    room.enters('ballot').does(AMARA, keep('Our public, at last.', 'gap')).runs(151)
    expect(room.state.issued?.clauses[1]?.standing[0]?.reason).toBe('Our public, at last.')
  })

  test('Q9 a draft is heard by its delegation, or in a bilateral by the pair, until the debrief', () => {
    const room = given().enters('caucus').does(BEN, draft('A fair rule for all.'))
    expect(room.hearersOf('VersionDrafted')).toEqual(['chair', 'amara', 'ben', 'cleo'])
    room.when(IVO, draft('Mine.')).isRefused('not-seated')
    room
      .enters('openings')
      .when(BEN, draft('Ours.', { between: 'us-jp' }))
      .isRefused('wrong-phase')
    room.enters('negotiation').does(BEN, draft('Ours together.', { between: 'us-jp' }))
    expect(room.hearersOf('VersionDrafted')).toEqual(['chair', 'amara', 'ben', 'cleo', 'daiki', 'emi'])
    room.when(BEN, draft('Theirs.', { between: 'jp-cn' })).isRefused('not-in-caucus')
    expect(Object.keys(clauseOf(room).drafts)).toEqual(['us.treasury'])
    expect(clauseIn(room.as(room.viewerOf('fen')), 'common-ground')?.drafts).toEqual({})
    room.when(BEN, draft('From nowhere.', { from: 'jp-9' })).isRefused('no-such-version')
    room.when(BEN, draft('Cited.', { cites: '999' })).isRefused('no-such-entry')
  })

  test('Q10 the head puts words forward for a delegation that then stands on them, and a drafter is named', () => {
    const room = given().enters('negotiation').does(BEN, draft('A fair rule for all.'))
    room.when(BEN, put('A fair rule for all.')).isRefused('not-the-head')
    room.when(AMARA, put('Mine.', { drafter: 'us.defense' })).isRefused('no-such-draft')
    room.when(DAIKI, put('A fair rule for all.', { drafter: 'us.treasury' })).isRefused('no-such-draft')
    room
      .when(AMARA, put('A fair rule for all.', { drafter: 'us.treasury' }))
      .happens({ type: 'VersionPutForward', version: 'us-2', delegation: 'us', seat: 'us.treasury' })
    room.does(AMARA, put('A fair rule for all.', { drafter: 'us.treasury' }))
    expect(standsOf(room)).toEqual(['us-2', 'jp-1', 'cn-1'])
    expect(clauseOf(room).drafts).toEqual({})
    room.when(DAIKI, put('A fair rule for all.')).isRefused('version-exists')
    room.does(BEN, draft('Ours together.', { between: 'us-jp' }))
    room
      .when(DAIKI, put('Ours together.', { drafter: 'us.treasury' }))
      .happens({ version: 'jp-2', type: 'VersionPutForward' })
    room
      .when(CHAIR, put('One text for all.'))
      .happens({ type: 'VersionPutForward', version: 'chair-1', delegation: null, seat: null })
    room.does(CHAIR, put('One text for all.')).does(CHAIR, put('One better text for all.'))
    expect(
      clauseOf(room)
        .versions.map(({ id }) => id)
        .slice(-2),
    ).toEqual(['chair-1', 'chair-2'])
    expect(standsOf(room)).toEqual(['us-2', 'jp-1', 'cn-1'])
    expect(room.hearersOf('VersionPutForward')).toContain('stage')
    for (let no = clauseOf(room).versions.length; no < MOST_VERSIONS; no += 1) room.does(CHAIR, put(`Text ${no}.`))
    room.when(CHAIR, put('One too many.')).isRefused('too-many-versions')
  })

  test('Q11 each delegation brings in as many clauses as its agenda says, and stands on it alone', () => {
    const room = given().enters('negotiation')
    room.when(BEN, bring('Ten boats.')).isRefused('not-the-head')
    room.does(AMARA, bring('Ten boats.'))
    expect(clauseOf(room, 'us.1')).toMatchObject({ heading: 'Fishing grounds', name: 'Fishing', broughtBy: 'us' })
    expect(standsOf(room, 'us.1')).toEqual(['us-1', null, null])
    room.when(AMARA, bring('Twenty boats.')).isRefused('no-more-clauses')
    room.does(CHAIR, bring('No boats.')).does(CHAIR, bring('Some boats.'))
    expect(room.state.clauses.map(({ key }) => key)).toEqual(['common-ground', 'gap', 'us.1', 'chair.1', 'chair.2'])
    room.does(DAIKI, standsOn('us-1', 'us.1')).enters('ballot').runs(151)
    const [, , ours, chairs] = room.state.issued?.clauses ?? []
    expect(ours?.standing.map(({ delegations, text }) => [delegations, text])).toEqual([
      [['us', 'jp'], 'Ten boats.'],
      [['cn'], ''],
    ])
    expect(chairs?.standing.map(({ text }) => text)).toEqual([''])
    const left = given().enters('negotiation').does(AMARA, bring('Ten boats.')).enters('ballot').runs(151)
    const [, , own] = left.state.issued?.clauses ?? []
    expect(own && clauseOutcome(left.state.plan, own).kind).toBe('own')
  })

  test('Q12 heads initial clean words; initialled by all they change only once somebody reopens them with a reason', () => {
    const room = given().enters('negotiation')
    room.when(AMARA, initial).isRefused('bracket-open')
    room.agrees('common-ground').does(AMARA, initial)
    room.when(AMARA, initial).isRefused('nothing-changed')
    room.when(BEN, initial).isRefused('not-the-head')
    room.does(DAIKI, initial).when(FEN, initial).happens({ type: 'ClauseInitialled', delegation: CN, all: true })
    room.does(DAIKI, standsOn('jp-1'))
    expect(clauseOf(room).initials).toEqual([])
    room.does(DAIKI, standsOn('us-1')).does(AMARA, initial).does(DAIKI, initial).does(FEN, initial)
    room.when(DAIKI, standsOn('jp-1')).isRefused('clause-initialled')
    room.when(AMARA, put('Other words.')).isRefused('clause-initialled')
    room.when(IVO, reopen('I mind.')).isRefused('not-seated')
    room.when(CHAIR, reopen('The sides asked me.')).isAllowed()
    room.does(BEN, reopen('The ministry objects.'))
    room.when(BEN, reopen('Again.')).isRefused('nothing-changed')
    room.when(DAIKI, standsOn('jp-1')).isAllowed()
  })
})

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
