'use client'
// Which parts of the wide desk its chair has folded away, for the sake of the queue and the seats of a large class. Kept on this device.
import * as z from 'zod/mini'
import { useLocalStorage } from '#room/hooks/use-local-storage.ts'

export const FOLDING = ['agenda', 'positions'] as const
type Folding = (typeof FOLDING)[number]

const folded = z.strictObject({ agenda: z.boolean(), positions: z.boolean() })
type Folds = z.infer<typeof folded>
const OPEN: Folds = { agenda: false, positions: false }
const DEVICE = { roomId: 'device', person: 'desk' }

export function useFolds(): { folds: Folds; fold: (part: Folding) => void } {
  const [folds, set] = useLocalStorage(DEVICE, 'folds', folded, OPEN)
  return { folds, fold: (part) => set({ ...folds, [part]: !folds[part] }) }
}
