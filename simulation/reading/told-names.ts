// The names that go along with rows: of the people who stand in them, and of nobody else.
import { peopleIn } from '../secrecy/beside-the-log'
import type { VisibleRow } from '../secrecy/visible-row'
import type { DisplayNames } from '../wire/protocol'

/** Of the names, those of people who stand in what is told. */
export function namesFor(told: readonly VisibleRow[], names: DisplayNames): DisplayNames {
  const people = peopleIn(told)
  return Object.fromEntries(Object.entries(names).filter(([id]) => people.has(id)))
}
