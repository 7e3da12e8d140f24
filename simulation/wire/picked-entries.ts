// Which entries of a record a page shows when it is filtered by a search or by the evidence of marks: the server works both out, and
// the page picks these numbers from the record it holds.
import type { Highlights } from '../kernel/search-text'

export type PickedEntries = {
  /** Numbers of the entries in which the search found something; null when nothing was searched for. */
  found: ReadonlySet<string> | null
  evidence: ReadonlySet<string>
  /** How the words found are highlighted in a text; null when nothing was searched for. */
  marks: Highlights | null
  /** The query holds nothing that can be searched for, such as punctuation alone. */
  empty: boolean
  /** What of it was not looked for, because it is too common. */
  common: readonly string[]
  /** How many rows of the room the search index has not taken in yet. */
  behind: number
}
