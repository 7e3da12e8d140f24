// H21: the few signs that written words may hold, and that a search finds the words without them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formattedLines, withoutSigns } from '#simulation/kernel/formatting'
import { searchLines } from '#simulation/topics/topic'

test('H21 what is written is found again as emphasis, list and address, and as nothing else', () => {
  const words = fc.constantFrom(
    ...['trade', 'a<b>', '日本', '2*3*4', 'x & y', '- ', '“so”', '_no_', '#1', 'ftp://example.org'],
  )
  const stretch = fc.oneof(
    fc.record({ kind: fc.constant('words'), text: words }),
    fc.record({ kind: fc.constant('emphasis'), text: fc.constantFrom('never', 'two words', '東京') }),
    fc.record({
      kind: fc.constant('link'),
      text: fc.constantFrom('https://example.org/a?b=1#c', 'http://example.org'),
    }),
  )
  const line = fc.record({ isItem: fc.boolean(), stretches: fc.array(stretch, { minLength: 1, maxLength: 4 }) })
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
      const typed = lines.map(({ isItem, stretches }) => {
        const said = stretches.map(({ kind, text }) => (kind === 'emphasis' ? `*${text}*` : text)).join(' ')
        return (isItem ? '- ' : 'So: ') + said
      })
      const read = formattedLines(typed.join('\n'))
      const signs = (all: typeof lines) =>
        all.map(({ isItem, stretches }) => [isItem, stretches.filter(({ kind }) => kind !== 'words')])
      const wanted = signs(lines)
      const found = read?.map(({ isItem, stretches }) => [isItem, stretches.filter(({ kind }) => kind !== 'words')])
      expect(found ?? wanted.map(() => [false, []])).toEqual(wanted)
    }),
  )
})

test('H21 a search finds words across the signs of emphasis', () => {
  expect(withoutSigns('日*東京*米 and *two words*\n- it*em*')).toBe('日東京米 and two words\nit*em*')
  expect(searchLines('*Never* again', null)).toBe('Never again')
})
