// Checks that what a scenario offers for teaching speaks of its own tensions, delegations and offices, and that stakes, once written, are
// written for each office on each tension: an office without one would have no task in that round.
import { delegationIds } from '../agenda/parties'
import type { DelegationId } from '../kernel/ids'
import type { Scenario } from './scenario'

export function teachingFaults(scenario: Scenario): readonly string[] {
  const tensions = new Set(scenario.tensions.map(({ key }) => key))
  const delegations = new Set(delegationIds(scenario))
  const tension = (key: string, where: string) => (tensions.has(key) ? [] : [`${where}: ${key} is no tension.`])
  const party = (id: DelegationId, where: string) => (delegations.has(id) ? [] : [`${where}: ${id} is no delegation.`])
  return [
    ...stakeFaults(scenario),
    ...knowledgeFaults(scenario),
    ...scenario.readings.flatMap(({ side, title }) => party(side, `Reading ${title}`)),
    ...scenario.timeline.flatMap(({ by, when }) => by.flatMap((id) => party(id, `Timeline, ${when}`))),
    ...[...scenario.samples, ...(scenario.models ?? [])].flatMap((sample, index) => {
      const where = `Sample position ${index + 1}`
      return [...tension(sample.tension, where), ...party(sample.delegation, where)]
    }),
    ...modelFaults(scenario),
    ...(scenario.runSheet?.rounds ?? []).flatMap((row) => tension(row.tension, 'Run sheet')),
    ...(scenario.map?.places ?? []).flatMap(({ key, names }) =>
      names.flatMap(({ by }) => (by === null ? [] : party(by, `Map, ${key}`))),
    ),
  ]
}

/** What students read as an example: of each side a weak position and a strong one, or none at all. */
const modelFaults = (scenario: Scenario): readonly string[] =>
  scenario.models === undefined
    ? []
    : delegationIds(scenario).flatMap((id) => {
        const levels = scenario.models?.flatMap(({ delegation, level }) => (delegation === id ? [level] : [])) ?? []
        return levels.length === 2 && levels[0] !== levels[1]
          ? []
          : [`Models of ${id}: each side has two, a weak position and a strong one.`]
      })

/** One option is right, the options differ, and what makes it right can be read. */
const knowledgeFaults = ({ knowledge, knowledgeB }: Scenario): readonly string[] => [
  ...formFaults('Knowledge question', knowledge),
  ...formFaults('Knowledge question B', knowledgeB),
  ...(knowledgeB && !knowledge ? ['Knowledge: there is a second form and no first.'] : []),
]

const formFaults = (name: string, form: Scenario['knowledge'] = []): readonly string[] =>
  form.flatMap(({ options, right, anchors, facts = [] }, index) => {
    const where = `${name} ${index + 1}`
    return [
      ...(options[right] === undefined ? [`${where}: it has no option ${right}.`] : []),
      ...(new Set(options).size < options.length ? [`${where}: two of its options are alike.`] : []),
      ...(anchors.length + facts.length === 0 ? [`${where}: it cites neither a paragraph nor a fact.`] : []),
    ]
  })

function stakeFaults({ stakes, seats, tensions }: Scenario): readonly string[] {
  const written = Object.entries(stakes)
  if (written.length === 0) return []
  const known = new Set<string>(seats.map(({ id }) => id))
  return [
    ...written.flatMap(([seat]) => (known.has(seat) ? [] : [`Stakes: there is no seat ${seat}.`])),
    ...seats.flatMap(({ id }) =>
      tensions.flatMap(({ key }) => (stakes[id]?.[key] ? [] : [`Stakes of ${id}: nothing is at stake on ${key}.`])),
    ),
    ...written.flatMap(([seat, rounds]) =>
      Object.keys(rounds).flatMap((key) =>
        tensions.some((tension) => tension.key === key) ? [] : [`Stakes of ${seat}: ${key} is no tension.`],
      ),
    ),
  ]
}
