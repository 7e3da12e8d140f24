// Checks of what the sides want: that whatever would show an objective met, or a red line crossed, is words or a line that the scenario has;
// that a red line is crossed by others and never by its own side; and that a side which says where its red lines are at stake has one
// wherever positions are filed.
import { clauseOf, wordsOffered } from './lookup'
import type { Scenario, ShownIn } from './scenario'

export function goalFaults(scenario: Scenario): readonly string[] {
  return [
    ...scenario.seats.flatMap(({ objectives }) =>
      objectives.flatMap(({ id, by, unless }) =>
        [by, unless].flatMap((shown) => (shown ? missingIn(scenario, `Objective ${id}`, shown) : [])),
      ),
    ),
    ...scenario.delegations.flatMap((delegation) =>
      delegation.redLines.flatMap(({ id, tensions, crossedBy }) => [
        ...(tensions ?? [])
          .filter((key) => !scenario.tensions.some((tension) => tension.key === key))
          .map((key) => `Red line ${id}: ${key} is no tension.`),
        ...(crossedBy ? missingIn(scenario, `Red line ${id}`, crossedBy) : []),
        ...(crossedBy ? ownIn(scenario, delegation.id, id, crossedBy) : []),
      ]),
    ),
    ...scenario.delegations.flatMap(({ id, redLines }) => {
      const at = new Set(redLines.flatMap(({ tensions }) => tensions ?? []))
      if (at.size === 0) return []
      return scenario.tensions.flatMap(({ key }) =>
        at.has(key) ? [] : [`Delegation ${id}: none of its red lines is at stake on ${key}.`],
      )
    }),
  ]
}

function missingIn(scenario: Scenario, at: string, { words = [], lines: ids = [] }: ShownIn): string[] {
  return [
    ...words.flatMap(({ clause: key, of }) => {
      const clause = clauseOf(scenario, key)
      if (!clause) return [`${at}: ${key} is no clause of the communiqué.`]
      return wordsOffered(clause)[of] === undefined ? [`${at}: clause ${key} has no words of ${of}.`] : []
    }),
    ...ids.filter((id) => !scenario.lines.some((line) => line.id === id)).map((id) => `${at}: there is no line ${id}.`),
  ]
}

/** A side does not cross its own red line. */
function ownIn({ lines }: Scenario, side: string, id: string, { words = [], lines: ids = [] }: ShownIn): string[] {
  const ownWords = words.filter(({ of }) => of.split('-').includes(side))
  const ownLines = ids.filter((each) => lines.some((line) => line.id === each && line.delegation === side))
  return [
    ...ownWords.map(({ clause, of }) => `Red line ${id}: the words of ${of} on ${clause} are its own side's.`),
    ...ownLines.map((each) => `Red line ${id}: ${each} is a line of its own side.`),
  ]
}
