// Checks of a scenario's delegations that a schema cannot make: how many there are, that names, letters, shapes and hues differ, and that
// whatever is written for each delegation is written for all of them and for nobody else.
import { delegationIds, usualBallotRule } from '../agenda/parties'
import { MOST_DELEGATIONS } from '../kernel/ids'
import type { Scenario } from './scenario'

export function partyFaults(scenario: Scenario): readonly string[] {
  const { delegations, tensions, communique } = scenario
  const faults: string[] = []
  if (delegations.length < 2 || delegations.length > MOST_DELEGATIONS)
    faults.push(`Delegations: there are ${delegations.length}; two to ${MOST_DELEGATIONS} can sit at a table.`)
  for (const what of ['id', 'name', 'short', 'letter', 'shape', 'hue'] as const)
    for (const shared of repeated(delegations.map((each) => each[what])))
      faults.push(`Delegations: more than one has the ${what} ${shared}.`)
  faults.push(...focusFaults(scenario), ...sourceFaults(scenario), ...ballotFaults(scenario))
  const each: [string, Readonly<Record<string, unknown>>][] = [
    ['Seat order', scenario.seatOrder],
    ...tensions.map(({ key, openings }): [string, typeof openings] => [`Tension ${key}, openings`, openings]),
    ...communique.clauses.map(({ key, brackets }): [string, typeof brackets] => [`Clause ${key}, brackets`, brackets]),
  ]
  for (const [where, parts] of each) faults.push(...keyFaults(scenario, where, Object.keys(parts)))
  const ids = delegationIds(scenario)
  for (const [index, round] of scenario.speakingOrder.rounds.entries())
    if (round.length !== ids.length || !ids.every((id) => round.includes(id)))
      faults.push(`Speaking order of round ${index + 1}: ${round.join(', ')} does not name each delegation once.`)
  for (const { id, delegation } of scenario.seats)
    if (!ids.includes(delegation)) faults.push(`Seat ${id}: ${delegation} is no delegation.`)
  for (const line of scenario.lines) {
    if (!ids.includes(line.delegation)) faults.push(`Line ${line.id}: ${line.delegation} is no delegation.`)
    if (line.kind === 'question' && !ids.includes(line.to)) faults.push(`Line ${line.id}: ${line.to} is no delegation.`)
  }
  for (const { key, squeezes } of scenario.injects)
    for (const id of squeezes) if (!ids.includes(id)) faults.push(`Inject ${key}: ${id} is no delegation.`)
  return faults
}

function focusFaults({ focus: { members }, ...scenario }: Scenario): readonly string[] {
  const ids = delegationIds(scenario)
  const strangers = members.filter((id) => !ids.includes(id)).map((id) => `Focus: ${id} is no delegation.`)
  return [...strangers, ...repeated(members).map((id) => `Focus: it names ${id} more than once.`)]
}

function sourceFaults({ sources, tensions, paragraphs }: Scenario): readonly string[] {
  const letters = sources.map(({ letter }) => letter)
  return [
    ...repeated(letters).map((letter) => `Sources: more than one has the letter ${letter}.`),
    ...paragraphs.flatMap(({ id }) =>
      letters.includes(id.slice(0, 1)) ? [] : [`Paragraph ${id}: no source has the letter ${id.slice(0, 1)}.`],
    ),
    ...tensions.flatMap(({ key, author }) =>
      author && !letters.includes(author.source)
        ? [`Tension ${key}: its author's reading is of ${author.source}, which is no source.`]
        : [],
    ),
  ]
}

function ballotFaults({ delegations, communique }: Scenario): readonly string[] {
  const { votesFor, votesAgainst } = communique.ballotRule ?? usualBallotRule(delegations.length)
  return votesFor + votesAgainst > delegations.length
    ? [`Ballot rule: ${votesFor} for and ${votesAgainst} against are more than the ${delegations.length} delegations.`]
    : []
}

/** Faults of something written once for each delegation: delegations that are missing, and keys that are no delegation. */
function keyFaults(scenario: Scenario, where: string, keys: readonly string[]): readonly string[] {
  const ids: readonly string[] = delegationIds(scenario)
  return [
    ...ids.filter((id) => !keys.includes(id)).map((id) => `${where}: nothing is written for ${id}.`),
    ...keys.filter((key) => !ids.includes(key)).map((key) => `${where}: ${key} is no delegation.`),
  ]
}

/** Each name that appears in a list more than once. */
export const repeated = <Name extends string>(names: readonly Name[]): readonly Name[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) !== index)),
]
