// An open page of the grading place says here whose sheet it has open, and is told who else has one open.

import { notFound } from 'next/navigation'
import { caller } from '#access'
import { openSheet } from '#server/store/marks/open-sheets'

export async function POST(
  request: Request,
  { params }: { params: Promise<{ activityId: string }> },
): Promise<Response> {
  const { activityId } = await params
  const me = await caller()
  const said: unknown = await request.json().catch(() => null)
  const others = me && said !== null && typeof said === 'object' ? await openSheet(me, { ...said, activityId }) : null
  return Response.json(others ?? notFound(), { headers: { 'cache-control': 'no-store' } })
}
