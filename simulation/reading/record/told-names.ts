// The names that go along with rows: of the people who stand in them, and of nobody else; and what stands for names in a publication.
import { peopleIn } from '../../secrecy/side-channels'
import type { VisibleRow } from '../../secrecy/visible-row'
import type { DisplayNames } from '../../wire/protocol'

/** Of the names, those of people who stand in what is told. */
export function namesFor(told: readonly VisibleRow[], names: DisplayNames): DisplayNames {
  const people = peopleIn(told)
  return Object.fromEntries(Object.entries(names).filter(([id]) => people.has(id)))
}

/** People by number, in the order of `placeOf`. */
export function numberedPeople(
  people: readonly string[],
  placeOf: (id: string) => string,
  name: (number: number) => string,
): DisplayNames {
  const inOrder = people.map((id) => ({ id, place: placeOf(id) })).sort((a, b) => (a.place < b.place ? -1 : 1))
  return Object.fromEntries(inOrder.map(({ id }, at) => [id, name(at + 1)]))
}
