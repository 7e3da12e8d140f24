'use client'
// The rows of a list while the pointer is on it: a row that comes goes behind the others, and one that goes leaves its place empty. So no
// press meets another row than the one it was meant for. (Whoever comes by the keyboard has the focus on a row, which goes along with it.)
import { useState } from 'react'

/** The keys of the rows that are shown; `held` are those shown so far while the list is held, and `now` those there are, in their order. */
export const shownRows = <Key>(held: readonly Key[] | null, now: readonly Key[]): readonly Key[] =>
  held ? [...held, ...now.filter((key) => !held.includes(key))] : now

/** The rows to be shown, how many they were when the pointer came, and what the list hears of the pointer. */
export function useHeldRows<Key>(now: readonly Key[]) {
  const [held, setHeld] = useState<{ rows: readonly Key[]; from: number } | null>(null)
  const rows = shownRows(held?.rows ?? null, now)
  if (held && rows.length > held.rows.length) setHeld({ ...held, rows })
  return {
    rows,
    from: held?.from ?? rows.length,
    pointer: {
      onPointerEnter: () => setHeld((before) => before ?? { rows, from: rows.length }),
      onPointerLeave: () => setHeld(null),
    },
  }
}
