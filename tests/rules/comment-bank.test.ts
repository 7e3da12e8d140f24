/** Kept comments: which are found while one is typed, and how one is put in (rule J12). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askedFor, foundComments, type KeptComment, MOST_FOUND, withComment } from '#simulation/reading/comment-bank'

const kept: readonly KeptComment[] = [
  { id: '1', text: 'Grant the strongest point before you meet it.' },
  { id: '2', text: 'A reason for those at home is missing.' },
  { id: '3', text: '相手の一番強い点に答えましょう。' },
]
const found = (before: string) => foundComments(kept, before).map(({ id }) => id)

test('J12 those are found in which each word of the sentence that is typed stands, in any case and order', () => {
  expect(found('')).toEqual(['1', '2', '3'])
  expect(found('POINT strong')).toEqual(['1'])
  expect(found('Well argued. a rea')).toEqual(['2'])
  expect(found('Well argued, a rea')).toEqual([])
  expect(found('よくできました。強い点')).toEqual(['3'])
  expect(found('strong;')).toEqual(['1'])
  const many = Array.from({ length: 30 }, (_, at) => ({ id: `${at}`, text: `Comment ${at}` }))
  expect(foundComments(many, 'comment')).toEqual(many.slice(0, MOST_FOUND))
})

test('J12 a digit after a semicolon asks for one, and it takes the place of the sentence that was typed', () => {
  expect(['strong;1', ';9', ';0', '1', '; 1', ';;', 'a;12'].map(askedFor)).toEqual([0, 8, null, null, null, null, null])
  expect(withComment('Well argued. strong;1 And more.', 21, 'Grant it.')).toEqual({
    text: 'Well argued. Grant it. And more.',
    at: 22,
  })
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (before, after, comment) => {
      const put = withComment(before + after, before.length, comment)
      expect(put.text.slice(put.at)).toBe(after)
      expect(put.text.slice(0, put.at).endsWith(comment)).toBe(true)
      expect(before.startsWith(put.text.slice(0, put.at - comment.length))).toBe(true)
    }),
  )
})
