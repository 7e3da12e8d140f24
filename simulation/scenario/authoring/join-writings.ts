// Joins what two authors have written on the same scenario at once, field by field: what only one of them changed is taken over. Where both
// changed a field, the words of whoever saves last stand, and the other's are named, so that nobody loses words without being told.
import { z } from 'zod'
import { type Writing, writing } from './writing'

/** A field that both changed: `place` as in `read-writing.ts`, and the words of the other, which do not stand. */
export type Crossing = Readonly<{ place: string; theirs: string }>

const rows = z.array(z.looseObject({ id: z.string() }))
const fields = z.record(z.string(), z.unknown())

/**
 * `base` is what both began from, `mine` is saved last. A row that one removed and the other changed stays. Throws where both together are
 * more than a scenario in writing holds.
 */
export function joinWritings(base: Writing, mine: Writing, theirs: Writing) {
  const crossings: Crossing[] = []
  const joined = join(base, mine, theirs, [], crossings)
  return { writing: writing.parse(joined), crossings }
}

function join(base: unknown, mine: unknown, theirs: unknown, path: readonly string[], crossings: Crossing[]): unknown {
  if (isSame(mine, theirs) || isSame(theirs, base)) return mine
  if (isSame(mine, base)) return theirs
  const lists = z.tuple([rows, rows, rows]).safeParse([base ?? [], mine, theirs])
  if (lists.success) return joinRows(lists.data, path, crossings)
  const parts = z.tuple([fields, fields, fields]).safeParse([base ?? {}, mine, theirs])
  if (parts.success) return joinFields(parts.data, path, crossings)
  crossings.push({ place: path.join('/'), theirs: theirs === undefined ? '' : String(theirs) })
  return mine
}

type Rows = z.infer<typeof rows>
type Three<Part> = readonly [base: Part, mine: Part, theirs: Part]

/** In my order; what the other added stands at the end. */
function joinRows([base, mine, theirs]: Three<Rows>, path: readonly string[], crossings: Crossing[]) {
  const named = (list: Rows, id: string) => list.find((row) => row.id === id)
  const ids = new Set([...mine, ...theirs].map(({ id }) => id))
  return [...ids].flatMap((id) => {
    const [before, own, other] = [named(base, id), named(mine, id), named(theirs, id)]
    if (own && other) return [join(before, own, other, [...path, id], crossings)]
    const left = own ?? other
    // Without a row before it was added; with one the absent author removed it.
    return before === undefined || !isSame(left, before) ? [left] : []
  })
}

function joinFields(
  [base, mine, theirs]: Three<z.infer<typeof fields>>,
  path: readonly string[],
  crossings: Crossing[],
) {
  const names = new Set([...Object.keys(mine), ...Object.keys(theirs)])
  const joined = [...names].map((name) => [
    name,
    join(base[name], mine[name], theirs[name], [...path, name], crossings),
  ])
  return Object.fromEntries(joined.filter(([, value]) => value !== undefined))
}

/** The same words in the same order of rows; the order of an object's fields says nothing. */
function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  const [mine, theirs] = [Object.entries(one), new Map(Object.entries(other))]
  return (
    mine.length === theirs.size && mine.every(([name, value]) => theirs.has(name) && isSame(value, theirs.get(name)))
  )
}
