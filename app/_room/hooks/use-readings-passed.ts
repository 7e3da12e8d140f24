'use client'
// The words of clauses that a person preferred not to mark on the line: their device remembers them, and they are not asked for again.
import * as z from 'zod/mini'
import { type Owner, useLocalStorage } from './use-local-storage'

const keys = z.array(z.string())
const NONE: z.infer<typeof keys> = []

export function useReadingsPassed(owner: Owner): { passed: readonly string[]; pass: (words: string) => void } {
  const [passed, set] = useLocalStorage(owner, 'readings-passed', keys, NONE)
  return { passed, pass: (words) => set([...passed, words]) }
}
