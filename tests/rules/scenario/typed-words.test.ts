// What is taken of typed words: nothing in them turns the line around them, stands for words taken off, or fills a page with nothing.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSubmission } from '#server/live/submitting'
import { setApart, withTurnsShown } from '#simulation/kernel/bidi'
import { textParts } from '#simulation/kernel/gaps'
import { takenText } from '#simulation/kernel/typed-words'

const submitted = (text: string) => {
  const command = {
    type: 'makeStatement',
    text,
    intent: 'point',
    answers: null,
    anchors: [{ source: `${text} in print` }],
  }
  return readSubmission({ roomId: 'room-1', commandId: 'command-1', command })?.command
}

/** By their numbers, so that this file holds none of them. */
const UNTAKEN = [...span(0x202a, 0x202e), ...span(0x2066, 0x2069), 0xfffc].map((code) => String.fromCodePoint(code))
function span(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, step) => from + step)
}

test('D24 overrides and isolates of the direction of writing, and the sign for words taken off, are dropped from a text wherever it stands', () => {
  for (const one of UNTAKEN)
    expect(submitted(`We${one} agree${one}`)).toMatchObject({
      text: 'We agree',
      anchors: [{ source: 'We agree in print' }],
    })
  expect(submitted('我们同意。\u200f نعم')).toMatchObject({ text: '我们同意。\u200f نعم' })
})

test('a text of nothing else is none', () => {
  expect(submitted(UNTAKEN.join(''))).toBeUndefined()
})

test('three or more line feeds become two, however they are written, and nothing else of a text changes', () => {
  expect(submitted('one\n\n\n\n\ntwo\nthree\n\nfour')).toMatchObject({ text: 'one\n\ntwo\nthree\n\nfour' })
  expect(submitted('one\r\n\r\n\r\n\r\ntwo')).toMatchObject({ text: 'one\n\ntwo' })
  expect(submitted('one\n \n\t\n \ntwo')).toMatchObject({ text: 'one\n\ntwo' })
  const written = fc.string({ unit: fc.constantFrom('a', '\n', ' ', '\t', '\r\n', '字', '\u202e') })
  fc.assert(
    fc.property(written, (text) => {
      const taken = takenText(text)
      expect(taken).not.toMatch(/\n\s*\n\s*\n|\u202e/)
      expect(taken.replace(/\s/g, '')).toBe(text.replace(/[\s\u202e]/g, ''))
      expect(takenText(taken)).toBe(taken)
    }),
  )
})

test('a long text of line feeds alone is folded as well', () => {
  expect(takenText(`a${'\n \t'.repeat(200_000)}b`)).toBe('a\n\n \tb')
})

test('D24 in a record of before such a sign is shown by its name, and a text from right to left is set apart in a file', () => {
  const turning = UNTAKEN.filter((one) => one !== '\uFFFC')
  const shown = turning.map((one) => withTurnsShown(`RTL ${one}evil`))
  expect(shown).toContain('RTL ⟦RLO⟧evil')
  expect(new Set(shown).size).toBe(turning.length)
  expect(shown.join('')).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/)
  expect(textParts('a \u202Eb')).toEqual([{ kind: 'words', text: 'a ⟦RLO⟧b' }])
  expect(setApart('نعم')).toBe('\u2068نعم\u2069')
  for (const plain of ['yes', '三', 'é 😀', '']) expect(setApart(plain)).toBe(plain)
})
