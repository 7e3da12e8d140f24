'use server'
// The Server Action by which a student asks for a regrade. Permission and validity are checked in server/store/marks/regrades.ts.
import { headers } from 'next/headers'
import { askRegrade } from '#server/store/marks/regrades'
import { whoIs } from '#server/web/identity'
import type { RegradeFault } from '#simulation/reading/regrades'

export async function ask(input: unknown): Promise<RegradeFault | 'not-found' | null> {
  const me = await whoIs(await headers())
  return me ? askRegrade(me.user, input) : 'not-found'
}
