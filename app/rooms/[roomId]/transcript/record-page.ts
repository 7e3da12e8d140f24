// The part of a record's page that depends on its entries. It takes time with their number, so for a long record a thread works it out
// (drawing.ts).

import { PHASE_KINDS } from '#simulation/agenda/phase-kinds'
import { INTENTS } from '#simulation/kernel/ids'
import { type Paragraph, paragraphs } from '#simulation/reading/log/transcript'
import type { FilterOptions, RecordPage } from '#simulation/reading/record/record-page'
import { rangeOf, type Section, sectionsOf } from '#simulation/reading/record/sections'
import type { VisibleRow } from '#simulation/secrecy/visible-row'
import type { PickedEntries } from '#simulation/wire/picked-entries'
import { delegationsIn } from '#ui/words/delegations.ts'
import { besideEntries, type ReadBeside } from './exports/beside-entries'
import { anchorName, anchorsOf, fits, isMarked, type TranscriptFilter } from './transcript-filter'

/** From this many entries on, the list of the page is virtualised. */
const LONG = 400
/** How many entries a page starts with; those after them it fetches, so that it is drawn before they are there. */
const FIRST = 30

export type PageOf = {
  reading: ReadBeside
  /** The rows of which the reading's state is the fold. */
  told: readonly VisibleRow[]
  filter: TranscriptFilter
  picked: PickedEntries
}

/** The page with all entries that pass the filter. */
export function recordPage({ reading, told, filter, picked }: PageOf): RecordPage {
  const all = paragraphs(reading.state)
  const shown = all.filter((entry) => fits(filter, entry, picked))
  const sections = sectionsOf(shown)
  const beside = besideEntries(reading, told)
  return {
    sections,
    beside,
    counts: {
      all: all.length,
      ofClass: all.filter(({ no }) => !beside[no]?.isPrivate).length,
      shown: shown.length,
    },
    range: rangeOf(shown),
    options: optionsOf(reading, all, picked),
    contents: sections.flatMap(({ phase, entries: [first] }) => (first ? [{ phase, first: first.id }] : [])),
  }
}

export const isLong = ({ counts }: Pick<RecordPage, 'counts'>): boolean => counts.shown > LONG

/** Whether a page fetches what comes after its first entries. */
export const comesLater = ({ counts }: Pick<RecordPage, 'counts'>): boolean => counts.shown > FIRST

/** A page cut down to its first entries. */
export function startOf(page: RecordPage): RecordPage {
  let left = FIRST
  const sections: Section[] = []
  for (const section of page.sections) {
    if (left <= 0) break
    const entries = section.entries.slice(0, left)
    left -= entries.length
    sections.push({ ...section, entries })
  }
  const kept = sections.flatMap(({ entries }) => entries.flatMap(({ no }) => (page.beside[no] ? [no] : [])))
  return { ...page, sections, beside: Object.fromEntries(kept.map((no) => [no, page.beside[no] ?? {}])) }
}

function optionsOf(
  { state: { plan }, displayNames }: ReadBeside,
  all: readonly Paragraph[],
  picked: Pick<PickedEntries, 'evidence'>,
): FilterOptions {
  const phases = new Set(all.map(({ phaseKind }) => phaseKind))
  const intents = new Set(all.map((entry) => (entry.kind === 'statement' ? entry.intent : null)))
  const spoken = new Map(namesWithCounts(all.flatMap(({ delegation }) => delegation ?? [])))
  return {
    phases: PHASE_KINDS.filter((phase) => phases.has(phase)),
    delegations: delegationsIn(plan).map(({ id }) => [id, spoken.get(id) ?? 0]),
    intents: INTENTS.filter((intent) => intents.has(intent)),
    anchors: namesWithCounts(all.flatMap((entry) => [...new Set(anchorsOf(entry).map(anchorName))])),
    people: namesWithCounts(all.flatMap((entry) => entry.person ?? [])).filter(
      ([id]) => displayNames[id] !== undefined,
    ),
    marked: all.filter((entry) => isMarked(entry, picked)).length,
  }
}

/** Each name with its number of occurrences, alphabetically. */
function namesWithCounts<T extends string>(names: readonly T[]): readonly (readonly [T, number])[] {
  const counts = new Map<T, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => a.localeCompare(b))
}
