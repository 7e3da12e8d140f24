// Stances: what people say as themselves, out of role (rules V1–V2).
import { describe, expect, test } from 'vitest'
import { AMARA, CHAIR, CLOCK, IVO } from '../support/cast'
import { given, opened } from '../support/given'

const stance = (value: number, round = 'framing') => ({ type: 'markStance', round, value }) as const
const reflection = (text: string, prompt = 0) => ({ type: 'writeReflection', prompt, text }) as const

describe('one’s own view', () => {
  test('V1 a stance is marked in the briefing and again in the reflection, in private', () => {
    const room = given()
    room.enters('briefing').does(AMARA, stance(1.5))
    expect(room.hearersOf('StanceMarked')).toEqual(['chair', 'amara'])
    room.when(AMARA, stance(1, 'cptpp')).isRefused('no-such-round')
    room.when(CHAIR, stance(1)).isRefused('not-seated')
    room.when(AMARA, stance(1), 300).isRefused('phase-ended')
    room.enters('caucus').when(AMARA, stance(1)).isRefused('wrong-phase')
    room.enters('debrief').when(AMARA, stance(1)).isRefused('wrong-phase')
    room.enters('reflection').does(AMARA, stance(-1)).does(AMARA, stance(-0.5))
    expect(room.state.stances).toEqual({ 'amara/before/framing': 1.5, 'amara/after/framing': -0.5 })
    expect(room.as(room.viewerOf('ben')).stances).toEqual({})
  })

  test('V1 it goes with the person, also before the first phase and without a seat', () => {
    const room = opened().does(IVO, stance(2)).does(IVO, { type: 'takeSeat', seat: 'jp.pm' })
    room.does(CHAIR, { type: 'placePerson', person: 'amara', seat: 'jp.pm' })
    expect(room.hearersOf('StanceMarked')).toEqual(['chair', 'ivo'])
  })

  test('V2 reflections are written in reflection and debrief, and again while the phase runs', () => {
    const room = given().enters('ballot')
    room.when(AMARA, reflection('Too soon.')).isRefused('wrong-phase')
    room.enters('debrief').does(AMARA, reflection('At first.')).does(AMARA, reflection('The other.', 2))
    expect(room.hearersOf('ReflectionWritten')).toEqual(['chair', 'amara'])
    room.enters('reflection').does(AMARA, reflection('On reflection.'))
    room.when(AMARA, reflection('None such.', 3)).isRefused('no-such-entry')
    room.when(CHAIR, reflection('Mine.')).isRefused('not-seated')
    room.when(CLOCK, reflection('Mine.')).isRefused('not-seated')
    room.when(AMARA, reflection('Late.'), 360).isRefused('phase-ended')
    expect(Object.values(room.state.reflections)).toMatchObject([
      { no: 'r1-1', text: 'On reflection.' },
      { no: 'r1-3', text: 'The other.' },
    ])
  })
})
