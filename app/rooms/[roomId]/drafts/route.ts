// A participant's own drafts in one room: GET reads all, PUT saves one. They are sent to no one else, not even the chair; "not yours" and
// "does not exist" get the same answer. It is no HTTP error, because an open page may ask after its sign-out elsewhere.

import { caller } from '#access'
import { accessRoom } from '#server/store/access/access'
import { NewDraft, readDrafts, saveDraft } from '#server/store/homework/drafts'

type Context = { params: Promise<{ roomId: string }> }

async function owner({ params }: Context): Promise<string | null> {
  const me = await caller()
  const found = me && (await accessRoom(me, (await params).roomId))
  return found?.as.kind === 'participant' ? found.as.participantId : null
}

const CLOSED = { kind: 'closed' }
const answer = (body: unknown, status = 200) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } })

export async function GET(_: Request, context: Context): Promise<Response> {
  const participantId = await owner(context)
  return participantId ? answer({ kind: 'open', drafts: await readDrafts(participantId) }) : answer(CLOSED)
}

export async function PUT(request: Request, context: Context): Promise<Response> {
  const participantId = await owner(context)
  if (!participantId) return answer(CLOSED)
  // Guards against cross-site requests: another site needs a CORS preflight for this content type, which the server refuses.
  if (!request.headers.get('content-type')?.startsWith('application/json')) return answer(null, 415)
  const draft = NewDraft.safeParse(await request.json().catch(() => null))
  return draft.success ? answer(await saveDraft(participantId, draft.data)) : answer(null, 400)
}
