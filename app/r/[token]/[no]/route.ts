// The address of one entry of a record by a link: it leads to the entry on the link's page.
import { notFound, redirect } from 'next/navigation'
import { recordLinkPath } from '#paths'
import { entryNumber } from '#simulation/kernel/ids'

export async function GET(_: Request, { params }: { params: Promise<{ token: string; no: string }> }): Promise<never> {
  const { token, no } = await params
  if (!entryNumber.safeParse(no).success || !/^[\w-]{22}$/.test(token)) notFound()
  redirect(`${recordLinkPath(token)}#e${no}`)
}
