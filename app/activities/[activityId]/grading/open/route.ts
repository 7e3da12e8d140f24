// An open page of the grading place says here whose sheet it has open, and is told who else has one open.
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { openSheet } from '#server/store/marks/open-sheets'
import { whoIs } from '#server/web/identity'

export async function POST(
  request: Request,
  { params }: { params: Promise<{ activityId: string }> },
): Promise<Response> {
  const { activityId } = await params
  const me = await whoIs(await headers())
  const said: unknown = await request.json().catch(() => null)
  const others =
    me && said !== null && typeof said === 'object' ? await openSheet(me.user, { ...said, activityId }) : null
  return Response.json(others ?? notFound(), { headers: { 'cache-control': 'no-store' } })
}
