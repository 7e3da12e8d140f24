'use client'
// The rows of a list while the pointer moves over it: a row that comes goes behind the others, and one that goes leaves its place empty. So no
// press meets another row than the one it was meant for. A pointer that rests holds nothing, nor does anything hold back a row that goes
// before all. (Whoever comes by the keyboard has the focus on a row, which goes along with it.)
import { useCallback, useEffect, useRef, useState } from 'react'

/** So long after its last movement a pointer may still be about to press. */
const HOLDS_MS = 2_000

/** The keys of the rows that are shown; `held` are those shown so far while the list is held, and `now` those there are, in their order. */
export function shownRows<Key>(
  held: readonly Key[] | null,
  now: readonly Key[],
  first: ReadonlySet<Key> = new Set(),
): readonly Key[] {
  if (!held) return now
  const rows = [...held, ...now.filter((key) => !held.includes(key))]
  return [...now.filter((key) => first.has(key)), ...rows.filter((key) => !first.has(key))]
}

/** The rows to be shown, how many they were when the pointer came, and what the list hears of the pointer. `first` are never held back. */
export function useHeldRows<Key>(now: readonly Key[], first?: ReadonlySet<Key>) {
  const [held, setHeld] = useState<{ rows: readonly Key[]; from: number } | null>(null)
  const rows = shownRows(held?.rows ?? null, now, first)
  if (held && rows.length > held.rows.length) setHeld({ ...held, rows })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const release = useCallback(() => {
    clearTimeout(timer.current)
    setHeld(null)
  }, [])
  useEffect(() => () => clearTimeout(timer.current), [])
  const hold = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(release, HOLDS_MS)
    setHeld((before) => before ?? { rows, from: rows.length })
  }
  return {
    rows,
    from: held?.from ?? rows.length,
    pointer: { onPointerEnter: hold, onPointerMove: hold, onPointerLeave: release },
  }
}
