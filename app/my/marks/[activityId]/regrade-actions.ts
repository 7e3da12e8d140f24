'use server'
// The Server Action by which a student asks for a regrade. Permission and validity are checked in server/store/marks/regrades.ts.
import { caller } from '#access'
import { askRegrade } from '#server/store/marks/regrades'
import type { RegradeFault } from '#simulation/reading/marks/regrades'

export async function ask(input: unknown): Promise<RegradeFault | 'not-found' | null> {
  const me = await caller()
  return me ? askRegrade(me, input) : 'not-found'
}
