// Which scenario a wizard's setup is about.
import type { Scenario } from '#simulation/scenario/scenario'

type Fields = Readonly<Record<string, string | string[] | undefined>>

/** The scenario that the fields name; the first on offer where they name none of them. */
export function chosenScenario(fields: Fields, offered: readonly Scenario[]): Scenario {
  const asked = [fields.scenario ?? []].flat().at(-1)
  const chosen = offered.find(({ key }) => key === asked) ?? offered[0]
  if (!chosen) throw new Error('There is no scenario on offer.')
  return chosen
}
