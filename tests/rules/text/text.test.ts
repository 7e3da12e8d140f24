// The joint text and its ballots (rules Q1–Q14). The small seminar negotiates two clauses: common ground and the gap.
import { describe, expect, test } from 'vitest'
import { cleanVersion, openClauses, standIn, stoodOn } from '#simulation/questions/text'
import { clauseOutcome } from '#simulation/reading/text/issued-text'
import { MOST_VERSIONS } from '#simulation/shapes/text'
import { clauseIn } from '#simulation/state/room-state'
import { AMARA, BEN, CHAIR, DAIKI, FEN, IVO, standsOn, votes, type Written } from '../../support/cast'
import { given, type Room } from '../../support/given'
import { CN, JP, US } from '../../support/stories/sides'

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
    for (const cites of ['999', '0', 'us1']) room.when(BEN, draft('Cited.', { cites })).isRefused('no-such-entry')
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
