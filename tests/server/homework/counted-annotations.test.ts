/** What a student writes beside the record is kept once, and where the debate asks for it its log counts it, by its id alone (rule H28). */
import { readFileSync } from 'node:fs'
import { afterAll, expect, onTestFinished, test, vi } from 'vitest'
import { database } from '#server/base/database'
import { commandBy } from '#server/store/activities/chair-commands'
import { readParticipants } from '#server/store/activities/participants'
import { closeRoomReading } from '#server/store/log/room-reading'
import { annotate, answerThread, deleteComment } from '#server/store/records/annotations'
import { readRoomFor } from '#server/store/rooms/room-for-reader'
import type { PhaseKind } from '#simulation/agenda/phase-kinds'
import type { Requirement } from '#simulation/agenda/plan'
import { chairActor, personId } from '#simulation/kernel/ids'
import { progressOf } from '#simulation/reading/marks/completion'
import { useFreshDatabase } from '../../support/machines/database'
import { newId } from '../live/given/given-page'
import { givenRooms } from '../live/given/given-room'
import { BEFORE, givenCourse, givenHomework, names, weekOf } from './given-homework'

vi.mock('#server/store/activities/chair-commands', async (importOriginal) => {
  const original = await importOriginal<typeof import('#server/store/activities/chair-commands')>()
  return { ...original, commandBy: vi.fn(original.commandBy) }
})

const fresh = useFreshDatabase()
afterAll(closeRoomReading)

/** A week whose reflection runs, or another part, and two of its students. */
async function givenReflection(requires: Requirement[], runs: PhaseKind = 'reflection') {
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  vi.setSystemTime(BEFORE)
  const { phases } = weekOf(await givenCourse(names(1)))
  const made = await givenHomework(names(6), { phases: phases.map((phase) => ({ ...phase, requires })) })
  const roomId = made.rooms[0]!
  const { rooms } = givenRooms(fresh.url(), BEFORE)
  onTestFinished(() => rooms.close())
  const { room } = (await rooms.open(roomId))!
  const chair = chairActor(made.instructor.id)
  const phaseOf = (kind: PhaseKind) => room.state!.plan.phases.findIndex((phase) => phase.kind === kind)
  const reflection = phaseOf('reflection')
  for (let index = 0; index <= phaseOf(runs); index += 1) {
    expect(await room.ask(chair, newId(), { type: 'startPhase', index })).toMatchObject({ ok: true })
    if (index < phaseOf(runs)) await room.ask(chair, newId(), { type: 'endPhase', index })
  }
  await room.settled()
  const [one, two] = await readParticipants(made.activityId)
  if (!one || !two) throw new Error('Nobody came.')
  const as = ({ userId }: { userId: string }) => ({ id: userId, isAdmin: false })
  const thread = (id: string, more: Record<string, unknown> = {}) => ({
    ...{ id, roomId, entry: '1', span: null, for: 'class', tags: [], exemplar: false, text: `note-${id}`, ...more },
  })
  const rows = () => database().roomEvent.findMany({ where: { roomId }, orderBy: { seq: 'asc' } })
  const counted = async ({ id }: { id: string }) => {
    const reading = await readRoomFor(made.instructor, roomId)
    return reading && progressOf(reading.state, personId.parse(id), BEFORE)[reflection]?.counted[0]?.done
  }
  return { roomId, one, two, as, thread, rows, counted, instructor: made.instructor, room }
}

test('H28 a request that is sent again, at once or later, is kept once and counted once', async () => {
  const { roomId, one, two, as, thread, counted } = await givenReflection([
    { what: 'annotation', count: 3, by: 'student' },
  ])
  const asked = thread('once', { for: 'delegation' })
  const answers = await Promise.all(Array.from({ length: 4 }, () => annotate(as(one), asked)))
  expect([...answers, await annotate(as(one), asked)]).toEqual([null, null, null, null, null])
  const answer = { id: 'answered', roomId, thread: 'once', text: 'note-answered' }
  const said = await Promise.all(Array.from({ length: 4 }, () => answerThread(as(one), answer)))
  expect([...said, await answerThread(as(one), answer)]).toEqual([null, null, null, null, null])
  const kept = await database().annotationComment.findMany({ orderBy: { id: 'asc' }, select: { id: true, text: true } })
  expect(kept).toEqual([
    { id: 'answered', text: 'note-answered' },
    { id: 'once', text: 'note-once' },
  ])
  expect(await counted(one)).toBe(1)
  // Nobody takes a name that is another's.
  expect(await annotate(as(two), thread('once'))).toBe('not-found')
  expect(await counted(two)).toBe(0)
})

test('H28 what is for oneself, an answer and what staff write count for nobody; a deleted one counts no more; no word of any is in the log', async () => {
  const { roomId, one, two, as, thread, rows, counted, instructor } = await givenReflection([
    { what: 'annotation', count: 3, by: 'student' },
  ])
  const before = (await rows()).length
  expect(await annotate(as(one), thread('mine', { for: 'me' }))).toBeNull()
  expect(await annotate(instructor, thread('staff'))).toBeNull()
  expect(await answerThread(as(two), { id: 'reply', roomId, thread: 'staff', text: 'note-reply' })).toBeNull()
  expect((await rows()).length).toBe(before)
  for (const [place, whom] of ['delegation', 'class', 'instructor'].entries())
    expect(await annotate(as(one), thread(`told-${place}`, { for: whom }))).toBeNull()
  expect(await counted(one)).toBe(3)
  expect(await deleteComment(as(two), { roomId, comment: 'told-1' })).toBe(false)
  expect(await counted(one)).toBe(3)
  expect(await deleteComment(as(one), { roomId, comment: 'told-1' })).toBe(true)
  expect(await deleteComment(as(one), { roomId, comment: 'mine' })).toBe(true)
  expect([await counted(one), await counted(two)]).toEqual([2, 0])
  const said = JSON.stringify((await rows()).slice(before))
  expect(said).not.toMatch(/note-|mine|delegation|class|instructor/)
})

test('H28 a debate that asks for none has no row of any', async () => {
  const { one, as, thread, rows } = await givenReflection([{ what: 'reflection', count: 1, by: 'student' }])
  const before = (await rows()).length
  expect(await annotate(as(one), thread('free'))).toBeNull()
  expect((await rows()).length).toBe(before)
})

test('H28 the log is read for what may be counted alone', async () => {
  const requires: Requirement[] = [{ what: 'annotation', count: 3, by: 'student' }]
  const { roomId, one, as, thread } = await givenReflection(requires, 'openings')
  vi.mocked(commandBy).mockClear()
  expect(await annotate(as(one), thread('early'))).toBeNull()
  expect(await annotate(as(one), thread('early-own', { for: 'me' }))).toBeNull()
  expect(await answerThread(as(one), { id: 'early-reply', roomId, thread: 'early', text: 'note-reply' })).toBeNull()
  for (const comment of ['early-reply', 'early-own', 'never'])
    expect(await deleteComment(as(one), { roomId, comment })).toBe(comment !== 'never')
  expect(commandBy).not.toHaveBeenCalled()
})

test('the tags of a thread go with its opening comment, whoever else wrote in it', async () => {
  const { roomId, one, as, thread } = await givenReflection([])
  expect(await annotate(as(one), thread('begun', { tags: ['pivot'] }))).toBeNull()
  expect(await answerThread(as(one), { id: 'again', roomId, thread: 'begun', text: 'note-again' })).toBeNull()
  expect(await deleteComment(as(one), { roomId, comment: 'begun' })).toBe(true)
  expect(
    await database().annotation.findMany({
      where: { roomId },
      select: { tags: true, comments: { select: { id: true } } },
    }),
  ).toEqual([{ tags: [], comments: [{ id: 'again' }] }])
})

test('in a thread of before, the first comment of whoever began it is its opening', async () => {
  const { roomId, one, two, as, thread } = await givenReflection([])
  expect(await annotate(as(one), thread('old', { tags: ['pivot'] }))).toBeNull()
  await database().annotationComment.update({ where: { id: 'old' }, data: { id: 'of-its-own' } })
  expect(await answerThread(as(two), { id: 'an-answer', roomId, thread: 'old', text: 'note-answer' })).toBeNull()
  expect(await answerThread(as(one), { id: 'once-more', roomId, thread: 'old', text: 'note-more' })).toBeNull()
  const sql = readFileSync('prisma/migrations/20261201083500_opening_comments/migration.sql', 'utf8')
  for (let time = 0; time < 2; time += 1) await database().$executeRawUnsafe(sql)
  const after = await database().annotationComment.findMany({ where: { annotationId: 'old' }, orderBy: { id: 'asc' } })
  expect(after.map(({ id, text }) => [id, text])).toEqual([
    ['an-answer', 'note-answer'],
    ['old', 'note-old'],
    ['once-more', 'note-more'],
  ])
})
