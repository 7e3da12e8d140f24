/** The parts of a scenario by their keys, to plant a fault in one of them. */
import { delegationOf } from '#simulation/agenda/parties'
import { agendaOf, clauseOf, seatOf, tensionOf } from '#simulation/scenario/lookup'
import type { Line, Scenario } from '#simulation/scenario/scenario'

/** A value that must exist; where it does not, the test fails and names it. */
export function found<T>(thing: T | undefined, what: string): T {
  if (thing === undefined) throw new Error(`The scenario has no ${what}.`)
  return thing
}

export const change = <T extends object>(target: T, fields: Partial<T>) => Object.assign(target, fields)

export const tension = (draft: Scenario, key: string) => found(tensionOf(draft, key), `tension ${key}`)
export const seat = (draft: Scenario, id: string) => found(seatOf(draft, id), `seat ${id}`)
export const clause = (draft: Scenario, key: string) => found(clauseOf(draft, key), `clause ${key}`)
export const delegation = (draft: Scenario, id: string) => found(delegationOf(draft, id), `delegation ${id}`)
export const objective = (draft: Scenario) => found(seat(draft, 'us.state').objectives[0], 'objective')
export const redLine = (draft: Scenario) => found(delegation(draft, 'us').redLines[0], 'red line')
export const opening = (draft: Scenario, of: string, key: string) =>
  found(delegation(draft, of).openings[key], `opening of ${of} on ${key}`)
export function line<K extends Line['kind']>(draft: Scenario, kind: K, id: string): Extract<Line, { kind: K }> {
  const isKind = (candidate: Line): candidate is Extract<Line, { kind: K }> => candidate.kind === kind
  return found(
    draft.lines.filter(isKind).find((candidate) => candidate.id === id),
    `line ${id}`,
  )
}
export const claim = (draft: Scenario, key: string) =>
  found(
    draft.claims?.find((each) => each.key === key),
    `claim ${key}`,
  )
export function seminar(draft: Scenario, key: string) {
  const agenda = agendaOf(draft, key)
  if (agenda?.kind !== 'seminar') throw new Error(`${key} is no seminar.`)
  return agenda
}
export function homework(draft: Scenario) {
  const agenda = agendaOf(draft, 'homework-week')
  if (agenda?.kind !== 'homework') throw new Error('The week is no homework.')
  return agenda
}
export function round(draft: Scenario, key: string) {
  const block = seminar(draft, 'seminar-90').blocks.find((each) => each.block === 'round' && each.tension === key)
  if (block?.block !== 'round') throw new Error(`There is no round ${key}.`)
  return block
}
export const phase = (draft: Scenario, of: string, kind: string) =>
  found(
    round(draft, of).phases.find((each) => each.phase === kind),
    `phase ${kind} of ${of}`,
  )
