// Splits a class over tables by the roster's sections or by those who look after its tables. Pure, so that the wizard shows what the server
// will store: everybody of the roster stands at one table or among those without a seat, and no table has more people than it may.

export type ListedPerson = {
  /** The id of the roster place. */
  place: string
  name: string
  /** As the roster has it; null where it has none for this person. */
  section: string | null
}

/** A colleague who looks after tables of their own. */
export type Assistant = { id: string; name: string }

export type ClassTable = {
  /** The section, or the assistant's name; null for a table of people without a section. */
  group: string | null
  assistant: Assistant['id'] | null
  people: readonly ListedPerson[]
}

export type ClassSplit = {
  tables: readonly ClassTable[]
  /** Those whom the roster puts in no section, although it has sections; each has been given a table all the same. */
  sectionless: readonly ListedPerson[]
  /** Those for whom there is no table. */
  unseated: readonly ListedPerson[]
}

export type ClassList = { people: readonly ListedPerson[]; assistants: readonly Assistant[] }
export const NOBODY_LISTED: ClassList = { people: [], assistants: [] }

export type MostOf = { atTable: number; tables: number }

export const hasSections = ({ people }: Pick<ClassList, 'people'>): boolean =>
  people.some(({ section }) => section !== null)

/**
 * Every section has tables of its own, as few as hold it, and in the order of the sections' names. Whoever is in no section sits where
 * fewest people are.
 */
export function tablesBySection(people: readonly ListedPerson[], most: MostOf): ClassSplit {
  const sections = new Map<string, ListedPerson[]>()
  const sectionless: ListedPerson[] = []
  for (const person of people) {
    if (person.section === null) sectionless.push(person)
    else sections.set(sectionKey(person.section), [...(sections.get(sectionKey(person.section)) ?? []), person])
  }
  const tables = [...sections]
    .toSorted(([a], [b]) => inOrder(a, b))
    .flatMap(([, members]) => tablesOf(members, { group: members[0]?.section ?? null, assistant: null }, most.atTable))
  return { ...withRest(tables, sectionless, most), sectionless }
}

/** Each assistant has as many people as the others, give or take one, at tables of their own. Those of one section stay together. */
export function tablesByAssistant({ people, assistants }: ClassList, most: MostOf): ClassSplit {
  const together = people
    .map((person, at) => ({ person, at }))
    .toSorted((a, b) => bySection(a.person, b.person) || a.at - b.at)
    .map(({ person }) => person)
  const tables = evenly(together, assistants.length).flatMap((members, at) => {
    const assistant = assistants[at]
    return assistant ? tablesOf(members, { group: assistant.name, assistant: assistant.id }, most.atTable) : []
  })
  const placed = new Set(tables.flatMap((table) => table.people))
  const rest = people.filter((person) => !placed.has(person))
  return { ...withRest(tables, rest, most), sectionless: [] }
}

/** One section, however its name is typed. */
export const sectionKey = (section: string): string => section.normalize('NFKC').trim().toLowerCase()

const inOrder = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true })

function bySection({ section: a }: ListedPerson, { section: b }: ListedPerson): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return inOrder(sectionKey(a), sectionKey(b))
}

/** In as many parts, of which none has two more than another; a part that would be empty is left out. */
function evenly(people: readonly ListedPerson[], parts: number): (readonly ListedPerson[])[] {
  const size = (part: number) => Math.floor(people.length / parts) + (part < people.length % parts ? 1 : 0)
  let from = 0
  return Array.from({ length: Math.min(parts, people.length) }, (_, part) => {
    const members = people.slice(from, from + size(part))
    from += members.length
    return members
  })
}

const tablesOf = (people: readonly ListedPerson[], of: Omit<ClassTable, 'people'>, atTable: number): ClassTable[] =>
  evenly(people, Math.ceil(people.length / atTable)).map((members) => ({ ...of, people: members }))

/** The tables that there may be, filled up with the rest; what then has no place stands at further tables, or is named as unseated. */
function withRest(
  wanted: readonly ClassTable[],
  rest: readonly ListedPerson[],
  most: MostOf,
): Pick<ClassSplit, 'tables' | 'unseated'> {
  const tables = wanted.slice(0, most.tables).map((table) => ({ ...table, people: [...table.people] }))
  const left: ListedPerson[] = wanted.slice(most.tables).flatMap((table) => table.people)
  for (const person of rest) {
    const [emptiest] = tables.toSorted((a, b) => a.people.length - b.people.length)
    if (emptiest && emptiest.people.length < most.atTable) emptiest.people.push(person)
    else left.push(person)
  }
  const further = tablesOf(left, { group: null, assistant: null }, most.atTable).slice(0, most.tables - tables.length)
  const seated = new Set(further.flatMap((table) => table.people))
  return { tables: [...tables, ...further], unseated: left.filter((person) => !seated.has(person)) }
}
