/**
 * The roster as the door sees it: which line somebody means who types or picks a name, and which names a picker may show. A name that is
 * typed is found whatever its capitals, accents and order; the picker shows a few names that begin as typed, and never the list.
 */
import { batchLoader } from '../../base/batch-loader'
import { database } from '../../base/database'
import { nameKey, nameWords } from '../people/names'

export type DoorPlace = {
  id: string
  name: string
  userId: string | null
  studentNumber: string | null
  email: string | null
  hasLink: boolean
}

/** The roster of a course; one query serves all who join at the same time. */
export const readRosterLines = batchLoader(async (courseIds: readonly string[]): Promise<DoorPlace[][]> => {
  const places = await database().rosterPlace.findMany({
    where: { courseId: { in: [...new Set(courseIds)] } },
    orderBy: { position: 'asc' },
    select: {
      ...{ id: true, courseId: true, name: true, userId: true, studentNumber: true, email: true },
      personalLink: { select: { rosterPlaceId: true } },
    },
  })
  const courses = new Map<string, DoorPlace[]>()
  for (const { courseId, personalLink, ...line } of places)
    courses.set(courseId, [...(courses.get(courseId) ?? []), { ...line, hasLink: personalLink !== null }])
  return courseIds.map((id) => courses.get(id) ?? [])
})

/** What somebody says of themselves: the line they picked, the name and the number they typed. */
export type Claimed = { place?: string | null; name: string; number?: string }

/** The line that is meant; of several the one with this number, else the first that has a number. */
export function findLine(lines: readonly DoorPlace[], { place, name, number = '' }: Claimed): DoorPlace | null {
  const picked = place ? lines.find(({ id }) => id === place) : undefined
  if (picked) return picked
  const same = lines.filter((line) => nameKey(line.name) === nameKey(name))
  if (same.length > 0) return oneOf(same, number)
  const key = orderless(name)
  return oneOf(
    lines.filter((line) => orderless(line.name) === key),
    number,
  )
}

const orderless = (name: string): string => nameWords(name).toSorted().join(' ')

function oneOf(lines: readonly DoorPlace[], number: string): DoorPlace | null {
  const numbered = lines.filter(({ studentNumber }) => studentNumber !== null)
  return (
    numbered.find(({ studentNumber }) => nameKey(studentNumber ?? '') === nameKey(number)) ??
    numbered[0] ??
    lines[0] ??
    null
  )
}

export type ListedName = {
  place: string
  name: string
  /** The end of the number or of the address, where two have one name. */
  ending: { of: 'number' | 'email'; text: string } | null
  /** Somebody has come under this name already. */
  isHere: boolean
}

/** With fewer letters nothing is shown. */
export const FEWEST_LETTERS = 2
/** The most names shown at once. */
export const MOST_SHOWN = 6

/** The names that begin as typed, at most `MOST_SHOWN`; `more` when there are others. */
export function listedNames(
  lines: readonly DoorPlace[],
  here: ReadonlySet<string>,
  typed: string,
): { names: ListedName[]; more: boolean } {
  const asked = nameWords(typed)
  if ([...asked.join('')].length < FEWEST_LETTERS) return { names: [], more: false }
  const found = lines.filter(({ name }) => beginsAs(nameWords(name), asked))
  const names = found.slice(0, MOST_SHOWN).map((line): ListedName => {
    const isAlone = lines.filter(({ name }) => nameKey(name) === nameKey(line.name)).length === 1
    return { place: line.id, name: line.name, ending: isAlone ? null : endingOf(line), isHere: here.has(line.id) }
  })
  return { names, more: found.length > names.length }
}

/** Names in these scripts are written in one word; where the given name begins in it nothing tells. */
const IN_ONE_WORD = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u
const begins = (word: string, typed: string): boolean =>
  word.startsWith(typed) || (IN_ONE_WORD.test(word) && word.includes(typed))

/** Each typed word begins another word of the name, in any order. */
function beginsAs(words: readonly string[], [first, ...rest]: readonly string[]): boolean {
  if (first === undefined) return true
  return words.some(
    (word, index) => (begins(word, first) && beginsAs(words.toSpliced(index, 1), rest)) || words.join('') === first,
  )
}

function endingOf({ studentNumber, email }: DoorPlace): ListedName['ending'] {
  if (studentNumber !== null) return { of: 'number', text: studentNumber.slice(-2) }
  return email === null ? null : { of: 'email', text: (email.split('@')[0] ?? '').slice(-2) }
}
