// A search by name on the seating page: who of the class is meant, without a seat or with one.
import { folded } from '../kernel/search-text'
import type { PreparedSeat, SeatAt } from './prepared-seats'

type Named = { place: string; name: string; here: SeatAt | null }

const foldedName = (name: string): string => folded(name).replace(/\s+/gu, ' ').trim()

/** The people whose name holds each of the typed words, whatever its case, width or accents; everybody for an empty search. */
export function named<Person extends Named>(people: readonly Person[], typed: string): readonly Person[] {
  const words = foldedName(typed).split(' ').filter(Boolean)
  return people.filter(({ name }) => words.every((word) => foldedName(name).includes(word)))
}

/** Of these people those who sit or have a seat prepared, each with where; who has come in sits where the room says. */
export function seatedAmong<Person extends Named>(
  people: readonly Person[],
  prepared: readonly PreparedSeat[],
): readonly { person: Person; at: SeatAt }[] {
  const by = new Map(prepared.map((one) => [one.place, one]))
  return people.flatMap((person) => {
    const at = person.here ?? by.get(person.place)
    return at ? [{ person, at: { table: at.table, seat: at.seat } }] : []
  })
}
