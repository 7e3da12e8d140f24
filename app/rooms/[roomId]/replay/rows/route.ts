// The rows of a replay, in the reader's own view or that of one delegation. "Not yours", "does not exist" and "still sealed" get the same
// answer, which no cache may store.

import { nullable } from 'zod/mini'
import { caller } from '#access'
import { nextSlice } from '#server/base/slices'
import { readRoomViewAs } from '#server/store/rooms/room-view-as'
import { delegationId } from '#simulation/kernel/ids'
import { unlessNewer } from '../../../../_files/unless-newer'
import type { ReplayRows } from '../replay-rows'

type Context = { params: Promise<{ roomId: string }> }

export const GET = (request: Request, context: Context): Promise<Response> =>
  unlessNewer(() => rowsFor(request, context))

async function rowsFor(request: Request, { params }: Context): Promise<Response> {
  const me = await caller()
  const by = nullable(delegationId).safeParse(new URL(request.url).searchParams.get('as'))
  const seen = me && by.success ? await readRoomViewAs(me, (await params).roomId, by.data) : null
  if (!seen) return Response.json(null, { status: 404, headers: { 'cache-control': 'no-store' } })
  const answer: ReplayRows = { rows: [...seen.told], roll: seen.displayNames }
  return new Response(inPieces(answer), {
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  })
}

/** Rows that are written at once; a long record written in one piece would hold up every class. */
const STRIDE = 200

/** The answer as JSON, written piece by piece as it is sent. */
function inPieces({ rows, roll }: ReplayRows): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let next = 0
  return new ReadableStream({
    async pull(controller) {
      await nextSlice()
      const piece = rows.slice(next, next + STRIDE).map((row) => JSON.stringify(row))
      const front = next === 0 ? `{"roll":${JSON.stringify(roll)},"rows":[` : piece.length > 0 ? ',' : ''
      next += STRIDE
      const isLast = next >= rows.length
      controller.enqueue(encoder.encode(`${front}${piece.join(',')}${isLast ? ']}' : ''}`))
      if (isLast) controller.close()
    },
  })
}
