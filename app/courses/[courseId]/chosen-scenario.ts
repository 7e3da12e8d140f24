// Which scenario a draft of an activity is about. It knows no shelf: what is on offer is handed in.
import type { Scenario } from '#simulation/scenario/scenario'

type Fields = Readonly<Record<string, string | string[] | undefined>>

/** The scenario that an address or a form asks for; the first on offer where it asks for none of them. */
export function chosenScenario(fields: Fields, offered: readonly Scenario[]): Scenario {
  const asked = [fields.scenario ?? []].flat().at(-1)
  const chosen = offered.find(({ key }) => key === asked) ?? offered[0]
  if (!chosen) throw new Error('There is no scenario on offer.')
  return chosen
}
