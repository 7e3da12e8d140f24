/**
 * Compares a new list with the roster it replaces: who is new, who is gone, and who stays with which changes. People are matched by number,
 * then by e-mail, then by name where only one on each side has it. Pure; writeRoster saves what this says.
 */
import { foldEmail } from '../people/email'
import { nameKey } from '../people/names'
import type { RosterRow } from './roster-read'

type Listed = { name: string; email: string | null; studentNumber: string | null; section?: string | null }
export type ListedPlace = Listed & { id: string }

export type RosterComparison = {
  added: readonly RosterRow[]
  removed: readonly ListedPlace[]
  /** `by` is what matched them. */
  kept: readonly { before: ListedPlace; after: RosterRow; by: 'number' | 'email' | 'name'; isChanged: boolean }[]
}

/** What the reader of the page decided otherwise: places that stay though the list leaves them out, and lines that are somebody new. */
export type ComparisonChoices = { keep: readonly string[]; apart: readonly number[] }
export const AS_COMPARED: ComparisonChoices = { keep: [], apart: [] }

const KEYS = [
  { by: 'number', keyOf: ({ studentNumber }: Listed) => (studentNumber === null ? null : nameKey(studentNumber)) },
  { by: 'email', keyOf: ({ email }: Listed) => (email === null ? null : foldEmail(email)) },
  { by: 'name', keyOf: ({ name }: Listed) => nameKey(name) },
] as const

export function compareRoster(
  before: readonly ListedPlace[],
  after: readonly RosterRow[],
  { keep, apart }: ComparisonChoices = AS_COMPARED,
): RosterComparison {
  const open = new Set(before)
  const pairs = new Map<RosterRow, { before: ListedPlace; by: 'number' | 'email' | 'name' }>()
  for (const { by, keyOf } of KEYS) {
    const known = single([...open], keyOf)
    const wanted = single(
      after.filter((row) => !pairs.has(row) && !apart.includes(row.line)),
      keyOf,
    )
    for (const [key, row] of wanted) {
      const place = known.get(key)
      if (!place) continue
      pairs.set(row, { before: place, by })
      open.delete(place)
    }
  }
  return {
    added: after.filter((row) => !pairs.has(row)),
    removed: before.filter((place) => open.has(place) && !keep.includes(place.id)),
    kept: after.flatMap((row) => {
      const pair = pairs.get(row)
      return pair ? [{ ...pair, after: row, isChanged: isChanged(pair.before, row) }] : []
    }),
  }
}

const isChanged = (one: Listed, other: Listed): boolean =>
  one.name !== other.name ||
  one.email !== other.email ||
  one.studentNumber !== other.studentNumber ||
  (one.section ?? null) !== (other.section ?? null)

/** By key, those who alone have it. */
function single<One extends Listed>(all: readonly One[], keyOf: (one: One) => string | null): ReadonlyMap<string, One> {
  const found = new Map<string, One | null>()
  for (const one of all) {
    const key = keyOf(one)
    if (key !== null) found.set(key, found.has(key) ? null : one)
  }
  return new Map([...found].flatMap(([key, one]): [string, One][] => (one === null ? [] : [[key, one]])))
}
