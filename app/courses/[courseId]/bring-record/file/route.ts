// Imports a record's file into a course and streams progress: rows checked so far, and at the end the new room or the fault. A course of
// others and a course that does not exist get the same answer.

import { caller } from '#access'
import { logError } from '#server/base/faults/logger'
import { bringRecord } from '#server/jobs/bring-record'
import { accessCourse } from '#server/store/access/access'
import type { BringNews } from '../bring-news'

type Context = { params: Promise<{ courseId: string }> }

const refuse = (status: number) => new Response(null, { status, headers: { 'cache-control': 'no-store' } })

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const me = await caller()
  const found = me && (await accessCourse(me, (await params).courseId, 'bring-record'))
  if (!me || !found) return refuse(404)
  // Another site can send JSON only after a CORS preflight, which this server refuses.
  if (!request.headers.get('content-type')?.startsWith('application/json')) return refuse(415)
  // server/web limits the body to the size of the largest record.
  const bytes = new Uint8Array(await request.arrayBuffer())
  const asked = { courseId: found.course.id, by: me.id, bytes }
  const answer = new ReadableStream<Uint8Array>({
    async start(controller) {
      const say = (news: BringNews) => controller.enqueue(new TextEncoder().encode(`${JSON.stringify(news)}\n`))
      try {
        const brought = await bringRecord(asked, (rows) => say({ rows }))
        if (brought.ok) say({ roomId: brought.roomId })
        else say('already' in brought ? { already: brought.already } : { fault: brought.fault })
        controller.close()
      } catch (error) {
        logError('a record could not be brought', error)
        controller.error(error)
      }
    },
  })
  return new Response(answer, {
    headers: { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store, no-transform' },
  })
}
