// The rows of a replay, in the reader's own view or that of one delegation. "Not yours", "does not exist" and "still sealed" get the same
// answer, which no cache may store.
import { headers } from 'next/headers'
import { nullable } from 'zod/mini'
import { readRoomViewAs } from '#server/store/access/room-view-as'
import { whoIs } from '#server/web/identity'
import { delegationId } from '#simulation/kernel/ids'
import { unlessNewer } from '../../../../_files/unless-newer'
import type { ReplayRows } from '../replay-rows'

type Context = { params: Promise<{ roomId: string }> }

export const GET = (request: Request, context: Context): Promise<Response> =>
  unlessNewer(() => rowsFor(request, context))

async function rowsFor(request: Request, { params }: Context): Promise<Response> {
  const me = await whoIs(await headers())
  const by = nullable(delegationId).safeParse(new URL(request.url).searchParams.get('as'))
  const seen = me && by.success ? await readRoomViewAs(me.user, (await params).roomId, by.data) : null
  if (!seen) return Response.json(null, { status: 404, headers: { 'cache-control': 'no-store' } })
  const answer: ReplayRows = { rows: [...seen.told], roll: seen.displayNames }
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } })
}
