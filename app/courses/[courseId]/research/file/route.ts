// Makes a research file and streams how far it is, one JSON value to a line, and at last the zip. A course of others and one that does not
// exist get the same answer.
import { caller } from '#access'
import { dayInFigures } from '#format/clock-time'
import { audit } from '#server/base/audit'
import { logError } from '#server/base/faults/logger'
import { makeResearchFile } from '#server/jobs/research-file'
import { accessCourse } from '#server/store/access/access'
import { MADE_BY_NEWER } from '#simulation/engine/made-by-newer'
import type { ResearchNews } from '../research-news'

type Context = { params: Promise<{ courseId: string }> }

const KEEP_OUT = { 'cache-control': 'no-store, no-transform', 'x-content-type-options': 'nosniff' }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const me = await caller()
  const found = me && (await accessCourse(me, (await params).courseId, 'take-research-file'))
  if (!me || !found) return new Response(null, { status: 404, headers: KEEP_OUT })
  const { course } = found
  const { searchParams } = new URL(request.url)
  const activityId = searchParams.get('activity')
  const marks = searchParams.has('marks')
  const day = dayInFigures(Date.now(), course.timeZone)
  const asked = { by: me.id, course, activityId, day, marks, gone: request.signal }
  const answer = new ReadableStream<Uint8Array>({
    async start(controller) {
      const say = (news: ResearchNews) => {
        if (!request.signal.aborted) controller.enqueue(new TextEncoder().encode(`${JSON.stringify(news)}\n`))
      }
      try {
        const made = await makeResearchFile(asked, (done, of) => say({ done, of }))
        if (made === 'gone') return
        if (made === 'yours-first' || made === 'over' || made === null) say({ fault: made ?? 'lost' })
        else {
          audit({ what: 'record-exported', by: me.id, to: activityId ?? course.id, in: course.id })
          say({ zip: Buffer.from(made).toString('base64'), name: `research-${day}.zip` })
        }
        controller.close()
      } catch (error) {
        if (request.signal.aborted) return
        const isNewer = error instanceof Error && 'digest' in error && error.digest === MADE_BY_NEWER
        if (!isNewer) logError('a research file could not be made', error)
        say({ fault: isNewer ? 'newer' : 'over' })
        controller.close()
      }
    },
  })
  return new Response(answer, { headers: { 'content-type': 'application/x-ndjson; charset=utf-8', ...KEEP_OUT } })
}
