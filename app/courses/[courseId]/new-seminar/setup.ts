// The setup of a seminar while its wizard is filled in. All of it is in the page's address, so going back, reloading or coming back
// tomorrow loses nothing.

import type { ClassSplit } from '#simulation/seating/class-tables'
import { ticked } from '../_wizard/fields'
import { carriedLengths } from './lengths'

export const STEPS = [1, 2, 3, 4] as const
export type WizardStep = (typeof STEPS)[number]
export const SEATINGS = ['choose', 'lot', 'place'] as const
export const DOORS = ['code', 'roster', 'ask'] as const
export const SPLITS = ['tables', 'size', 'section', 'assistant'] as const
/** How many offices each delegation has at the least, whoever plays them. */
export const CHAIRS = [1, 2, 3, 4, 5, 6, 7, 8] as const
export const MOST_TABLES = 40
export const MOST_SPARE = 9

export type SeminarSetup = {
  step: WizardStep
  /** The key of the played scenario. */
  scenario: string
  agenda: string
  /** How many offices each delegation has in the scenario. Seats beyond them are shared offices, and no understudy fills those. */
  offices: readonly number[]
  /** Every tension, in the order of the wizard's list. */
  order: string[]
  /** The tensions that are played. */
  on: string[]
  /** Seconds for a whole round, where they differ from the agenda's. */
  minutes: Record<string, number>
  /** Seconds for one phase, by the key that `keyedPhases` gives it. */
  lengths: Record<string, number>
  students: number
  /**
   * Whether the number of tables is chosen, how many students sit at one, or whether the tables follow the roster's sections or the
   * assistants of the course. `size` is then the most at one table.
   */
  split: (typeof SPLITS)[number]
  /** Who sits at which table, where the tables follow the roster; null where they do not. */
  listed: ClassSplit | null
  tables: number
  size: number
  /** Seats at each table beyond its students, for those who are on no list. */
  spare: number
  chairs: number
  seating: (typeof SEATINGS)[number]
  understudies: boolean
  /** Understudies speak only when they are called. */
  understudiesWait: boolean
  practice: boolean
  /** Members judge the signed text at home after the vote. */
  ratification: boolean
  /** Sides ask each other, and say each other's case. */
  cases: boolean
  title: string
  door: (typeof DOORS)[number]
  lateArrivals: boolean
  observers: boolean
  /** Evidence of learning is asked for. */
  learning: boolean
  /** A seat has its briefs once its holder has checked their reading. */
  briefAfterCheck: boolean
}

export const laidOutFor = (scenario: string, agenda: string): string => `${scenario} ${agenda}`

export const playedIn = (setup: SeminarSetup): string[] => setup.order.filter((key) => setup.on.includes(key))

/** The setup as the fields of an address or a form. */
export function fieldsOf(setup: SeminarSetup, step: WizardStep = setup.step): [string, string][] {
  return [
    ['scenario', setup.scenario],
    ['agenda', setup.agenda],
    ['for', laidOutFor(setup.scenario, setup.agenda)],
    ['order', setup.order.join(',')],
    ...setup.on.map((key): [string, string] => ['round', key]),
    ...carriedLengths('minutes', setup.minutes),
    ...carriedLengths('lengths', setup.lengths),
    ['students', String(setup.students)],
    ['split', setup.split],
    ['tables', String(setup.tables)],
    ['size', String(setup.size)],
    ['spare', String(setup.spare)],
    ['chairs', String(setup.chairs)],
    ['seating', setup.seating],
    ...ticked('understudies', setup.understudies),
    ...ticked('understudiesWait', setup.understudiesWait),
    ...ticked('practice', setup.practice),
    // Said either way: an older address, which says neither, has what its agenda has.
    ['ratification', setup.ratification ? 'yes' : 'no'],
    ...ticked('cases', setup.cases),
    ['title', setup.title],
    ['door', setup.door],
    ...ticked('lateArrivals', setup.lateArrivals),
    ...ticked('observers', setup.observers),
    ...ticked('learning', setup.learning),
    ...ticked('briefAfterCheck', setup.briefAfterCheck),
    ['step', String(step)],
  ]
}

export const addressOf = (setup: SeminarSetup, step: WizardStep): string =>
  `?${new URLSearchParams(fieldsOf(setup, step))}`
