/** A page packed once says the same as the page itself, whatever word is laid into it. */
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NonceTemplate } from '#server/web/nonce-template'

const WORD = 'AbCdEf0123456789+/AbCd=='

/** Texts with much in common, so that one refers to another across the words between. */
const piece = fc
  .array(fc.oneof(fc.constantFrom('<script nonce="', '" async="">', 'the gap ', 'é漢'), fc.string({ unit: 'binary' })))
  .map((parts) => parts.join('').replaceAll(WORD, ''))
const word = fc.stringMatching(/^[A-Za-z0-9+/]{22}==$/)

test('unpacked it is the text with the word in every place, and so it is unpacked', () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 40 }), word, (pieces, laid) => {
      const page = new NonceTemplate(pieces.join(WORD), WORD)
      const whole = Buffer.from(pieces.join(laid))
      expect(page.with(laid).equals(whole)).toBe(true)
      expect(gunzipSync(page.packedWith(laid)).equals(whole)).toBe(true)
    }),
  )
})

test('it is small, refers back further than a packed text can reach, and keeps nothing of one sending for the next', () => {
  const text = Array.from({ length: 40 }, (_, at) => `<p nonce="${WORD}">${`the gap of round ${at} `.repeat(100)}`)
  const page = new NonceTemplate(text.join(''), WORD)
  const [one, two] = ['1'.repeat(WORD.length), '2'.repeat(WORD.length)]
  expect(page.packedWith(one).length).toBeLessThan(6_000)
  expect(gunzipSync(page.packedWith(one)).toString()).toBe(text.join('').replaceAll(WORD, one))
  expect(gunzipSync(page.packedWith(two)).toString()).not.toMatch(/1{24}|AbCdEf/)
})

test('a word of another length is refused, because the pieces count on it', () => {
  expect(() => new NonceTemplate(`a ${WORD} b`, WORD).with('short')).toThrow('as long')
})
