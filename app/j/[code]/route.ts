/** A short address for a code, to be typed by hand. */

import { redirect } from 'next/navigation'
import { joinCodePath } from '#paths'

export async function GET(_: Request, { params }: { params: Promise<{ code: string }> }): Promise<never> {
  redirect(joinCodePath((await params).code))
}
