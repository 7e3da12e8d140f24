// Creates the demo: an instructor without a password, a course, a seminar and a homework debate that its made-up class has played, with
// marks and reviews, two rooms waiting to be started, and a homework debate in its fifth day.
// It runs at every start, so every step first checks whether its result is already there.
import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { database } from '#server/base/database'
import { type NewActivity, tablePlanner } from '#server/store/activities/activities'
import type { ActivitySettings } from '#server/store/activities/activity-settings'
import { waitingRun } from '#server/store/activities/demo-runs'
import { createCourse } from '#server/store/courses/courses'
import { writeRoster } from '#server/store/courses/roster'
import { releaseMarks } from '#server/store/marks/marks'
import { demoEmail } from '#server/store/people/demo-person'
import { findAccount, type Person } from '#server/store/people/users'
import { demoScenario } from '#server/store/scenarios/shelf'
import { DAY_MS } from '#simulation/kernel/time'
import { defaultChoices } from '#simulation/planning/planning'
import { insertPlayed } from './demo-played'
import { debateInItsWeek, debatePlayed } from './demo-week'
import { demoWords, madeUp } from './demo-words'

const AGENDA = 'seminar-90'
const ZONE = 'Asia/Tokyo'
/** The random seeds of the finished seminar's tables, by which its heads negotiate: something is agreed at each, and judged at home; a test says what that means. */
const SEEDS = [23, 2] as const
const SEMINAR_DAYS_AGO = 24

const WORDS = {
  instructor: 'Demo instructor',
  course: 'Alliances in East Asia',
  played: 'The China gap, a finished seminar of a made-up class',
  debated: 'The China gap, last month’s homework of a made-up class',
  week: 'The China gap, a made-up class in its week of homework',
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
  const instructor = await instructorOfDemo()
  const courseId = await courseOfDemo(instructor)
  const scenario = demoScenario()
  const nameRoom = WORDS.table
  const own = { courseId, by: instructor.id, scenario, nameRoom }
  await playedSeminar(own, now)
  await debatePlayed({ ...own, timeZone: ZONE, title: WORDS.debated }, now)
  await waitingRun(own, 'class')
  await waitingRun(own, 'watch')
  await debateInItsWeek({ ...own, timeZone: ZONE, title: WORDS.week, student: WORDS.student }, now)
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
      ROSTER.split('\n').map((name) => ({ name: madeUp(name), email: null, studentNumber: null })),
    )
  return id
}

type Own = Pick<NewActivity, 'courseId' | 'by' | 'scenario'>

/** The seminar that the class has played, with marks that are released; added once. */
async function playedSeminar(own: Own & Pick<NewActivity, 'nameRoom'>, now: number): Promise<void> {
  const known = await database().activity.findFirst({
    where: { courseId: own.courseId, demo: true, title: WORDS.played },
    select: { id: true },
  })
  if (known) return releaseMarks(known.id, own.by)
  const settings: ActivitySettings = {
    rounds: defaultChoices(own.scenario, AGENDA, 0).rounds,
    roomCount: SEEDS.length,
    seatsPerDelegation: 3,
    seating: 'place',
    practiceSpeed: 1,
    understudies: true,
    learning: true,
    door: 'roster',
    lateArrivals: 'until-round-1',
    observers: [],
  }
  const asked = { ...own, title: WORDS.played, agendaKey: AGENDA, settings }
  const plan = tablePlanner(asked)
  const [first, second] = SEEDS
  const tables = [
    { words: demoWords('seminar-1'), planned: plan(first) },
    { words: demoWords('seminar-2'), planned: plan(second) },
  ]
  const startsAt = atTenDaysAgo(now, SEMINAR_DAYS_AGO)
  await releaseMarks(await insertPlayed('seminar', { asked, tables, startsAt, until: startsAt + DAY_MS }), own.by)
}

function atTenDaysAgo(now: number, days: number): number {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(ZONE).toPlainDate()
  return today.subtract({ days }).toZonedDateTime({ timeZone: ZONE, plainTime: '10:00' }).epochMilliseconds
}
