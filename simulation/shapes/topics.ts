// All topics of a room: of each what is stored and sent, and its part of the state. What others need of all of them is computed of this list.
import * as ballots from './ballots'
import * as cases from './cases'
import * as caucuses from './caucuses'
import * as chips from './chips'
import * as floor from './floor'
import * as handIn from './hand-in'
import * as hearing from './hearing'
import * as homework from './homework'
import * as injects from './injects'
import * as motions from './motions'
import * as objectives from './objectives'
import * as observers from './observers'
import * as offers from './offers'
import * as opening from './opening'
import * as phases from './phases'
import * as positions from './positions'
import * as ratification from './ratification'
import * as readings from './readings'
import * as seats from './seats'
import * as stances from './stances'
import * as statements from './statements'
import * as strategy from './strategy'
import * as strikes from './strikes'
import * as text from './text'
import * as turns from './turns'
import * as undo from './undo'

export const TOPICS = {
  opening,
  seats,
  phases,
  undo,
  floor,
  statements,
  turns,
  observers,
  hearing,
  homework,
  handIn,
  caucuses,
  positions,
  cases,
  chips,
  text,
  offers,
  motions,
  ballots,
  readings,
  ratification,
  injects,
  stances,
  objectives,
  strategy,
  strikes,
}

type Topic = (typeof TOPICS)[keyof typeof TOPICS]
type Lists = 'commands' | 'serverCommands' | 'kept' | 'events' | 'refusals'
type Listed<List extends Lists, Each extends Topic = Topic> =
  Each extends Record<List, readonly (infer Part)[]> ? Part : never

/** What all topics list under a name, as one list. */
export function ofAll<List extends Lists>(list: List): [Listed<List>, ...Listed<List>[]] {
  const lists: Partial<Record<Lists, readonly unknown[]>>[] = Object.values(TOPICS)
  return lists.flatMap((topic) => topic[list] ?? []) as [Listed<List>, ...Listed<List>[]]
}
