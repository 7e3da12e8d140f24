/**
 * What people write beside the entries of a record: threads, and comments in them. They stand in tables of their own and not in the log,
 * because a closed record takes nothing more (R9) and people can be erased. Who reads what is decided in simulation/secrecy/annotations.ts.
 */
import { z } from 'zod'
import { typedText } from '#server/base/text-schema'
import { entryNumber, type PersonId, participantActor, personId, roomId } from '#simulation/kernel/ids'
import { LIMITS } from '#simulation/kernel/limits'
import { spanIn } from '#simulation/kernel/spans'
import { takenText } from '#simulation/kernel/typed-words'
import { countsAnnotations } from '#simulation/questions/annotations'
import { asksForAnnotations } from '#simulation/questions/homework'
import { plainParagraphs } from '#simulation/reading/log/transcript'
import {
  type AnnotationFault,
  delegationOf,
  MOST_COMMENTS,
  MOST_TAGS,
  mayWriteBeside,
  type RecordReader,
  readersToChoose,
  type ShownThread,
  threadsFor,
  wordsOf,
} from '#simulation/reading/record/annotations'
import { annotationFor } from '#simulation/secrecy/annotations'
import { type Database, database } from '../../base/database'
import { accessRoom, may, type Requester } from '../access/access'
import { rowId } from '../access/row-id'
import { commandBy } from '../activities/chair-commands'
import { readThreads } from '../beside/annotations/stored-threads'
import { readPlans } from '../log/room-plans'
import { type ReaderOf, recordReader, studentsOf } from '../rooms/record-reader'
import { type RoomForReader, readRoomFor } from '../rooms/room-for-reader'

/** Whether anybody has annotated the record; null for a room that they may not enter. A page asks often, and most records have no thread. */
export async function hasThreads(user: Requester, roomId: string): Promise<boolean | null> {
  if (!(await accessRoom(user, roomId))) return null
  return (await database().annotation.count({ where: { roomId }, take: 1 })) > 0
}

/** The threads that this reader has beside the record, in its order. */
export async function readThreadsFor(user: Requester, reading: ReaderOf): Promise<readonly ShownThread[]> {
  const threads = (await readThreads([reading.room.id])).get(reading.room.id) ?? []
  return threadsFor(recordReader(user, reading), threads)
}

const words = (most: number) => typedText(most).overwrite(takenText).trim()

export const NewThread = z.strictObject({
  /** Made by the page, so that a request which is sent twice is kept once. */
  id: rowId,
  roomId: rowId,
  entry: entryNumber,
  span: z
    .strictObject({ quote: typedText(LIMITS.quote).min(1), offset: z.int().min(0).max(LIMITS.written) })
    .nullable(),
  for: annotationFor,
  tags: z.array(words(LIMITS.tag).min(1)).max(MOST_TAGS),
  /** Staff name an entry as an example to show. */
  exemplar: z.boolean(),
  text: words(LIMITS.annotation),
})

/** Begins a thread beside an entry; null where it is kept. */
export async function annotate(user: Requester, input: unknown): Promise<AnnotationFault | null> {
  const asked = NewThread.safeParse(input).data
  const reading = asked && (await readRoomToWrite(user, asked.roomId))
  if (!asked || !reading) return 'not-found'
  const { who, state, seq } = recordReader(user, reading)
  const writer = writerColumns(who)
  if (await isKept(asked, writer)) return null
  if (!mayWriteBeside(who, state)) return 'no-seat'
  const entry = plainParagraphs(state).find(({ no, was }) => no === asked.entry || was === asked.entry)
  const isStaff = who.viewer.kind === 'chair'
  const isOfStudent =
    asked.for === 'student' && entry?.person != null && (await studentsOf(reading))[entry.person] !== undefined
  if (
    !entry ||
    !readersToChoose(who, state, isOfStudent).includes(asked.for) ||
    (asked.exemplar && (!isStaff || asked.for === 'me'))
  )
    return 'not-found'
  const span = asked.span && spanIn(wordsOf(entry) ?? '', asked.span)
  if (asked.span && span?.offset !== asked.span.offset) return 'other-words'
  if (asked.text === '') return 'empty'
  return keepOnce(asked, writer, async (on) => {
    const { id } = asked
    const { count } = await on.annotation.createMany({
      data: {
        ...{ id, roomId: asked.roomId, entry: entry.no, exemplar: asked.exemplar, ...writer },
        ...(asked.for === 'student' ? { for: 'instructor', toSpeaker: true } : { for: asked.for }),
        ...{ quote: span?.quote ?? null, offset: span?.offset ?? null, tags: [...new Set(asked.tags)] },
        delegation: asked.for === 'delegation' ? delegationOf(who, state) : null,
      },
      skipDuplicates: true,
    })
    if (count === 0) return
    await on.annotationComment.create({ data: { id, annotationId: id, text: asked.text, seq, ...writer } })
    if (asked.for !== 'me' && who.viewer.kind === 'person' && countsAnnotations(state, who.viewer.person, Date.now()))
      await countIn(on, asked.roomId, who.viewer.person, { annotation: id, stands: true })
  })
}

const NewAnswer = z.strictObject({ id: rowId, roomId: rowId, thread: rowId, text: words(LIMITS.annotation) })

/** Answers in a thread; null where it is kept. */
export async function answerThread(user: Requester, input: unknown): Promise<AnnotationFault | null> {
  const asked = NewAnswer.safeParse(input).data
  const reading = asked && (await readRoomToWrite(user, asked.roomId))
  if (!asked || !reading) return 'not-found'
  const { who, state, seq } = recordReader(user, reading)
  const writer = writerColumns(who)
  if (await isKept(asked, writer)) return null
  if (!mayWriteBeside(who, state)) return 'no-seat'
  const thread = (await readThreadsFor(user, reading)).find(({ id }) => id === asked.thread)
  if (!thread?.mayAnswer) return 'not-found'
  if (asked.text === '') return 'empty'
  return keepOnce(asked, writer, async (on) => {
    const comment = { id: asked.id, annotationId: thread.id, text: asked.text, seq, ...writer }
    await on.annotationComment.createMany({ data: comment, skipDuplicates: true })
  })
}

const OneComment = z.strictObject({ roomId: rowId, comment: rowId })

/** Deletes a comment of one's own, and with the last of a thread the thread. */
export async function deleteComment(user: Requester, input: unknown): Promise<boolean> {
  const asked = OneComment.safeParse(input).data
  const found = asked && (await accessRoom(user, asked.roomId))
  if (!asked || !found) return false
  const { as } = found
  const own = as.kind === 'participant' ? { participantId: as.participantId } : { userId: user.id }
  const { roomId, comment } = asked
  const plan = (await readPlans([roomId])).get(roomId)
  return database().$transaction(async (on) => {
    const gone = { id: comment, annotation: { roomId }, ...own }
    const { count } = await on.annotationComment.deleteMany({ where: gone })
    if (count === 0) return false
    // An opening comment has the id of its thread: the tags go with it, and it counts no more.
    const [begun] = await on.annotation.updateManyAndReturn({ where: { id: comment, roomId }, data: { tags: [] } })
    await on.annotation.deleteMany({ where: { roomId, comments: { none: {} } } })
    if (begun && begun.for !== 'me' && as.kind === 'participant' && plan && asksForAnnotations(plan))
      await countIn(on, roomId, personId.parse(as.participantId), { annotation: comment, stands: false })
    return true
  })
}

const Hiding = OneComment.extend({ reason: words(LIMITS.reason).min(1).nullable() })

/** Hides a comment that the staff read, with a reason that its writer reads; or with null shows it again. */
export async function hideComment(user: Requester, input: unknown): Promise<boolean> {
  const asked = Hiding.safeParse(input).data
  const reading = asked && (await readRoomFor(user, asked.roomId))
  if (!asked || !reading?.steers) return false
  const threads = await readThreadsFor(user, reading)
  const mayHide = threads.some(
    (thread) => thread.for !== 'me' && thread.comments.some(({ id, own }) => id === asked.comment && !own),
  )
  if (!mayHide) return false
  await database().annotationComment.update({ where: { id: asked.comment }, data: { hidden: asked.reason } })
  return true
}

/** Staff need the act; whoever takes part writes by their seat. */
async function readRoomToWrite(user: Requester, roomId: string): Promise<RoomForReader | null> {
  const as = (await accessRoom(user, roomId))?.as
  return as?.kind === 'participant' || may(as, 'annotate') ? readRoomFor(user, roomId) : null
}

type WriterColumns = { participantId: string } | { userId: string }
const writerColumns = ({ viewer, id }: RecordReader['who']): WriterColumns =>
  viewer.kind === 'person' ? { participantId: id } : { userId: id }

/** What somebody asks to keep, by the name that their page gave it. */
type Named = Readonly<{ roomId: string; id: string }>

const isKept = async ({ roomId, id }: Named, writer: WriterColumns): Promise<boolean> =>
  (await database().annotationComment.count({ where: { id, annotation: { roomId }, ...writer } })) > 0

/** Keeps it once, however often it is sent; null where it is kept. */
async function keepOnce(
  asked: Named,
  writer: WriterColumns,
  keep: (on: Database) => Promise<void>,
): Promise<AnnotationFault | null> {
  const written = await database().annotationComment.count({
    where: { annotation: { roomId: asked.roomId }, ...writer },
  })
  if (written >= MOST_COMMENTS) return 'too-many'
  await database().$transaction(keep)
  return (await isKept(asked, writer)) ? null : 'not-found'
}

/** H28: the log counts this annotation, or does no more. It is read whole for it, so that only what may be counted is asked of it. */
async function countIn(
  on: Database,
  room: string,
  writer: PersonId,
  counted: { annotation: string; stands: boolean },
): Promise<void> {
  const command = { type: 'countAnnotation', ...counted } as const
  await commandBy(on, { room: roomId.parse(room), by: participantActor(writer), source: 'annotation', command })
}
