// The sections that a class list names, by which the board, the gradebook and the grading place can show one part of a class (H27).

/** Whoever is in none comes last. */
export const bySection = (a: string | null, b: string | null): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : a.localeCompare(b, undefined, { numeric: true })

/** In their order, each once; none where there is no choice between two. */
export function sectionsAmong(people: readonly { section: string | null }[]): readonly string[] {
  const named = [...new Set(people.flatMap(({ section }) => section || []))].toSorted(bySection)
  return named.length > 1 ? named : []
}

/** Whoever of these is in the section; everybody where none is chosen. */
export const inSection = <Person extends { section: string | null }>(
  people: readonly Person[],
  section: string,
): readonly Person[] => (section === '' ? people : people.filter((one) => one.section === section))
