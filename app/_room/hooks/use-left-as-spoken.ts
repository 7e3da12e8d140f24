'use client'
// The finished turns that a person left as spoken: their device remembers them, and they are not asked for again.
import * as z from 'zod/mini'
import { type Owner, useLocalStorage } from './use-local-storage'

const turns = z.array(z.int())
const NONE: z.infer<typeof turns> = []

export function useLeftAsSpoken({ roomId, person }: Owner): { left: readonly number[]; leave: (turn: number) => void } {
  const [left, set] = useLocalStorage({ roomId, person }, 'left-as-spoken', turns, NONE)
  return { left, leave: (turn) => set([...left, turn]) }
}
