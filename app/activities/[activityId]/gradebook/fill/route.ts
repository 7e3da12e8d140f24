// Fills a gradebook file exported from Canvas, which is not stored: it is read in the worker thread, and what comes back is JSON (CanvasFilled).
import { caller } from '#access'
import { runInWorker } from '#server/jobs/worker-queue'
import { accessActivity, may } from '#server/store/access/access'
import { readGradebook } from '#server/store/marks/gradebook'
import { newestRubric } from '#simulation/reading/log/rubric'
import type { CanvasFilled } from '#simulation/reading/marks/canvas-gradebook'
import { unlessNewer } from '../../../../_files/unless-newer'
import { gradesOf } from '../grades'

type Context = { params: Promise<{ activityId: string }> }

const headers = { 'cache-control': 'no-store' }
const OVER: CanvasFilled = { ok: false, fault: 'over' }

export const POST = (request: Request, context: Context): Promise<Response> =>
  unlessNewer(() => filled(request, context))

async function filled(request: Request, { params }: Context): Promise<Response> {
  const me = await caller()
  const found = me && (await accessActivity(me, (await params).activityId))
  if (!found || !may(found.as, 'take-grade-files')) return new Response(null, { status: 404, headers })
  // Another site can send CSV only after a CORS preflight, which this server refuses.
  if (!request.headers.get('content-type')?.startsWith('text/csv')) return new Response(null, { status: 415, headers })
  const { people, marks, rubrics, grading } = await readGradebook(found.activity)
  const grades = gradesOf(
    people.filter(({ hidden }) => !hidden),
    marks,
    rubrics,
    grading,
  )
  const answer = await runInWorker({
    kind: 'canvas',
    // server/web limits the body to the largest file.
    bytes: new Uint8Array(await request.arrayBuffer()),
    grades: grades.map(({ id, name, email, studentNumber, canvasId, total, excused }) => ({
      ...{ id, name, email, studentNumber, canvasId, total, excused },
    })),
    title: found.activity.title,
    points: newestRubric(rubrics).points,
  })
  return answer === 'over'
    ? Response.json(OVER, { headers })
    : new Response(new Uint8Array(answer), { headers: { ...headers, 'content-type': 'application/json' } })
}
