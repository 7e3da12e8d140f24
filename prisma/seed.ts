// Creates the demo: an instructor without a password, a course, a finished seminar with marks, two rooms waiting to be started, and a
// homework debate in its fifth day.
// It runs at every start, so every step first checks whether its result is already there.
import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { database, databaseUrl, sessionUrl } from '#server/base/database'
import { createActivity, createSeminar, type NewActivity } from '#server/store/activities/activities'
import type { ActivitySettings } from '#server/store/activities/activity-settings'
import { readStarted } from '#server/store/activities/rooms'
import { createCourse } from '#server/store/courses/courses'
import { writeRoster } from '#server/store/courses/roster'
import { openRoomLog, type RoomLog } from '#server/store/log/room-log'
import { addMark, markKey, readMarks, releaseMarks } from '#server/store/marks/marks'
import { demoEmail } from '#server/store/people/demo-person'
import { findAccount, type Person } from '#server/store/people/users'
import { demoScenario } from '#server/store/scenarios/shelf'
import { type Rehearsed, rehearse } from '#simulation/bots/rehearsal'
import { fold } from '#simulation/engine/room'
import { chairActor, type RoomId, roomId } from '#simulation/kernel/ids'
import { defaultChoices, type PlannedRoom, planSeminar } from '#simulation/planning/planning'
import type { Scenario } from '#simulation/scenario/scenario'
import type { Recorded } from '#simulation/shapes/record'
import { demoMarks } from './demo-marks'
import { debateInItsWeek } from './demo-week'

const AGENDA = 'seminar-90'
const ZONE = 'Asia/Tokyo'
/** The random seed of the finished seminar: one that a reader from any of its capitals could show, and in which something was agreed and judged at home; a test says what that means. */
const SEED = 48

const WORDS = {
  instructor: 'Demo instructor',
  course: 'Alliances in East Asia',
  played: 'The China gap, a finished seminar',
  practice: 'The China gap, ninety minutes in three',
  lesson: 'The China gap, at class speed',
  week: 'The China gap, a week of homework',
  student: 'Demo student',
  table: (number: number) => `Table ${number}`,
}

/** Invented names, as they would be pasted from a spreadsheet. */
const ROSTER = `Mei Castellano
Amara Osei
Priya Raman
Ingrid Solberg
Noor Haddad
Tomás Ribeiro
Yuki Hayakawa
Lin Jiayi
Kwame Boateng
Sofía Arrieta
Daniyar Seitkali
Hana Kowalczyk
Oluwaseun Adeyemi
Leilani Kahale
Mateo Fjeld
김서윤
佐伯 遥
陈思远`

/** Creates what is missing of the demo. `now` in milliseconds of the epoch: the finished seminar is dated to the day before. */
export async function seedDemo(now: number): Promise<void> {
  const log = openRoomLog(databaseUrl(), 1, sessionUrl())
  try {
    const instructor = await instructorOfDemo()
    const courseId = await courseOfDemo(instructor)
    const scenario = demoScenario()
    await playedSeminar(log, { courseId, by: instructor.id, scenario }, now)
    await roomToRun({ courseId, by: instructor.id, scenario }, WORDS.lesson, 1)
    await roomToRun({ courseId, by: instructor.id, scenario }, WORDS.practice, 30)
    const { week: title, student, table: nameRoom } = WORDS
    await debateInItsWeek({ courseId, by: instructor.id, scenario, timeZone: ZONE, title, student, nameRoom }, now)
  } finally {
    await log.close()
  }
}

async function instructorOfDemo(): Promise<Person> {
  const known = await findAccount(demoEmail)
  if (known) return known
  await database().user.create({
    data: { id: randomUUID(), kind: 'account', email: demoEmail, name: WORDS.instructor },
  })
  return instructorOfDemo()
}

async function courseOfDemo(instructor: Person): Promise<string> {
  const mine = { title: WORDS.course, staff: { some: { userId: instructor.id } } }
  const known = await database().course.findFirst({ where: mine, select: { id: true } })
  const id = known?.id ?? (await createCourse({ title: WORDS.course, timeZone: ZONE, by: instructor.id }))
  // Only an empty roster is filled: a visitor may have changed it since the last start.
  if ((await database().rosterPlace.count({ where: { courseId: id } })) === 0)
    await writeRoster(
      id,
      ROSTER.split('\n').map((name) => ({ name, email: null, studentNumber: null })),
    )
  return id
}

type Own = Pick<NewActivity, 'courseId' | 'by' | 'scenario'>

const settingsOf = (scenario: Scenario, practiceSpeed: ActivitySettings['practiceSpeed']): ActivitySettings => ({
  rounds: defaultChoices(scenario, AGENDA, SEED).rounds,
  roomCount: 1,
  seatsPerDelegation: 6,
  seating: 'choose',
  practiceSpeed,
  understudies: true,
  door: 'code',
  lateArrivals: 'until-round-1',
  observers: [],
})

/** A seminar that understudies played from the first phase to the last, dated yesterday at ten, with marks that are released. */
async function playedSeminar(log: RoomLog, own: Own, now: number): Promise<void> {
  const planned = planSeminar(own.scenario, defaultChoices(own.scenario, AGENDA, SEED))
  const { activityId, room, startsAt } = await playedActivity(own, planned, yesterdayAtTen(now))
  const state = fold(await readPlayed(log, room, () => rehearse(planned, own.scenario, startsAt, chairActor(own.by))))
  if (!state) return
  const given = new Set((await readMarks(room)).map(markKey))
  const missing = demoMarks(room, state).filter((mark) => !given.has(markKey({ ...mark, participantId: null })))
  if (missing.length === 0) return
  await Promise.all(missing.map((mark) => addMark(mark, own.by)))
  await releaseMarks(activityId, own.by)
}

async function playedActivity(
  own: Own,
  planned: PlannedRoom,
  at: number,
): Promise<{ activityId: string; room: RoomId; startsAt: number }> {
  const known = await database().activity.findFirst({
    where: { courseId: own.courseId, demo: true, title: WORDS.played },
    select: { id: true, createdAt: true, rooms: { select: { id: true } } },
  })
  if (known) {
    return { activityId: known.id, room: roomId.parse(known.rooms[0]?.id), startsAt: known.createdAt.getTime() }
  }
  const settings = settingsOf(own.scenario, 1)
  const asked = { ...own, title: WORDS.played, agendaKey: AGENDA, settings, nameRoom: WORDS.table, demo: true, at }
  const made = await createActivity('seminar', asked, () => planned)
  return { activityId: made.activityId, room: roomId.parse(made.roomIds[0]), startsAt: at }
}

/** The finished seminar's log; if the room has only been opened so far, the seminar is played and saved first. */
async function readPlayed(log: RoomLog, room: RoomId, play: () => Rehearsed): Promise<Recorded[]> {
  const opened = await log.read(room)
  if (opened.some(({ event }) => event.type === 'PhaseStarted')) return opened
  await log.append(room, play().rows.slice(opened.length))
  return log.read(room)
}

/** Makes sure that a room with an open door waits to be started: once a visitor has started the last one, the next start adds another. */
async function roomToRun(own: Own, title: string, speed: ActivitySettings['practiceSpeed']): Promise<void> {
  const rooms = await database().room.findMany({
    where: { activity: { courseId: own.courseId, demo: true, title } },
    select: { id: true },
  })
  const started = await readStarted(rooms.map(({ id }) => id))
  if (rooms.some(({ id }) => !started.has(id))) return
  const settings = settingsOf(own.scenario, speed)
  await createSeminar({
    ...own,
    title,
    agendaKey: AGENDA,
    settings,
    nameRoom: WORDS.table,
    doorOpen: true,
    demo: true,
  })
}

function yesterdayAtTen(now: number): number {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(ZONE).toPlainDate()
  return today.subtract({ days: 1 }).toZonedDateTime({ timeZone: ZONE, plainTime: '10:00' }).epochMilliseconds
}
