// A record as a file: to read (Markdown, CSV, DOCX), with the page's filter and limited to whoever it is for, which is the class unless
// another reader is named; or complete, as JSON, and the signature of that file; all entries, for the page of a long record to fetch; and how much of it goes to a reader. No
// file holds more than whoever takes it out may read. "Not yours" and "does not exist" get the same answer, which no cache may store.
import { randomUUID } from 'node:crypto'
import { getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { caller } from '#access'
import { audit } from '#server/base/audit'
import { logError } from '#server/base/faults/logger'
import { signatureOf } from '#server/base/record-signature'
import type { Drawing } from '#server/jobs/drawing-queue'
import { drawRecord, NOTHING_PICKED } from '#server/jobs/drawn-record'
import { readDisplayNames } from '#server/store/activities/rooms'
import { readThreadsFor } from '#server/store/records/annotations'
import { readPickedEntries } from '#server/store/records/picked-entries'
import { readClassNames } from '#server/store/records/research'
import { readRoomFor, readToldRoom, type ToldRoom } from '#server/store/rooms/room-for-reader'
import { threadsInFile } from '#simulation/reading/record/annotations'
import { type FileReader, mayWriteFor, readerOf } from '#simulation/secrecy/file-reader'
import { unlessNewer } from '../../../../_files/unless-newer'
import { filterParams, paramsOf, readFilter } from '../transcript-filter'

type Context = { params: Promise<{ roomId: string }> }

/** What each is sent as; what the page fetches is no file to keep. */
const TYPES = {
  md: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json; charset=utf-8',
  'json.sig': 'application/octet-stream',
  entries: 'application/json; charset=utf-8',
  count: 'application/json; charset=utf-8',
} as const
const wanted = z.enum(['md', 'csv', 'docx', 'json', 'json.sig', 'entries', 'count'])
/** What is drawn: a signature is that of a file. */
type Format = Exclude<z.infer<typeof wanted>, 'json.sig'>

const KEEP_OUT = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }
const notFound = () => new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })

export const GET = (request: Request, context: Context): Promise<Response> =>
  unlessNewer(() => exported(request, context))

async function exported(request: Request, { params }: Context): Promise<Response> {
  const me = await caller()
  const reading = me && (await readToldRoom(me, (await params).roomId))
  const asked = new URL(request.url).searchParams
  const format = wanted.safeParse(asked.get('format')).data
  const forWhom = readerOf(asked.get('for')) ?? { kind: 'class' }
  // The complete file is for whoever takes it out: asked for as another reader's, it would hand over more than was asked for.
  const isComplete = format === 'json' || format === 'json.sig'
  const isForAnother = asked.has('for') && forWhom.kind !== 'own'
  if (!reading || !format || (isComplete && isForAnother) || !mayWriteFor(reading.viewer, forWhom, reading.open))
    return notFound()
  const drawn = format === 'json.sig' ? 'json' : format
  let drawing: Drawing
  try {
    drawing = await draw(me, reading, { format: drawn, forWhom, params: asked, gone: request.signal })
  } catch (error) {
    const reference = randomUUID().slice(0, 8)
    logError('a record could not be drawn', error, { reference, format })
    return refuse(503, (await getTranslations('transcript.export.refused'))('failed', { reference }))
  }
  if (!drawing.ok) {
    const t = await getTranslations('transcript.export.refused')
    return refuse(drawing.why === 'yours-first' ? 429 : 503, t(drawing.why))
  }
  const isFile = format !== 'entries' && format !== 'count'
  if (reading.viewer.kind === 'chair' && isFile)
    audit({ what: 'record-exported', by: me.id, to: reading.room.id, in: reading.activity.id })
  const { bytes, name } = drawing.drawn
  const sent = format === 'json.sig' ? new Uint8Array(await signatureOf(bytes)) : bytes
  const answer = new Response(sent, { headers: { 'content-type': TYPES[format], ...KEEP_OUT } })
  if (isFile) answer.headers.set('content-disposition', `attachment; filename="${name}.${format}"`)
  return answer
}

/** JSON files hold the record whole, so nothing is picked for them. */
async function draw(
  user: { id: string; isAdmin: boolean },
  reading: ToldRoom,
  {
    format,
    forWhom,
    params,
    gone,
  }: { format: Format; forWhom: FileReader; params: URLSearchParams; gone: AbortSignal },
): Promise<Drawing> {
  const filter = readFilter(paramsOf(params), reading.open.plan)
  const asked = format === 'json' ? {} : filterParams(filter)
  const isPart = format === 'md' || format === 'docx' || format === 'csv'
  const [locale, picked, names, threads] = await Promise.all([
    getLocale(),
    format === 'json' ? NOTHING_PICKED : readPickedEntries(reading, filter.q),
    format === 'count' && forWhom.kind === 'publication' ? readNames(reading) : [],
    isPart && params.has('annotations') ? readThreads(user, reading, forWhom) : [],
  ])
  return drawRecord(reading, {
    format,
    forWhom,
    asked,
    locale,
    picked,
    threads,
    names,
    by: user.id,
    gone,
  })
}

/** Also of those who were absent, and for staff of the class list, whose addresses and numbers no student may guess at. */
async function readNames({ room, activity, viewer }: ToldRoom): Promise<readonly string[]> {
  const [roll, ofClass] = await Promise.all([
    readDisplayNames(room.id),
    viewer.kind === 'chair' ? readClassNames(activity.courseId) : [],
  ])
  return [...Object.values(roll), ...ofClass]
}

/** What people wrote beside the entries, as far as it goes to that reader. */
async function readThreads(user: { id: string; isAdmin: boolean }, { room, viewer }: ToldRoom, forWhom: FileReader) {
  const reading = await readRoomFor(user, room.id)
  return reading ? threadsInFile(await readThreadsFor(user, reading), forWhom, viewer) : []
}

/** One sentence; a link that asks for a file shows it as a page of its own. */
const refuse = (status: number, sentence: string): Response =>
  new Response(`${sentence}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '60', ...KEEP_OUT },
  })
