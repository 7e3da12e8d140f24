// How the roster of a homework debate is split into rooms (rule H34): by lot, by its sections, or by those who look after rooms.
import { LARGEST_ROOM } from '#simulation/planning/homework-planning'
import {
  type ClassList,
  type ClassSplit,
  hasSections,
  tablesByAssistant,
  tablesBySection,
} from '#simulation/seating/class-tables'

const SPLITS = ['lot', 'section', 'assistant'] as const
export type Split = (typeof SPLITS)[number]

/** By what rooms can be made in this course: its roster may name no sections, and it may have no assistants. */
export const splitsFor = (listed: ClassList): readonly Split[] =>
  SPLITS.filter(
    (split) =>
      split === 'lot' ||
      (split === 'section' ? hasSections(listed) : listed.people.length > 0 && listed.assistants.length > 0),
  )

/** Who is in which room; null where a lot decides. */
export function splitOf(split: Split, listed: ClassList): ClassSplit | null {
  const most = { atTable: LARGEST_ROOM, tables: Number.POSITIVE_INFINITY }
  if (split === 'lot') return null
  return split === 'section' ? tablesBySection(listed.people, most) : tablesByAssistant(listed, most)
}
