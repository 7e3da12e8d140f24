// Adds an activity that the demo's class has played, or plays up to now: its rooms with what was said, its students, and what was made of
// their work, in one transaction.
import { randomUUID } from 'node:crypto'
import { type Database, database } from '#server/base/database'
import { insertActivity, type NewActivity } from '#server/store/activities/activities'
import { addParticipants } from '#server/store/activities/participants'
import { readRoster } from '#server/store/courses/roster'
import { columnsOf, valuesOf } from '#server/store/log/stored-rows'
import { addMarks } from '#server/store/marks/marks'
import { createGuests } from '#server/store/people/users'
import { reviewTime } from '#simulation/beside/peer-reviews/peer-reviews'
import { Rehearsal } from '#simulation/bots/rehearsal'
import { chairActor, type PersonId, personId, roomId, type SeatId } from '#simulation/kernel/ids'
import { MINUTE_MS } from '#simulation/kernel/time'
import type { PlannedRoom } from '#simulation/planning/planning'
import { factsOf } from '#simulation/reading/record/room-facts'
import { classMover } from './demo-class'
import { demoMarks, peerLevels, studentMarks } from './demo-marks'
import { type DemoStudent, madeUp, type TableWords } from './demo-words'

export type DemoTable = Readonly<{ words: TableWords; planned: PlannedRoom }>
/** Somebody who is no student of the class and has a seat at the first table, empty so far: who signs in as the demo's student. */
type Visitor = Readonly<{ userId: string; name: string; seat: SeatId }>
type Played = Readonly<{
  asked: Omit<NewActivity, 'at' | 'demo'>
  tables: readonly DemoTable[]
  /** When the first part opens, and until when it is played, ms since 1970. */
  startsAt: number
  until: number
  visitor?: Visitor
}>

type Sitting = Readonly<{ student: DemoStudent; person: PersonId }>
type PlayedTable = Readonly<{ room: string; number: number; rehearsal: Rehearsal; sitting: readonly Sitting[] }>

/** Adds the activity and returns its id. */
export async function insertPlayed(kind: 'seminar' | 'homework', { asked, ...played }: Played): Promise<string> {
  const { tables, startsAt, until, visitor } = played
  const all = tables.map((table, index) => playedTable(asked, table, { number: index + 1, startsAt, until }))
  const students = await classOf(
    asked.courseId,
    all.flatMap(({ sitting }) => sitting.map(({ student }) => student.name)),
  )
  const guest = visitor ? { ...visitor, id: personId.parse(randomUUID()) } : null
  if (guest) submitted(all[0]?.rehearsal, asked.by, { person: guest.id, seat: guest.seat })
  return database().$transaction(
    async (on) => {
      const rooms = all.map(({ room, number, rehearsal: { rows, state } }) => ({
        ...{ id: room, name: asked.nameRoom(number), ordinal: number, facts: factsOf(state) },
        log: columnsOf(valuesOf(roomId.parse(room), rows)),
      }))
      const { activityId } = await insertActivity(on, kind, { ...asked, demo: true, at: startsAt }, rooms)
      const places = all.flatMap(({ room, sitting }) =>
        sitting.flatMap(({ student, person }) => {
          const one = students.get(student.name)
          return one ? [{ id: person, roomId: room, ...one }] : []
        }),
      )
      const visits = guest
        ? [{ id: guest.id, roomId: all[0]?.room ?? null, userId: guest.userId, name: guest.name }]
        : []
      await addParticipants(on, activityId, [...places, ...visits])
      for (const table of all) await judge(on, asked, table)
      await addReviews(on, asked, all)
      return activityId
    },
    { timeout: MINUTE_MS },
  )
}

function playedTable(
  { by, scenario }: Pick<NewActivity, 'by' | 'scenario'>,
  { words, planned }: DemoTable,
  { number, startsAt, until }: { number: number; startsAt: number; until: number },
): PlayedTable {
  const sitting = words.students.map((student) => ({ student, person: personId.parse(randomUUID()) }))
  const people = new Map(sitting.map(({ student, person }) => [student.seat, person]))
  const rehearsal = new Rehearsal(planned, scenario, startsAt, classMover(words, people))
  for (const [seat, person] of people) submitted(rehearsal, by, { person, seat })
  if (planned.plan.kind === 'seminar') rehearsal.submit(chairActor(by), { type: 'startPhase', index: 0 })
  rehearsal.run(until)
  return { room: randomUUID(), number, rehearsal, sitting }
}

/** Seats a person by the instructor. Throws where the table has no such free seat: the demo's words name another. */
function submitted(rehearsal: Rehearsal | undefined, by: string, place: { person: PersonId; seat: SeatId }): void {
  const placed = rehearsal?.submit(chairActor(by), { type: 'placePerson', ...place })
  if (!placed?.ok) throw new Error(`Nobody can be seated in ${place.seat} of the demo: ${placed?.rejection}`)
}

/** The students of the class by their names: each one guest in all of the demo's activities, and their place on the list where it has them. */
async function classOf(courseId: string, names: readonly string[]) {
  const roster = await readRoster(courseId)
  const known = names.map((name) => {
    const place = roster.find((one) => one.name === madeUp(name) || one.name === name)
    return { name, userId: place?.userId ?? randomUUID(), rosterPlaceId: place?.id ?? null, isNew: !place?.userId }
  })
  const fresh = known.filter(({ isNew }) => isNew)
  await database().$transaction(async (on) => {
    await createGuests(
      on,
      fresh.map(({ userId: id, name }) => ({ id, name: madeUp(name) })),
    )
    for (const { userId, rosterPlaceId: id } of fresh)
      if (id !== null) await on.rosterPlace.update({ where: { id }, data: { userId } })
  })
  return new Map(
    known.map(({ name, userId, rosterPlaceId }) => [name, { userId, rosterPlaceId, name: madeUp(name) }] as const),
  )
}

/** Marks the table's positions by counting and its students as the words say, with a sentence beside each. */
async function judge(
  on: Database,
  { by, scenario }: Pick<NewActivity, 'by' | 'scenario'>,
  { room, rehearsal: { state }, sitting }: PlayedTable,
): Promise<void> {
  const judged = sitting.flatMap(({ student, person }) =>
    student.levels ? [{ levels: student.levels, note: student.note ?? null, person }] : [],
  )
  if (judged.length === 0) return
  const marks = judged.flatMap((one) => studentMarks(scenario, { room, state }, one))
  await addMarks([...demoMarks(room, state), ...marks], by, on)
  await on.gradeNote.createMany({
    data: judged.map(({ person, note }) => ({
      ...{ id: randomUUID(), participantId: person, comment: note, tookNoPart: false, byUserId: by },
    })),
  })
}

/** What the students wrote of each other's posts, sent half way through the time for them. */
async function addReviews(
  on: Database,
  { scenario, settings }: Pick<NewActivity, 'scenario' | 'settings'>,
  all: readonly PlayedTable[],
): Promise<void> {
  const states = all.map(({ rehearsal }) => rehearsal.state)
  const time = settings.grading?.peer && reviewTime(states, settings.grading.peer)
  if (!time) return
  const sitting = all.flatMap(({ number, sitting: at }) =>
    at.map((one) => ({ ...one, key: `${number}:${one.student.seat}` })),
  )
  const people = new Map(sitting.map((one) => [one.key, one]))
  const rows = sitting.flatMap(({ person, student }, place) =>
    (student.reviews ?? []).map(({ of, text }, nth) => {
      const about = people.get(of)
      if (!about) throw new Error(`${student.name} reviews ${of}, and nobody of the demo sits there.`)
      const levels = peerLevels(scenario, about.student.levels ?? [], place + nth)
      return { reviewerId: person, authorId: about.person, comment: text, levels }
    }),
  )
  const [givenAt, sentAt] = [new Date(time.opens), new Date((time.opens + time.closes) / 2)]
  await on.peerReview.createMany({ data: rows.map((row) => ({ id: randomUUID(), ...row, givenAt, sentAt })) })
}
