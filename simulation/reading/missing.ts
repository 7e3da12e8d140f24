// Who of a class list has not come in, as a page counts on from the moment it was made: newcomers reach it by name alone, and two of one name
// are two people.

/** Somebody of the list who had not come in when the page was made; `here` people of their name had. */
export type MissingPerson = Readonly<{ place: string; name: string; here: number }>

/** Of the class, or of those who are expected at one of several tables: who has not come in, of how many. */
export type Absentees = Readonly<{ missing: readonly MissingPerson[]; of: number; whom: 'class' | 'table' }>

/** The name on the list of whoever is called so in a room: the second of a name is called with a number after it. */
export const listedName = (called: string): string => called.replace(/ \(\d+\)$/u, '')

/** How many of these people are called by each name of the list. */
export function calledBy(names: readonly string[]): ReadonlyMap<string, number> {
  const called = new Map<string, number>()
  for (const name of names.map(listedName)) called.set(name, (called.get(name) ?? 0) + 1)
  return called
}

/** Those of the missing of whom nobody has come in since: each newcomer takes one of their name off the list. */
export function stillMissing(missing: readonly MissingPerson[], names: readonly string[]): readonly MissingPerson[] {
  const called = calledBy(names)
  const came = new Map<string, number>()
  return missing.filter(({ name: listed, here }) => {
    const name = listedName(listed)
    const before = came.get(name) ?? 0
    if (before >= (called.get(name) ?? 0) - here) return true
    came.set(name, before + 1)
    return false
  })
}
