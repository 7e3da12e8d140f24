// H19: how long what is written for homework may be, and how a text of any script is counted.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Requirement } from '#simulation/agenda/plan'
import { lengthFault, lengthOf } from '#simulation/kernel/lengths'
import { LIMITS } from '#simulation/kernel/limits'
import { dueOf, givenWeek, type More, opensAt, phaseOf, post } from '../../screens/homework/given-week'
import { AMARA, BEN, type Written } from '../../support/cast'

const WORDS = ['tariffs', 'l’accord', 'Müller', 'e-mail', '1,000', 'không', 'договор', 'U.S.', 'İstanbul', 'नीति'].map(
  (text) => ({ text, words: 1, letters: 0 }),
)
const LETTERS = ['同盟', 'ひらがな', 'カタカナー', '한국어', '々'].map((text) => ({
  text,
  words: 0,
  letters: text.length,
}))
const SIGNS = [' — ', ', ', '。', '\n\n', ' … ', '「', ' 🕊 ', ' (', '！', ' * '].map((text) => ({
  text,
  words: 0,
  letters: 0,
}))

describe('how long words are', () => {
  test('H19 words count in scripts with spaces, letters in Chinese, Japanese and Korean, and signs never, in any mixture', () => {
    const piece = fc.constantFrom(...WORDS, ...LETTERS)
    const between = fc.constantFrom(...SIGNS)
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, between)), (pieces) => {
        const text = pieces.map(([{ text: one }, { text: sign }]) => one + sign).join(' ')
        const [words, letters] = (['words', 'letters'] as const).map((what) =>
          pieces.reduce((sum, [one]) => sum + one[what], 0),
        )
        const unit = letters ? (words ? 'both' : 'characters') : 'words'
        expect(lengthOf(text)).toEqual({ count: (words ?? 0) + (letters ?? 0), unit })
        expect(lengthOf(text.normalize('NFD'))).toEqual(lengthOf(text))
      }),
    )
    expect(lengthOf('東京とWashingtonの間')).toEqual({ count: 6, unit: 'both' })
  })

  test('H19 a text is as much too long or too short as would have to go, or to come', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 30 }), fc.nat(30), (count, least, more) => {
        const text = `  ${'word '.repeat(count)}`
        const most = least + more
        const by = count > most ? { kind: 'long', by: count - most, unit: 'words' } : null
        const short = count < least ? { kind: 'short', by: least - count, unit: 'words' } : null
        expect(lengthFault(text, { least, most, letters: 12_000 })).toEqual(by ?? short)
      }),
    )
    expect(lengthFault('12345678', { least: 0, most: null, letters: 5 })).toEqual({
      kind: 'long',
      by: 3,
      unit: 'signs',
    })
  })
})

/** Each phase asks for everything that has a length, of three to five words. */
const asked: More = {
  requires: (['position-draft', 'opening', 'answer', 'reflection'] as const).map(
    (what): Requirement => ({ what, count: 1, by: 'student', least: 3, most: 5 }),
  ),
}
const paper = (type: 'draftPosition' | 'filePosition', text: string): Written => ({
  ...{ type, round: 'framing', stage: 'opening' },
  ...{ value: 1, text, redLine: '', anchors: [], guesses: {} },
})
const reflection = (text: string): Written => ({ type: 'writeReflection', prompt: 0, text })

describe('H19', () => {
  test('H19 a paper, an opening, an answer and a reflection are taken between least and most, and revised no further', () => {
    const written = [
      ['caucus', (text: string) => paper('draftPosition', text)],
      ['caucus', (text: string) => paper('filePosition', text)],
      ['openings', (text: string) => post(phaseOf('openings'), text)],
      ['reflection', reflection],
    ] as const
    for (const [phase, command] of written) {
      const room = givenWeek(opensAt(phase), asked)
      room.when(AMARA, command('Too short.')).isRefused('too-short')
      room.when(AMARA, command('one two three four five six')).isRefused('too-long')
      room.does(AMARA, command('five words are quite enough'))
    }
    const opening = givenWeek(opensAt('openings'), asked).does(AMARA, post(phaseOf('openings'), 'Three words here.'))
    opening
      .when(AMARA, {
        type: 'reviseStatement',
        entry: String(opening.state.record.length),
        text: 'Two words.',
        anchors: [],
      })
      .isRefused('too-short')
  })

  test('H19 the least of answers holds for what answers an entry; where nothing is said the most is in letters', () => {
    const floor = phaseOf('floor')
    const free = givenWeek(opensAt('floor'), asked).does(AMARA, post(floor, 'Will you?'))
    const entry = free.state.record.length
    free.when(BEN, post(floor, 'No.', 'framing', entry)).isRefused('too-short')
    const plain = givenWeek(opensAt('openings'), { requires: [] })
    const opening = (letters: number) => post(phaseOf('openings'), 'x'.repeat(letters))
    plain.when(AMARA, opening(LIMITS.paper + 1)).isRefused('too-long')
    plain.when(AMARA, opening(LIMITS.paper)).happens({ type: 'StatementPosted' })
    givenWeek(opensAt('floor'), { requires: [] })
      .when(BEN, post(floor, 'x'.repeat(LIMITS.answer + 1)))
      .isRefused('too-long')
  })

  test('H19 what is too short or too long is not handed in by the clock', () => {
    const openings = phaseOf('openings')
    const room = givenWeek(dueOf('openings') - 1, { ...asked, handInDrafts: true })
    for (const [text, reason] of [
      ['Two words.', 'too-short'],
      ['one two three four five six', 'too-long'],
    ] as const)
      room.when(BEN, { type: 'handIn', work: post(openings, text) }).isRefused(reason)
  })
})
