// What the page of a record shows beside what every page of its room knows: its entries with what is added to them, how many there are,
// and what they can be filtered by. For a long record it is worked out in a thread, and holds the first entries only.
import type { PhaseKind } from '../../agenda/phase-kinds'
import type { DelegationId, Intent, PersonId } from '../../kernel/ids'
import type { Section } from './sections'

/** The additions to an entry for this reader. */
export type Beside = {
  /** The chair's bookmark with its note; it is not printed and sent to no one else. */
  bookmark?: string | null
  /** How many seats could read it while it was sealed. */
  heard?: number
  /** The class may not read it: it is printed only on request. */
  isPrivate?: true
  /** Whether the chair may take words off it: some that they pick, or all of them. */
  strikes?: 'parts' | 'whole'
}

/** Entries by section, and the additions to them by entry number. */
export type RecordEntries = { sections: readonly Section[]; beside: Readonly<Record<string, Beside>> }

/** What the entries of a record can be filtered by, with how many there are of each; in the order in which a form lists them. */
export type FilterOptions = {
  phases: readonly PhaseKind[]
  delegations: readonly (readonly [DelegationId, number])[]
  intents: readonly Intent[]
  anchors: readonly (readonly [string, number])[]
  people: readonly (readonly [PersonId, number])[]
  marked: number
}

export type RecordPage = RecordEntries & {
  /** How many entries this reader may read, how many of them the whole class may, and how many pass the filter. */
  counts: { all: number; ofClass: number; shown: number }
  /** The first and last public number of those that pass; null where none is public. */
  range: Section['range']
  options: FilterOptions
  /** The sections of all entries that pass, with the number of the first entry of each. */
  contents: readonly { phase: number; first: string }[]
}
