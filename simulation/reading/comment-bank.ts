// The comments that somebody keeps for the sheets of a course (rule J12): which are found while another is typed, and how one is put in.
import { folded } from '../kernel/search-text'

export type KeptComment = Readonly<{ id: string; text: string }>

/** As many as there are digits to put them in. */
export const MOST_FOUND = 9
/** So many may be kept by one person in a course. */
export const MOST_KEPT = 200

/** Before a digit it puts a comment in. */
export const INSERTS = ';'

/** Where the sentence begins that is being typed at the end of this text. */
function sentenceAt(text: string): number {
  const ends = [...text.matchAll(/[.!?]\s+|[。！？\n]\s*/gu)].at(-1)
  return ends ? ends.index + ends[0].length : 0
}

/** The kept comments in which every word of the sentence being typed stands, newest first as they are given; all while none is begun. */
export function foundComments(kept: readonly KeptComment[], before: string): readonly KeptComment[] {
  const words = folded(before.slice(sentenceAt(before)).replaceAll(INSERTS, ' '))
    .split(/\s+/)
    .filter(Boolean)
  return kept
    .filter(({ text }) => {
      const plain = folded(text)
      return words.every((word) => plain.includes(word))
    })
    .slice(0, MOST_FOUND)
}

/** The text with a comment in place of the sentence that is typed up to `at`, and where the cursor then stands. */
export function withComment(text: string, at: number, comment: string): { text: string; at: number } {
  const begun = text.slice(0, sentenceAt(text.slice(0, at))) + comment
  return { text: begun + text.slice(at), at: begun.length }
}

/** Which of the comments found is asked for by what was just typed, from 0; null where none is. */
export function askedFor(before: string): number | null {
  const digit = before.at(-2) === INSERTS ? Number(before.at(-1)) : Number.NaN
  return digit >= 1 && digit <= MOST_FOUND ? digit - 1 : null
}
