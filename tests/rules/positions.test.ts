// What a delegation files on an axis (rules O1–O9).
import { describe, expect, test } from 'vitest'
import { type DelegationId, tensionKey } from '#simulation/kernel/ids'
import { briefsFor } from '#simulation/planning/briefs'
import { briefSuggestion } from '#simulation/reading/log/filings'
import { beliefsIn } from '#simulation/reading/positions/believed'
import { roomCommand } from '#simulation/shapes/room-command'
import { positionFile } from '#simulation/state/room-state'
import {
  AMARA,
  BEN,
  CHAIR,
  CLOCK,
  closing,
  DAIKI,
  drafts,
  EMI,
  FEN,
  files,
  IVO,
  opening,
  smallSeminar,
} from '../support/cast'
import { secondEdition } from '../support/first-edition'
import type { Room } from '../support/given'
import { given, instantOf } from '../support/given'
import { chinaGap } from '../support/stories/china-gap'
import { CN, JP, US } from '../support/stories/sides'

const framing = tensionKey.parse('framing')
const order = tensionKey.parse('regional-order')

describe('positions', () => {
  test('O1 a position is a value in halves, words, a red line, anchors and guesses of the other two', () => {
    for (const value of [-3, -0.5, 0, 2.5, 3]) expect(roomCommand.safeParse(files(opening(value))).success).toBe(true)
    for (const value of [-3.5, 0.25, 4]) expect(roomCommand.safeParse(files(opening(value))).success).toBe(false)
    const guessing = files({ ...opening(1.5, 'Held.'), guesses: { us: 3, jp: -1, cn: 2.5 } })
    const room = given().enters('caucus').does(AMARA, guessing)
    expect(positionFile(room.state, framing, 'opening', US).filed?.position).toEqual({
      value: 1.5,
      text: 'Held.',
      redLine: 'Not one step more.',
      anchors: ['E1.1'],
      guesses: { jp: -1, cn: 2.5 },
    })
  })

  test('O2 any delegate drafts for the delegation, while that position is filed', () => {
    const room = given().enters('briefing')
    room.when(BEN, drafts(opening(1))).isRefused('not-filing-now')
    room
      .enters('caucus')
      .when(BEN, drafts(opening(1)))
      .happens({
        type: 'PositionDrafted',
        seat: 'us.treasury',
        delegation: 'us',
        round: 'framing',
      })
    room.when(BEN, drafts(closing(1))).isRefused('not-filing-now')
    room.when(BEN, drafts({ ...opening(1), round: 'cptpp' })).isRefused('no-such-round')
    room.when(IVO, drafts(opening(1))).isRefused('not-seated')
    room.does(BEN, drafts(opening(1)))
    expect(room.hearersOf('PositionDrafted')).toEqual(['chair', 'amara', 'ben', 'cleo'])
    room
      .enters('caucus', 2)
      .when(BEN, drafts(closing(1)))
      .isAllowed()
    room.when(BEN, drafts({ ...closing(1), round: 'regional-order' })).isRefused('not-filing-now')
    given()
      .enters('caucus')
      .does(CHAIR, { type: 'setAutopilot', agenda: false, floor: 'off' })
      .does(CHAIR, { type: 'endPhase', index: 1 })
      .when(BEN, drafts(opening(1)))
      .isRefused('phase-not-running')
  })

  test('O3 the head files and files again, each time a revision, until the caucus ends', () => {
    const room = given().enters('caucus')
    room.when(BEN, files(opening(1))).isRefused('not-the-head')
    room.when(IVO, files(opening(1))).isRefused('not-seated')
    room.when(AMARA, files(opening(1, '   '))).isRefused('empty-words')
    room.does(AMARA, files(opening(1)))
    room
      .when(AMARA, files(opening(2)), 479)
      .happens({ type: 'PositionFiled', revision: 2, cause: 'head' }, { type: 'PositionSealed', revision: 2 })
    room.when(AMARA, files(opening(2)), 480).isRefused('phase-ended')
    room.does(CLOCK, { type: 'markAbsent', seat: 'us.state' })
    room.when(BEN, files(opening(2)), 100).isAllowed()
  })

  test('O4 the delegation hears what is filed, everyone that it is', () => {
    const room = given()
      .enters('caucus')
      .does(AMARA, files(opening(1)), 5)
    expect(room.hearersOf('PositionFiled')).toEqual(['chair', 'amara', 'ben', 'cleo'])
    const outside = room.as(room.viewerOf('daiki'))
    expect(positionFile(outside, framing, 'opening', US)).toEqual({
      draft: null,
      drafts: [],
      filed: null,
      filing: null,
      sealedAt: instantOf(5),
      how: 'filed',
      revealed: false,
    })
  })

  const filedOf = (room: Room, delegation: DelegationId, stage: 'opening' | 'closing' = 'opening') =>
    positionFile(room.state, framing, stage, delegation)
  /** What Beijing's author wrote for its opening on framing. */
  const RED_LINE = 'China’s political system is not on the agenda.'
  const BRIEF =
    'Every people chooses its own road, and a lecture on systems sounds to us like the century we mean never to repeat.'

  test('O5 O8 the end of the caucus files the newest draft as it stands, even without words, and else the brief', () => {
    const room = given()
      .enters('caucus')
      .does(BEN, drafts(opening(-1, 'First draft.')), 1)
      .does(BEN, drafts(opening(0.5, 'Last draft.')), 2)
      .does(DAIKI, files(opening(2, 'Filed.')), 3)
      .does(EMI, drafts(opening(3, 'Too late.')), 4)
      .runs(480)
    expect(filedOf(room, US)).toMatchObject({
      how: 'draft',
      filed: { position: { value: 0.5, text: 'Last draft.' } },
    })
    expect(filedOf(room, JP)).toMatchObject({ how: 'filed', filed: { position: { value: 2, text: 'Filed.' } } })
    expect(filedOf(room, CN)).toMatchObject({
      how: 'brief',
      filed: {
        position: { value: -3, text: BRIEF, redLine: RED_LINE, anchors: expect.arrayContaining(['E1.2']), guesses: {} },
        revision: 1,
      },
    })
    const wordless = given()
      .enters('caucus')
      .does(FEN, drafts(opening(1, '')), 5)
      .runs(480)
    expect(filedOf(wordless, CN)).toMatchObject({ how: 'draft', filed: { position: { value: 1, text: '' } } })
  })

  test('O5 what was filed by itself gives way to a newer draft or to the head when the chair takes the end back', () => {
    const room = given()
      .enters('caucus')
      .does(CHAIR, { type: 'setAutopilot', agenda: false, floor: 'off' })
      .does(CHAIR, { type: 'endPhase', index: 1 }, 10)
      .does(CHAIR, { type: 'undoLastStep' }, 11)
      .does(FEN, files(opening(-1, 'Now filed.')), 12)
      .does(EMI, drafts(opening(0.5, 'Now drafted.')), 13)
      .does(CHAIR, { type: 'endPhase', index: 1 }, 14)
    expect(filedOf(room, CN)).toMatchObject({ how: 'filed', filed: { position: { value: -1 }, revision: 2 } })
    expect(filedOf(room, JP)).toMatchObject({ how: 'draft', filed: { position: { value: 0.5 }, revision: 2 } })
    expect(filedOf(room, US)).toMatchObject({ how: 'brief', filed: { revision: 1 } })
  })

  test('O9 in the second edition a draft without words is not filed, and nobody stands by a brief or an opening', () => {
    const room = given(secondEdition(smallSeminar()))
      .enters('caucus')
      .does(BEN, drafts(opening(0.5, 'Last draft.')), 2)
      .does(DAIKI, files(opening(2, 'Filed.')), 3)
      .does(FEN, drafts(opening(1, '')), 5)
      .runs(480)
    expect(filedOf(room, US)).toMatchObject({ how: null, filed: { position: { value: 0.5, text: 'Last draft.' } } })
    expect(filedOf(room, CN)).toMatchObject({ filed: null, sealedAt: null, revealed: false })
    expect(room.events('PositionFiled').map((event) => 'cause' in event && event.cause)).toEqual([
      'head',
      'caucus-ended',
    ])
    expect(JSON.stringify(room.events('PositionsRevealed'))).not.toContain('"how"')
    room.enters('reveal', 2)
    expect(room.events('PositionsRevealed')).toMatchObject([{}, { stage: 'closing', positions: {} }, {}])
  })

  test('O6 a reveal opens all positions of its round at once, what the caucus has just filed included', () => {
    const room = given()
      .enters('caucus')
      .does(AMARA, files({ ...opening(1, 'From us.'), guesses: { jp: 0.5 } }), 1)
      .does(EMI, drafts(opening(2, 'From Japan.')), 2)
      .does(FEN, files({ ...opening(3, 'Another round.'), round: 'regional-order' }), 3)
      .runs(480)
    const [reveal, ...more] = room.events('PositionsRevealed')
    expect(more).toEqual([])
    expect(reveal).toMatchObject({
      round: 'framing',
      stage: 'opening',
      positions: {
        us: { how: 'filed', position: { value: 1, text: 'From us.', guesses: { jp: 0.5 } } },
        jp: { how: 'draft', position: { value: 2, text: 'From Japan.' } },
        cn: { how: 'brief', position: { value: -3, text: BRIEF } },
      },
    })
    expect(beliefsIn(room.state, framing)).toMatchObject([{ by: 'us', of: 'jp', value: 0.5 }])
    expect(beliefsIn(room.state, order)).toEqual([])
  })

  test('O5 the brief’s red line of the round stands with it, where its author names one; a brief of before files none', () => {
    const scenario = chinaGap()
    const rounds = scenario.tensions.map(({ key }) => ({ key }))
    const briefs = briefsFor(scenario, { rounds, seats: [] })
    const told = scenario.delegations.flatMap(({ id, redLines }) =>
      rounds.map(({ key }) => ({
        band: briefs.find(({ to }) => to === id)?.bands.find(({ round }) => round === key),
        own: redLines.filter(({ tensions }) => tensions?.includes(key)).map(({ text }) => text),
      })),
    )
    for (const { band, own } of told) expect(band?.redLine).toBe(own[0])
    expect(told.filter(({ own }) => own.length > 0)).toHaveLength(27)
    const unsaid = structuredClone(scenario)
    for (const { redLines } of unsaid.delegations) for (const line of redLines) delete line.tensions
    const none = briefsFor(unsaid, { rounds, seats: [] }).flatMap(({ bands }) => bands)
    expect(none.filter(({ redLine }) => redLine !== undefined)).toEqual([])

    const planned = smallSeminar()
    const before = planned.briefs.map((brief) => ({
      ...brief,
      bands: brief.bands.map(({ redLine: _none, ...band }) => band),
    }))
    const older = given({ ...planned, briefs: before })
      .enters('caucus')
      .runs(480)
    expect(filedOf(older, CN)).toMatchObject({ how: 'brief', filed: { position: { text: BRIEF, redLine: '' } } })
    expect(briefSuggestion(given().enters('caucus').state, framing, CN)).toMatchObject({
      text: BRIEF,
      redLine: RED_LINE,
      guesses: {},
    })
  })

  test('O6 a reveal that no caucus went before opens what the briefs say', () => {
    const { plan, ...papers } = smallSeminar()
    const phases = plan.phases.filter(({ files }) => files?.stage !== 'opening')
    const room = given({ ...papers, plan: { ...plan, phases } }).enters('reveal')
    expect(room.events('PositionsRevealed')).toMatchObject([
      { positions: { us: { how: 'brief' }, jp: { how: 'brief' }, cn: { how: 'brief', position: { text: BRIEF } } } },
    ])
    expect(room.events('PositionSealed')).toHaveLength(3)
  })

  test('O6 O9 closing positions open when their caucus ends, and a reveal of nothing is still a reveal', () => {
    const room = given(secondEdition(smallSeminar()))
      .enters('caucus', 2)
      .does(AMARA, files(closing(1.5)), 1)
    expect(room.events('PositionsRevealed')).toMatchObject([{ stage: 'opening', positions: {} }])
    room.when(CLOCK, { type: 'endPhase', index: 5 }, 120).happens(
      {
        type: 'PositionsRevealed',
        round: 'framing',
        stage: 'closing',
        positions: { us: { position: { value: 1.5 } } },
      },
      { type: 'PhaseEnded', index: 5 },
      { type: 'PhaseStarted', index: 6 },
      { type: 'PositionsRevealed', round: 'regional-order', stage: 'opening', positions: {} },
    )
  })
})
