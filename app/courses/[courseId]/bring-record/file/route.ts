// Takes a record's file for a course and answers line by line: how many rows have been judged, and at the end the room or what is
// wrong. "Not yours" and "does not exist" are one answer.
import { headers } from 'next/headers'
import { logError } from '#server/ops/logger'
import { accessCourse } from '#server/store/access/access'
import { bringRecord } from '#server/store/records/bring-record'
import { whoIs } from '#server/web/identity'
import type { BringNews } from '../bring-news'

type Context = { params: Promise<{ courseId: string }> }

const refuse = (status: number) => new Response(null, { status, headers: { 'cache-control': 'no-store' } })

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const me = await whoIs(await headers())
  const found = me && (await accessCourse(me.user, (await params).courseId, 'bring-record'))
  if (!me || !found) return refuse(404)
  // A page of another site cannot send this type without asking first, and is never allowed to.
  if (!request.headers.get('content-type')?.startsWith('application/json')) return refuse(415)
  // The server hands on no more than a record may hold.
  const bytes = new Uint8Array(await request.arrayBuffer())
  const asked = { courseId: found.course.id, by: me.user.id, bytes }
  const answer = new ReadableStream<Uint8Array>({
    async start(controller) {
      const say = (news: BringNews) => controller.enqueue(new TextEncoder().encode(`${JSON.stringify(news)}\n`))
      try {
        const brought = await bringRecord(asked, (rows) => say({ rows }))
        say(brought.ok ? { roomId: brought.roomId } : { fault: brought.fault })
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
