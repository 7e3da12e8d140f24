// What the demo holds, and that seeding twice makes no second one.
import { expect, test } from 'vitest'
import { database, databaseUrl } from '#server/base/database'
import { accessActivity } from '#server/store/access/access'
import { readActivities } from '#server/store/activities/activities'
import { openDemoRun, readDemo } from '#server/store/activities/demo'
import { readParticipations } from '#server/store/activities/participants'
import { readStudentReviews } from '#server/store/beside-acts/peer-reviews/peer-reviews'
import { readCourses } from '#server/store/courses/courses'
import { readRoster } from '#server/store/courses/roster'
import { openRoomLog } from '#server/store/log/room-log'
import { readGradebook } from '#server/store/marks/gradebook'
import { readMarks, readRelease } from '#server/store/marks/marks'
import { readPlayedTables } from '#server/store/records/compared'
import { readLearning } from '#server/store/records/learning'
import { signInAsDemo } from '#server/web/sign-in'
import { decide } from '#simulation/engine/decide'
import { fold } from '#simulation/engine/room'
import { chairActor, commandId, participantActor, personId, type RoomId, roomId } from '#simulation/kernel/ids'
import { assignmentOf, headlineOf } from '#simulation/reading/homework/assignment'
import { newestRubric } from '#simulation/reading/log/rubric'
import { paragraphs } from '#simulation/reading/log/transcript'
import { compareTables } from '#simulation/reading/positions/compared-tables'
import { homeOutcome } from '#simulation/reading/text/at-home'
import { phaseNow, type RoomState } from '#simulation/state/room-state'
import { seedDemo } from '../../prisma/seed'
import { useFreshDatabase } from '../support/machines/database'

useFreshDatabase()

const NOW = Date.parse('2026-11-25T03:00:00+09:00')

async function readLog(room: RoomId) {
  const log = openRoomLog(databaseUrl(), 1)
  try {
    return await log.read(room)
  } finally {
    await log.close()
  }
}

async function theDemo() {
  const entered = await signInAsDemo({}, { userAgent: 'test' })
  if (!entered) throw new Error('The demo cannot be entered.')
  const [course] = await readCourses(entered.person.id)
  if (!course) throw new Error('The demo has no course.')
  const activities = await readActivities(course.id)
  const titled = (title: RegExp) => activities.filter((activity) => title.test(activity.title))
  const roomOf = (title: RegExp) => roomId.parse(titled(title)[0]?.rooms[0]?.id)
  return { person: entered.person, course, activities, titled, roomOf }
}

const counts = async () =>
  Promise.all([
    database().user.count(),
    database().course.count(),
    database().rosterPlace.count(),
    database().activity.count(),
    database().room.count(),
    database().roomEvent.count(),
    database().mark.count(),
    database().release.count(),
  ])

test('one start makes the demo, and later starts add nothing', async () => {
  await seedDemo(NOW)
  const once = await counts()
  await seedDemo(NOW + 86_400_000)
  expect(await counts()).toEqual(once)
})

test('the demo instructor finds a course with a roster, a finished seminar and rooms whose doors stand open', async () => {
  const { course, titled, person } = await theDemo()
  expect(person.name).toBe('Demo instructor')
  expect(course.title).toBe('Alliances in East Asia')
  expect((await readRoster(course.id)).length).toBeGreaterThan(12)
  expect(titled(/finished seminar/)).toHaveLength(1)
  expect(titled(/in three|class speed/).map((activity) => activity.door.open)).toEqual([true, true])
})

/** How many students the demo promises, at how many tables. */
const CLASS = { students: 18, tables: 2 }

test('L35: the finished seminar is of eighteen students at two tables, each graded and released, with a sentence beside the levels', async () => {
  const { titled, course } = await theDemo()
  const [seminar] = titled(/finished seminar/)
  if (!seminar) throw new Error('The demo has no finished seminar.')
  const { people, marks, rubrics } = await readGradebook({
    id: seminar.id,
    courseId: course.id,
    kind: 'seminar',
  })
  expect(people).toHaveLength(CLASS.students)
  expect(new Set(people.map(({ roomId }) => roomId)).size).toBe(CLASS.tables)
  expect(new Set(people.map(({ name }) => name)).size).toBe(CLASS.students)
  const criteria = newestRubric(rubrics).criteria.filter(({ subjects }) => subjects.includes('student')).length
  for (const { id, note, positions } of people) {
    expect(marks.filter(({ participantId }) => participantId === id)).toHaveLength(criteria)
    expect(note?.comment).toBeTruthy()
    expect(positions).not.toBeNull()
  }
  expect(new Set(marks.map(({ level }) => level)).size).toBeGreaterThan(3)
  expect(await readRelease(seminar.id)).not.toBeNull()
})

test('L35: each mark of the demo names entries of the student or the position it judges', async () => {
  const { titled } = await theDemo()
  for (const { id: room } of titled(/finished seminar/)[0]?.rooms ?? []) {
    const state = fold(await readLog(roomId.parse(room))) as RoomState
    const entries = new Map(paragraphs(state).map((entry) => [entry.no, entry]))
    const marks = await readMarks(room)
    for (const mark of marks) {
      expect(mark.noEvidence).toBe(mark.evidence.length === 0)
      for (const no of mark.evidence)
        if (mark.subject === 'position') expect([...entries.keys()]).toContain(no)
        else if (/^[0-9]+$/.test(no)) expect(entries.get(no)).toMatchObject({ person: mark.participantId })
    }
    expect(marks.filter(({ evidence }) => evidence.length > 0).length).toBeGreaterThan(0.8 * marks.length)
  }
})

test('L35: Compare has two tables that went different ways, and evidence of learning counts all eighteen', async () => {
  const { titled, person } = await theDemo()
  const [seminar] = titled(/finished seminar/)
  const compared = compareTables(await readPlayedTables(person, seminar?.id ?? ''), 'gap')
  expect(compared?.tables).toHaveLength(CLASS.tables)
  const [one, other] = (compared?.tables ?? []).map(({ rounds }) => rounds.map(({ closing }) => closing))
  expect(one?.every((closing) => closing !== null)).toBe(true)
  expect(one).not.toEqual(other)
  const { sheet } = await readLearning(seminar?.id ?? '', undefined)
  expect(sheet).toMatchObject({ people: CLASS.students, tables: { over: CLASS.tables, of: CLASS.tables } })
  for (const { n, change } of [sheet?.knowledge, sheet?.sure, ...(sheet?.views ?? []).map(({ moved }) => moved)].map(
    (comparison) => comparison ?? { n: 0, change: null },
  )) {
    expect(n).toBe(CLASS.students)
    expect(change).not.toBeNull()
  }
})

test('L35: every student of the finished homework debate has read two reviews of their posts, no two alike', async () => {
  const { titled, person } = await theDemo()
  const [debate] = titled(/last month/)
  const found = debate && (await accessActivity(person, debate.id))
  if (!found) throw new Error('The demo has no homework debate that is over.')
  const { people } = await readGradebook(found.activity)
  expect(people).toHaveLength(CLASS.students)
  const said = await Promise.all(people.map(({ id }) => readStudentReviews(found.activity, id, String)))
  for (const reviews of said) {
    expect(reviews?.of.filter(({ sent }) => sent).length).toBeGreaterThan(0)
    for (const { median } of reviews?.medians ?? []) expect(median).not.toBeNull()
    expect(reviews?.by.filter(({ sent }) => sent)).toHaveLength(2)
  }
  const comments = said.flatMap((reviews) => reviews?.of.map(({ comment }) => comment) ?? [])
  expect(new Set(comments).size).toBe(2 * CLASS.students)
  expect(people.every(({ shares }) => shares.some((share) => share.of === 'peer-reviews'))).toBe(true)
})

test('L35: whatever names a student of the demo says that they are made up, and no two tables say the same', async () => {
  const { titled, course } = await theDemo()
  const rooms = titled(/made-up class/).flatMap((activity) => activity.rooms.map(({ id }) => roomId.parse(id)))
  const logs = await Promise.all(rooms.map(readLog))
  const said = logs.map((rows) =>
    paragraphs(fold(rows) as RoomState).flatMap((entry) =>
      entry.kind === 'statement' && entry.person !== null ? [entry.text] : [],
    ),
  )
  for (const texts of said) expect(texts.length).toBeGreaterThan(12)
  expect(new Set(said.flat()).size).toBe(said.flat().length)
  const named = await database().participant.findMany({
    where: { activity: { demo: true }, user: { email: null } },
    select: { name: true },
  })
  expect(named.length).toBeGreaterThan(40)
  for (const { name } of [...named, ...(await readRoster(course.id))]) expect(name).toMatch(/\(demo\)$/)
})

test('the finished seminar shows what the talks can come to: a trade, clauses that were signed and one that was not, and a side that refused at home', async () => {
  const { titled } = await theDemo()
  const states = await Promise.all(
    (titled(/finished seminar/)[0]?.rooms ?? []).map(
      async ({ id }) => fold(await readLog(roomId.parse(id))) as RoomState,
    ),
  )
  for (const { issued, offers } of states) {
    const outcomes = issued?.clauses.map(({ outcome }) => outcome) ?? []
    expect(outcomes.filter((outcome) => outcome === 'passed').length).toBeGreaterThan(2)
    expect(outcomes).toContain('not-passed')
    expect(offers.map(({ answer }) => answer)).toContain('accepted')
  }
  expect(states.map((state) => homeOutcome(state)?.kind)).toContain('not-ratified')
})

test('a room that has been started is followed by another, at the next start or the next press', async () => {
  const { roomOf } = await theDemo()
  const used = roomOf(/in three/)
  const rows = await readLog(used)
  const by = chairActor('demo')
  const verdict = decide(fold(rows), { type: 'startPhase', index: 0 }, { by, at: NOW, lot: 0 })
  if (!verdict.ok) throw new Error(`The room ready to run does not start: ${verdict.rejection}`)
  const command = { at: NOW, by, commandId: commandId.parse('start-by-test') }
  const log = openRoomLog(databaseUrl(), 1)
  await log.append(
    used,
    verdict.rows.map((draft, index) => ({ seq: rows.length + 1 + index, ...command, ...draft })),
  )
  await log.close()
  await seedDemo(NOW)
  const { titled } = await theDemo()
  expect((await readDemo())?.runs.watch?.status).toBe('waits')
  expect(titled(/in three/)).toHaveLength(2)
  expect(titled(/class speed/)).toHaveLength(1)
})

test('L36: each pace is run as often as one likes, and the demo says of each what has become of it', async () => {
  const told = async () => (await readDemo())?.runs ?? {}
  const first = await openDemoRun('class', NOW)
  expect(await openDemoRun('class', NOW)).toBe(first)
  expect((await told()).class).toMatchObject({ roomId: first, status: 'waits' })
  const runs = [await openDemoRun('play', Date.now()), await openDemoRun('play', Date.now())]
  expect(new Set([...runs, null]).size).toBe(3)
  const { play } = await told()
  expect(runs).toContain(play?.roomId)
  expect(play?.status).toBe('runs')
})

test('L36: ten minutes are ten minutes: whoever plays sits in them from the press on, and has forty seconds for each caucus', async () => {
  const room = roomId.parse(await openDemoRun('play', Date.now()))
  const state = fold(await readLog(room)) as RoomState
  const { phases, speed } = state.plan
  expect(speed).toBe(1)
  expect(phases.filter(({ kind }) => kind === 'caucus').map(({ seconds }) => seconds)).toEqual([40, 40, 40, 40])
  const whole = phases.reduce((sum, { seconds }) => sum + seconds, 0)
  expect(whole).toBeGreaterThan(9 * 60)
  expect(whole).toBeLessThan(11 * 60)
  const entered = await signInAsDemo({}, { userAgent: 'test' }, 'student')
  const place = (await readParticipations(entered?.person.id ?? '')).find(({ roomId: id }) => id === room)
  const seat = Object.values(state.seats).find(({ holder }) => holder === place?.participantId)
  expect(seat?.head).toBe(true)
  expect(state.agenda).toMatchObject({ index: 0, status: 'running' })
})

test('L35: the week is in its fifth day: eleven students have opened and answered, on each of its tensions', async () => {
  const { roomOf } = await theDemo()
  const state = fold(await readLog(roomOf(/its week/))) as RoomState
  expect(state.plan.kind).toBe('homework')
  expect(phaseNow(state)?.kind).toBe('floor')
  const posts = paragraphs(state).filter((entry) => entry.kind === 'statement')
  expect(new Set(posts.flatMap(({ person }) => person ?? [])).size).toBe(11)
  expect(new Set(posts.map((entry) => entry.round))).toEqual(new Set(state.plan.rounds.map(({ key }) => key)))
  expect(posts.filter((entry) => entry.answers !== null).length).toBeGreaterThan(10)
})

test('the seat to try in the week is the demo student’s, who signs in without a password and may post an answer', async () => {
  const { roomOf } = await theDemo()
  const room = roomOf(/its week/)
  const entered = await signInAsDemo({}, { userAgent: 'test' }, 'student')
  const place = (await readParticipations(entered?.person.id ?? '')).find(({ roomId: id }) => id === room)
  const rows = await readLog(room)
  const state = fold(rows) as RoomState
  const mine = Object.values(state.seats).find((seat) => seat.holder === place?.participantId)?.delegation
  const asked = paragraphs(state).find((entry) => entry.kind === 'statement' && entry.delegation !== mine)
  if (!asked?.round) throw new Error('Nobody else has posted.')
  const said = { text: 'We hear the promise and ask for its date.', intent: 'challenge' as const, anchors: [] }
  const verdict = decide(
    state,
    { type: 'postStatement', phase: state.agenda.index, round: asked.round, answers: Number(asked.no), ...said },
    { by: participantActor(personId.parse(place?.participantId)), at: NOW + 60_000, lot: 0 },
  )
  expect(verdict).toMatchObject({ ok: true })
})

test('to the demo’s student, parts that were over before they came are not missing, and an answer is what is due', async () => {
  const { roomOf } = await theDemo()
  const state = fold(await readLog(roomOf(/its week/))) as RoomState
  const entered = await signInAsDemo({}, { userAgent: 'test' }, 'student')
  const place = (await readParticipations(entered?.person.id ?? '')).find(({ roomId: id }) => id === roomOf(/its week/))
  const asked = assignmentOf(state, personId.parse(place?.participantId), NOW + 60_000)
  expect(asked.flatMap(({ kind, status }) => (status === 'before' ? [kind] : []))).toEqual([
    'briefing',
    'caucus',
    'openings',
  ])
  expect(asked.map(({ status }) => status)).not.toContain('missing')
  expect(headlineOf(asked)).toMatchObject({ kind: 'due', asked: { kind: 'floor' } })
})

test('a week whose answers are no longer due is followed by another at the next start', async () => {
  await seedDemo(NOW + 3 * 86_400_000)
  const { titled } = await theDemo()
  expect(titled(/its week/)).toHaveLength(2)
})
