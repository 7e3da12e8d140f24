// Which scenario a wizard's setup is about.
import type { Scenario } from '#simulation/scenario/scenario'

type Fields = Readonly<Record<string, string | string[] | undefined>>

const namedIn = (fields: Fields) => [fields.scenario ?? []].flat().at(-1)

/** Whether the fields name a scenario that is not on offer, such as one that was shared and is shared no more. */
export const isGone = (fields: Fields, offered: readonly Scenario[]): boolean =>
  namedIn(fields) !== undefined && offered.every(({ key }) => key !== namedIn(fields))

/** The scenario that the fields name; the first on offer where they name none of them. */
export function chosenScenario(fields: Fields, offered: readonly Scenario[]): Scenario {
  const chosen = offered.find(({ key }) => key === namedIn(fields)) ?? offered[0]
  if (!chosen) throw new Error('There is no scenario on offer.')
  return chosen
}
