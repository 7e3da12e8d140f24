// Who of a class list has not come in, as a page counts on from the moment it was made: newcomers reach it by name alone, and two of one name
// are two people.

/** Somebody of the list who had not come in when the page was made, as their chair tells them from others; `here` people of their name had. */
export type MissingPerson = Readonly<{ place: string; name: string; called: string; here: number }>

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

/**
 * A line of the list: somebody who is missing, as their chair tells them from others. Once some of one name have come in since, by their names
 * alone nobody can say which: then those who were missing share one line, which says how many of them are `left`.
 */
export type MissingLine = Readonly<{ place: string; who: readonly string[]; left: number }>

/** Those of whom nobody has come in since, and how many they are: each newcomer takes one of their name off the list. */
export function stillMissing(
  missing: readonly MissingPerson[],
  names: readonly string[],
): { count: number; lines: readonly MissingLine[] } {
  const called = calledBy(names)
  const namesakes = new Map<string, MissingPerson[]>()
  for (const one of missing) {
    const name = listedName(one.name)
    namesakes.set(name, [...(namesakes.get(name) ?? []), one])
  }
  const lines = [...namesakes].flatMap(([name, people]): MissingLine[] => {
    const [first] = people
    if (!first) return []
    const left = people.length - Math.max(0, (called.get(name) ?? 0) - first.here)
    if (left <= 0) return []
    if (left >= people.length) return people.map((one) => ({ place: one.place, who: [one.called], left: 1 }))
    return [{ place: first.place, who: people.map((one) => one.called), left }]
  })
  return { count: lines.reduce((sum, { left }) => sum + left, 0), lines }
}
