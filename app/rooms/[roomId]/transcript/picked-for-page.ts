// What was looked up for the wishes of a reader of a record, and what there is to say about it. It must not know how.
import type { Marks } from '#simulation/reading/search-text'
import type { Picked } from './transcript-filter'

export type PickedForPage = Picked & {
  /** What the words are marked by where they stand. */
  marks: Marks | null
  /** Nothing in what was typed can be looked for. */
  empty: boolean
  /** Rows that nobody has looked through yet. */
  behind: number
}
