// What stands beside the entries of a record for whoever asks, for a page that is open; or as a file of Web Annotations what of it may leave.
// "Not yours" and "does not exist" get the same answer.
import { getTranslations } from 'next-intl/server'
import { caller } from '#access'
import { entryPath } from '#paths'
import { audit } from '#server/base/audit'
import { environment } from '#server/base/environment'
import { hasThreads, readThreadsFor } from '#server/store/records/annotations'
import { readRoomFor } from '#server/store/rooms/room-for-reader'
import { plainParagraphs } from '#simulation/reading/log/transcript'
import { threadsInFile, wordsOf } from '#simulation/reading/record/annotations'
import { webAnnotations } from '#simulation/reading/record/web-annotations'
import { unlessNewer } from '../../../../_files/unless-newer'

type Context = { params: Promise<{ roomId: string }> }

export const GET = (request: Request, context: Context): Promise<Response> =>
  unlessNewer(() => answer(request, context))

async function answer(request: Request, { params }: Context): Promise<Response> {
  const me = await caller()
  const { roomId } = await params
  const keepOut = { 'cache-control': 'no-store' }
  const isFile = new URL(request.url).searchParams.has('file')
  if (me && !isFile && (await hasThreads(me, roomId)) === false)
    return Response.json({ threads: [] }, { headers: keepOut })
  const reading = me && (await readRoomFor(me, roomId))
  if (!reading) return new Response(null, { status: 404, headers: keepOut })
  const threads = await readThreadsFor(me, reading)
  if (!isFile) return Response.json({ threads }, { headers: keepOut })
  const t = await getTranslations('annotations')
  const { room, viewer } = reading
  const words = new Map(plainParagraphs(reading.state).map((entry) => [entry.no, wordsOf(entry) ?? '']))
  const body = webAnnotations(threadsInFile(threads, { kind: 'own' }, viewer), {
    entryAt: (no) => `${environment().publicUrl}${entryPath(room.id, no)}`,
    wordsAt: (no) => words.get(no) ?? '',
    nameOf: ({ name, isStaff }) => name ?? t(isStaff ? 'staff' : 'someone'),
  })
  if (viewer.kind === 'chair') audit({ what: 'record-exported', by: me.id, to: room.id, in: reading.activity.id })
  const file = {
    'content-type': 'application/ld+json',
    'content-disposition': 'attachment; filename="annotations.jsonld"',
  }
  return new Response(body, { headers: { ...keepOut, ...file } })
}
