// Checks of the one page of an office that a schema cannot make: that every office has one, that it is read in five minutes, and that the
// facts, sides and offices it names exist.

import { delegationIds } from '../agenda/parties'
import { lengthOf } from '../kernel/lengths'
import type { Scenario } from './scenario'

/** The most words of a brief that stands on the one page of its office. */
const MOST_BRIEF_WORDS = 150
/** How many objectives stand on it. */
const OBJECTIVES = 2

/** Empty for a scenario without such pages; each fault is one sentence. */
export function sheetFaults(scenario: Scenario): readonly string[] {
  const { sheets, seats, publicFacts } = scenario
  if (sheets === undefined) return []
  const offices = new Set<string>(seats.map(({ id }) => id))
  const facts = new Set(publicFacts.map((fact) => fact.key))
  return [
    ...Object.keys(sheets).flatMap((id) => (offices.has(id) ? [] : [`Sheets: there is no seat ${id}.`])),
    ...seats.flatMap(({ id, delegation, brief, objectives }) => {
      const at = `Sheet of ${id}`
      const sheet = sheets[id]
      if (!sheet) return [`${at}: it is missing; each office has one, or none.`]
      const words = lengthOf(brief).count
      const { to } = sheet.question
      return [
        ...(words > MOST_BRIEF_WORDS
          ? [`${at}: its brief has ${words} words; ${MOST_BRIEF_WORDS} fit on the page.`]
          : []),
        ...(objectives.length === OBJECTIVES ? [] : [`${at}: the office has ${objectives.length} objectives, not 2.`]),
        ...sheet.facts.flatMap((fact) => (facts.has(fact) ? [] : [`${at}: there is no fact ${fact}.`])),
        ...(delegationIds(scenario).includes(to) && to !== delegation
          ? []
          : [`${at}: its question goes to ${to}, which is no other delegation.`]),
        ...sheet.quarrels.flatMap(({ seat }) =>
          offices.has(seat) && seat !== id ? [] : [`${at}: ${seat} is no other office.`],
        ),
      ]
    }),
  ]
}
