// Checks of the claims that understudies answer: each stands on a tension, each answer is an office's to another side, and no sentence is
// said for two reasons.
import { delegationIds } from '../agenda/parties'
import { repeated } from './party-check'
import type { Claim, Scenario } from './scenario'

export function claimFaults(scenario: Scenario): readonly string[] {
  const { claims = [], hearing } = scenario
  const lines = new Set(scenario.lines.map(({ text }) => text))
  const said = [
    ...claims.flatMap(({ answers }) => answers.map(({ text }) => text)),
    ...(hearing?.unmet ?? []).map(({ text }) => text),
  ]
  return [
    ...(claims.length > 0 && !hearing ? ['Claims: hearing.json is missing.'] : []),
    ...claims.flatMap((claim) => faultsOf(scenario, claim)),
    ...[...repeated(said), ...said.filter((text) => lines.has(text))].map(
      (text) => `Claims and lines: "${text}" stands there more than once.`,
    ),
    ...(hearing?.unmet ?? []).flatMap(({ seat }) =>
      isSeat(scenario, seat) ? [] : [`Hearing, unmet: there is no seat ${seat}.`],
    ),
    ...(hearing?.unmet ?? []).flatMap((word) =>
      word.to !== 'anything' || scenario.tensions.some(({ key }) => key === word.tension)
        ? []
        : [`Hearing, unmet: ${word.tension} is no tension.`],
    ),
    ...(hearing?.belongs ?? []).flatMap(({ side }) =>
      delegationIds(scenario).includes(side) ? [] : [`Hearing, belongs: ${side} is no delegation.`],
    ),
    ...(hearing?.terms ?? []).flatMap(({ term }) =>
      scenario.glossary.some((entry) => entry.term === term) ? [] : [`Hearing, terms: the glossary has no ${term}.`],
    ),
  ]
}

function faultsOf(scenario: Scenario, { key, tension, kind, answers }: Claim): string[] {
  const faults: string[] = []
  const fault = (sentence: string) => faults.push(`Claim ${key}: ${sentence}`)
  if (!scenario.tensions.some((each) => each.key === tension)) fault(`${tension} is no tension.`)
  const sides = delegationIds(scenario)
  for (const { seat, to } of answers) {
    if (!isSeat(scenario, seat)) fault(`there is no seat ${seat}.`)
    for (const side of to) {
      if (!sides.includes(side)) fault(`it is answered to ${side}, which is no delegation.`)
      if (kind !== 'mistake' && seat.startsWith(`${side}.`)) fault(`${seat} answers its own side.`)
    }
  }
  return faults
}

const isSeat = ({ seats }: Scenario, seat: string): boolean => seats.some(({ id }) => id === seat)
