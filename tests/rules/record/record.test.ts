// Who hears what (rules R1–R9). Hearers are listed by hand from who was addressed and who sat where.
import { describe, expect, test } from 'vitest'
import { isRedacted } from '#simulation/secrecy/visible-row'
import {
  AMARA,
  BEN,
  CHAIR,
  DAIKI,
  drafts,
  FEN,
  files,
  HANA,
  IVO,
  opening,
  SEATING,
  statement,
} from '../../support/cast'
import type { Room } from '../../support/given'
import { given } from '../../support/given'
import { viewOf } from '../../support/stories/heard'

const ALL = ['chair', 'stage', ...Object.keys(SEATING), 'ivo']
const US = ['chair', 'amara', 'ben', 'cleo']

/** A seminar in which everything private has been said once, advanced to its negotiation. */
function whispering(): Room {
  const room = given().does(IVO, { type: 'markStance', round: 'framing', value: 1 }).enters('caucus')
  room.does(AMARA, { type: 'speakInCaucus', text: 'secret caucus' })
  room.does(DAIKI, { type: 'speakInBilateral', between: 'jp-cn', text: 'secret bilateral' })
  room.does(BEN, drafts(opening(1, 'secret draft'))).does(AMARA, files(opening(2, 'secret filed')))
  room
    .does(BEN, { type: 'callForHelp', text: 'secret help' })
    .does(CHAIR, { type: 'answerHelp', no: 'h2-1', text: 'secret answer' })
  room
    .does(CHAIR, { type: 'nudge', to: 'us', text: 'secret nudge' })
    .does(CHAIR, { type: 'bookmarkEntry', entry: '1', note: 'secret mark' })
  return room.agrees('gap').enters('caucus', 3).does(BEN, { type: 'adviseBallot', clause: 'gap', vote: 'for' })
}

describe('the record', () => {
  test('R2 the chair hears everything said in the room', () => {
    const room = whispering()
    expect(viewOf(room.rows, { kind: 'chair' }, false)).toEqual(room.rows)
  })

  test('R3 a stage hears what everyone hears and nothing else, also after the debrief', () => {
    const room = whispering()
    const heard = () =>
      viewOf(room.rows, { kind: 'stage' }, room.state.unsealedAt !== null).flatMap((told) =>
        isRedacted(told) ? [] : [told],
      )
    const secrets = ['caucus', 'bilateral', 'draft', 'filed', 'help', 'answer', 'nudge', 'mark']
    const said = () => JSON.stringify(heard())
    // Filed positions have been revealed; everything else was never public.
    for (const secret of secrets) expect(said().includes(`"secret ${secret}"`), secret).toBe(secret === 'filed')
    room.enters('debrief')
    for (const secret of secrets) expect(said().includes(`"secret ${secret}"`), secret).toBe(secret === 'filed')
    expect(heard().length).toBeGreaterThan(20)
  })

  test('R4 what a seat heard is heard by whoever inherits it, and by whoever heard it there', () => {
    const room = whispering()
    expect(room.hearersOf('CaucusSpoken')).toEqual(US)
    room.does(CHAIR, { type: 'placePerson', person: 'ivo', seat: 'us.treasury' })
    expect(room.hearersOf('CaucusSpoken')).toEqual([...US, 'ivo'])
    room.does(CHAIR, { type: 'placePerson', person: 'ben', seat: 'jp.pm' })
    expect(room.hearersOf('CaucusSpoken')).toEqual([...US, 'ivo'])
    // Ben comes from another delegation, so what Japan said before is not his. Daiki, who heard it, gave up the seat.
    expect(room.hearersOf('BilateralSpoken')).toEqual(['chair', 'daiki', 'emi', 'fen', 'guo'])
    room.does(AMARA, { type: 'speakInCaucus', text: 'without Ben' })
    expect(room.hearersOf('CaucusSpoken')).toEqual(['chair', 'amara', 'cleo', 'ivo'])
  })

  test('R5 what a person says of themselves goes with them, not with the seat', () => {
    const room = given().enters('briefing').does(AMARA, { type: 'markStance', round: 'framing', value: 1 })
    expect(room.hearersOf('StanceMarked')).toEqual(['chair', 'amara'])
    room.does(CHAIR, { type: 'placePerson', person: 'amara', seat: 'jp.pm' })
    expect(room.hearersOf('StanceMarked')).toEqual(['chair', 'amara'])
    room.does(CHAIR, { type: 'placePerson', person: 'amara', seat: null })
    expect(room.hearersOf('StanceMarked')).toEqual(['chair', 'amara'])
  })

  test('R8 the debrief opens caucuses, bilaterals, drafts, briefs and advice, and nothing more', () => {
    const room = whispering()
    const opens = [
      ...['CaucusSpoken', 'BilateralSpoken', 'PositionDrafted', 'PositionFiled', 'BriefIssued', 'BallotAdvised'],
    ] as const
    const stays = [
      ['NudgeSent', US],
      ['HelpCalled', ['chair', 'ben']],
      ['HelpAnswered', ['chair', 'ben']],
      ['StanceMarked', ['chair', 'ivo']],
      ['EntryBookmarked', ['chair']],
      ['ChairPapersIssued', ['chair']],
    ] as const
    for (const type of opens) expect(room.hearersOf(type), type).not.toContain('hana')
    expect(room.hearersOf('ChairPlanIssued')).toEqual(['chair'])
    for (const [type, hearers] of stays) expect(room.hearersOf(type), type).toEqual(hearers)
    room.enters('debrief')
    for (const type of opens) expect(room.hearersOf(type), type).toEqual(ALL.filter((name) => name !== 'stage'))
    expect(room.hearersOf('ChairPlanIssued')).toEqual(ALL)
    for (const [type, hearers] of stays) expect(room.hearersOf(type), type).toEqual(hearers)
    room.does(HANA, { type: 'writeReflection', prompt: 0, text: 'reflection' })
    expect(room.hearersOf('ReflectionWritten')).toEqual(['chair', 'hana'])
  })

  test('R8 a brief reaches its delegation or its seat, and the papers the chair', () => {
    const room = given().enters('briefing')
    const heading = (name: string) => room.as(room.viewerOf(name)).briefs.map((brief) => brief.to)
    expect(heading('amara')).toEqual(['us', 'us.state'])
    expect(heading('emi')).toEqual(['jp', 'jp.finance'])
    expect(heading('hana')).toEqual([])
    expect(heading('ivo')).toEqual([])
    expect(room.as({ kind: 'stage' }).papers).toBeNull()
    expect(room.as({ kind: 'chair' }).papers?.injects.length).toBeGreaterThan(3)
  })

  test('R9 nothing is added to a closed record', () => {
    const room = given().enters('floor').does(CHAIR, { type: 'grantFloor', seat: 'us.state' })
    room.when(AMARA, { type: 'closeRoom' }).isRefused('not-the-chair')
    room.when(AMARA, statement('Last words.')).isAllowed()
    room.does(CHAIR, { type: 'closeRoom' })
    room.when(AMARA, statement('Last words.')).isRefused('room-closed')
    room.when(CHAIR, { type: 'undoLastStep' }).isRefused('room-closed')
    room.when(CHAIR, { type: 'nudge', to: 'room', text: 'Go.' }).isRefused('room-closed')
    room.when(FEN, { type: 'leaveSeat' }).isRefused('room-closed')
    room.when(CHAIR, { type: 'closeRoom' }).isRefused('room-closed')
  })
})
