// Caucuses inside a delegation and between two (rules C1–C3).
import { describe, expect, test } from 'vitest'
import { AMARA, CHAIR, DAIKI, FEN, HANA, IVO } from '../support/cast'
import { given } from '../support/given'

const talk = { type: 'speakInCaucus', text: 'Between us.' } as const
const whisper = (between: 'us-jp' | 'us-cn' | 'jp-cn') =>
  ({ type: 'speakInBilateral', between, text: 'Between the two of us.' }) as const

describe('caucuses', () => {
  test('C1 a delegation talks in private from the briefing until the debrief', () => {
    const room = given()
    room.when(AMARA, talk).isRefused('wrong-phase')
    for (const kind of ['briefing', 'caucus', 'reveal', 'openings', 'floor', 'negotiation', 'ballot'] as const)
      room.enters(kind).when(AMARA, talk).happens({ type: 'CaucusSpoken', delegation: 'us', text: 'Between us.' })
    room.enters('debrief').when(AMARA, talk).isRefused('wrong-phase')
    room.enters('reflection').when(AMARA, talk).isRefused('wrong-phase')
    room.when(IVO, talk).isRefused('not-seated')
  })

  test('C1 its own seats and the chair hear it, nobody else, and a pause silences nobody', () => {
    const room = given().enters('floor').does(CHAIR, { type: 'pauseClock' }).does(AMARA, talk, 50)
    expect(room.hearersOf('CaucusSpoken')).toEqual(['chair', 'amara', 'ben', 'cleo'])
    const between = given().enters('caucus').does(CHAIR, { type: 'setAutopilot', agenda: false, floor: 'off' })
    between.does(CHAIR, { type: 'endPhase', index: 1 }).when(AMARA, talk).isAllowed()
  })

  test('C2 two delegations talk in caucus and negotiation, and the third does not hear it', () => {
    const room = given().enters('briefing')
    room.when(AMARA, whisper('us-jp')).isRefused('wrong-phase')
    room.enters('floor').when(AMARA, whisper('us-jp')).isRefused('wrong-phase')
    room.enters('negotiation').when(AMARA, whisper('us-jp')).happens({ type: 'BilateralSpoken', between: 'us-jp' })
    room.when(FEN, whisper('us-jp')).isRefused('not-in-caucus')
    room.when(IVO, whisper('us-jp')).isRefused('not-seated')
    room.does(DAIKI, whisper('us-jp'))
    expect(room.hearersOf('BilateralSpoken')).toEqual(['chair', 'amara', 'ben', 'cleo', 'daiki', 'emi'])
    room.does(FEN, whisper('us-cn'))
    expect(room.hearersOf('BilateralSpoken')).toEqual(['chair', 'amara', 'ben', 'cleo', 'fen', 'guo'])
    given().enters('caucus', 2).when(AMARA, whisper('us-jp')).isAllowed()
  })

  test('C3 an observer has no caucus and no bilateral', () => {
    const room = given().enters('negotiation')
    room.when(HANA, talk).isRefused('not-in-caucus')
    room.when(HANA, whisper('jp-cn')).isRefused('not-in-caucus')
    room.when(FEN, whisper('jp-cn')).isAllowed()
  })
})
