// How two wordings of a clause differ, word by word, in any language. What is told of a difference is drawn and never stored: where a word
// ends is the reader's runtime to say (Unicode Standard Annex 29), and runtimes differ.
import { diffArrays } from 'diff'
import type { Revised } from '../../shapes/homework'

/** Words, spaces and signs in their order; together they are the text again. Japanese and Chinese are cut into words too. */
export const tokensOf = (text: string): readonly string[] => [...SEGMENTER.segment(text)].map(({ segment }) => segment)
const SEGMENTER = new Intl.Segmenter('en', { granularity: 'word' })

export const isWord = (token: string): boolean => /[\p{L}\p{N}]/u.test(token)
export const wordCount = (tokens: readonly string[]): number => tokens.filter(isWord).length

/** A stretch of two texts: in both, only in the one before, or only in the one after. */
export type Piece = Readonly<{ kind: 'same' | 'gone' | 'new'; text: string }>

/** Fewer words than these that stayed between two changes are read as changed with them. */
const LEAST_BETWEEN = 2

/**
 * Stretches of `before` and `after` in reading order, what went before what came: without `new` they are the one, without `gone` the other.
 */
export function differences(before: string, after: string): readonly Piece[] {
  const parts = diffArrays([...tokensOf(before)], [...tokensOf(after)])
  const pieces: Piece[] = []
  let [gone, came] = ['', '']
  const close = () => {
    if (gone !== '') pieces.push({ kind: 'gone', text: gone })
    if (came !== '') pieces.push({ kind: 'new', text: came })
    gone = ''
    came = ''
  }
  for (const [at, { value, added, removed }] of parts.entries()) {
    const text = value.join('')
    const between = at > 0 && at + 1 < parts.length && wordCount(value) < LEAST_BETWEEN
    if (!added && !removed && !between) {
      close()
      pieces.push({ kind: 'same', text })
      continue
    }
    if (!added) gone += text
    if (!removed) came += text
  }
  close()
  return pieces
}

/** What a post said before and what it says, each with what came next. */
export const changesThrough = ({ before }: Revised, now: string): readonly { before: string; after: string }[] =>
  before.map((text, place) => ({ before: text, after: before[place + 1] ?? now }))

/** How much of a text is not in another, in words: 0 where all of it is, 1 where nothing is. */
export function shareChanged(before: string, after: string): number {
  const parts = diffArrays([...tokensOf(before)], [...tokensOf(after)])
  const words = (all: typeof parts) => wordCount(all.flatMap(({ value }) => value))
  const whole = words(parts.filter(({ removed }) => !removed))
  return whole === 0 ? 1 : words(parts.filter(({ added }) => added)) / whole
}
