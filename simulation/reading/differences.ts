// How two wordings of a clause differ, word by word, in any language. What is told of a difference is drawn and never stored: where a word
// ends is the reader's runtime to say (Unicode Standard Annex 29), and runtimes differ.
import { diffArrays } from 'diff'

/** Words, spaces and signs in their order; together they are the text again. Japanese and Chinese are cut into words too. */
export const tokensOf = (text: string): readonly string[] => [...SEGMENTER.segment(text)].map(({ segment }) => segment)
const SEGMENTER = new Intl.Segmenter('en', { granularity: 'word' })

export const isWord = (token: string): boolean => /[\p{L}\p{N}]/u.test(token)
export const wordCount = (tokens: readonly string[]): number => tokens.filter(isWord).length

/** A stretch of two texts: in both, only in the one before, or only in the one after. */
export type Piece = Readonly<{ kind: 'same' | 'gone' | 'new'; text: string }>

/** Stretches of `before` and `after` in reading order: without `new` they are the one, without `gone` the other. */
export function differences(before: string, after: string): readonly Piece[] {
  const parts = diffArrays([...tokensOf(before)], [...tokensOf(after)])
  return parts.map(({ value, added, removed }) => ({
    kind: added ? 'new' : removed ? 'gone' : 'same',
    text: value.join(''),
  }))
}

/** How much of a text is not in another, in words: 0 where all of it is, 1 where nothing is. */
export function shareChanged(before: string, after: string): number {
  const pieces = differences(before, after)
  const words = (kinds: readonly Piece['kind'][]) =>
    wordCount(pieces.flatMap(({ kind, text }) => (kinds.includes(kind) ? tokensOf(text) : [])))
  const all = words(['same', 'new'])
  return all === 0 ? 1 : words(['new']) / all
}
