// The own views that a person preferred not to mark, as their device remembers them.
import * as z from 'zod/mini'
import type { When } from '#simulation/reading/positions/own-view'
import { type Owner, useLocalStorage } from './use-local-storage'

const passes = z.array(z.enum(['before', 'after']))
const NONE: z.infer<typeof passes> = []

/** Which they are, and how they are kept anew. */
export function useViewsPassed({ roomId, person }: Owner): [readonly When[], (passed: readonly When[]) => void] {
  const [passed, set] = useLocalStorage({ roomId, person }, 'own-view-passed', passes, NONE)
  return [passed, (all) => set([...all])]
}
