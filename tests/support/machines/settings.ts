/** The scenarios of random stories: the built-in one, and others with fewer and more parties. */
import { scenarioFrom } from '#simulation/scenario/authoring/outline-scenario'
import type { Scenario } from '#simulation/scenario/scenario'
import { scenarioOf } from '../scenarios/any-number'
import { fiveShores } from '../scenarios/five-shores/five-shores'
import { LEAST } from '../scenarios/least'
import { chinaGap } from '../stories/china-gap'

export const SETTINGS = ['china-gap', 'five-shores', 'two', 'seven', 'least'] as const
export type Setting = (typeof SETTINGS)[number]

const drawn = new Map<Setting, Scenario>()

export function scenarioIn(setting: Setting): Scenario {
  const known = drawn.get(setting) ?? draw(setting)
  drawn.set(setting, known)
  return known
}

function draw(setting: Setting): Scenario {
  switch (setting) {
    case 'china-gap':
      return chinaGap()
    case 'five-shores':
      return fiveShores()
    case 'two':
      return scenarioOf(2)
    case 'seven':
      return scenarioOf(7)
    case 'least':
      return scenarioFrom(LEAST)
    default:
      return setting satisfies never
  }
}

/** The seminar agendas of a scenario, and those of its homework debates. */
export const seminarsIn = (setting: Setting): readonly string[] =>
  scenarioIn(setting).agendas.flatMap(({ kind, key }) => (kind === 'seminar' ? [key] : []))
export const homeworkIn = (setting: Setting): readonly string[] =>
  scenarioIn(setting).agendas.flatMap(({ kind, key }) => (kind === 'homework' ? [key] : []))
