// Which entries of a record a reader asked for, as far as the record itself does not say: where their words were found, and which
// stand behind a mark that they may see.
import type { Highlights } from '../reading/search-text'

export type PickedEntries = {
  /** Null when no words were looked for. */
  found: ReadonlySet<string> | null
  evidence: ReadonlySet<string>
  /** What the words are marked by where they stand; null when there are none. */
  marks: Highlights | null
  /** Nothing in what was typed can be looked for. */
  empty: boolean
  /** Rows that nobody has looked through yet. */
  behind: number
}
