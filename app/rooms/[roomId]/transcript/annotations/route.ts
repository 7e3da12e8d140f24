// What stands beside the entries of a record for whoever asks, for a page that is open. "Not yours" and "does not exist" get the same answer.
import { headers } from 'next/headers'
import { readThreadsFor } from '#server/store/records/annotations'
import { readRoomFor } from '#server/store/rooms/room-for-reader'
import { whoIs } from '#server/web/identity'
import { unlessNewer } from '../../../../_files/unless-newer'

type Context = { params: Promise<{ roomId: string }> }

export const GET = (_: Request, context: Context): Promise<Response> => unlessNewer(() => answer(context))

async function answer({ params }: Context): Promise<Response> {
  const me = await whoIs(await headers())
  const reading = me && (await readRoomFor(me.user, (await params).roomId))
  const keepOut = { 'cache-control': 'no-store' }
  if (!reading) return new Response(null, { status: 404, headers: keepOut })
  return Response.json({ threads: await readThreadsFor(me.user, reading) }, { headers: keepOut })
}
