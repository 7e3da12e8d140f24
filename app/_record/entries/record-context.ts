// What all lines of one record are drawn from.
import type { RoomPlan } from '#simulation/agenda/plan'
import type { PersonId } from '#simulation/kernel/ids'
import type { Highlights } from '#simulation/kernel/search-text'
import type { DisplayNames } from '#simulation/wire/protocol'

/** What all lines of one record share. Keep it the same object between renders, else every line re-renders. */
export type RecordContext = {
  plan: RoomPlan
  displayNames: DisplayNames
  /** Our summaries of the sources' paragraphs, by id. */
  gists?: Readonly<Record<string, string>>
  /** The reader, whose entries are marked "(you)". */
  own?: PersonId | null
  /** The zone of the times, for paper and exports; by default the device's own. */
  timeZone?: string
  /** The matches of a search, highlighted in the words. */
  marks?: Highlights | null
  /** For paper and for pages of thousands of entries: anchors are plain text without buttons. */
  still?: boolean
  /** Whether the reader may play on from an entry (D26). */
  forks?: boolean
  /** Where the page is about one tension, the entries do not name it. */
  oneTension?: boolean
}
