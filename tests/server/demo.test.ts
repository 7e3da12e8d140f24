// What the demo holds, and that seeding twice makes no second one.
import { expect, test } from 'vitest'
import { database, databaseUrl } from '#server/base/database'
import { readActivities } from '#server/store/activities/activities'
import { readParticipations } from '#server/store/activities/participants'
import { readCourses } from '#server/store/courses/courses'
import { readRoster } from '#server/store/courses/roster'
import { openRoomLog } from '#server/store/log/room-log'
import { readMarks, readRelease } from '#server/store/marks/marks'
import { signInAsDemo } from '#server/web/sign-in'
import { decide } from '#simulation/engine/decide'
import { fold } from '#simulation/engine/room'
import { chairActor, commandId, participantActor, personId, type RoomId, roomId } from '#simulation/kernel/ids'
import { assignmentOf, headlineOf } from '#simulation/reading/assignment'
import { homeOutcome } from '#simulation/reading/at-home'
import { paragraphs } from '#simulation/reading/transcript'
import { phaseNow, type RoomState } from '#simulation/state/room-state'
import { seedDemo } from '../../prisma/seed'
import { useFreshDatabase } from '../support/database'

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
  expect(titled(/finished/)).toHaveLength(1)
  expect(titled(/in three|class speed/).map((activity) => activity.door.open)).toEqual([true, true])
})

test('each position is marked with entries that stand in the record, and the marks are released', async () => {
  const { roomOf, titled } = await theDemo()
  const room = roomOf(/finished/)
  const state = fold(await readLog(room)) as RoomState
  const numbers = new Set(paragraphs(state).map((entry) => entry.no))
  const marks = await readMarks(room)
  expect(marks.length).toBe(state.plan.rounds.length * 3 * 4)
  expect(new Set(marks.map((mark) => mark.level)).size).toBeGreaterThan(2)
  for (const mark of marks) {
    expect(mark.noEvidence).toBe(mark.evidence.length === 0)
    for (const entry of mark.evidence) expect(numbers).toContain(entry)
  }
  expect(marks.filter((mark) => mark.evidence.length > 0).length).toBeGreaterThan(40)
  expect(await readRelease(titled(/finished/)[0]?.id ?? '')).not.toBeNull()
})

test('the finished seminar shows what the talks can come to: a trade, clauses that were signed and one that was not, and a side that refused at home', async () => {
  const { roomOf } = await theDemo()
  const state = fold(await readLog(roomOf(/finished/))) as RoomState
  const outcomes = (state.issued?.clauses ?? []).map(({ outcome }) => outcome)
  expect(outcomes.filter((outcome) => outcome === 'passed').length).toBeGreaterThan(2)
  expect(outcomes).toContain('not-passed')
  expect(state.offers.map(({ answer }) => answer)).toContain('accepted')
  expect(homeOutcome(state)?.kind).toBe('not-ratified')
})

test('a room that has been started is followed by another at the next start', async () => {
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
  expect(titled(/in three/)).toHaveLength(2)
  expect(titled(/class speed/)).toHaveLength(1)
})

test('the week is in its fifth day: understudies have opened and answered, and each post is of the tension it answers', async () => {
  const { roomOf } = await theDemo()
  const state = fold(await readLog(roomOf(/week/))) as RoomState
  expect(state.plan.kind).toBe('homework')
  expect(phaseNow(state)?.kind).toBe('floor')
  const posts = paragraphs(state).filter((entry) => entry.kind === 'statement')
  expect(posts.every((entry) => entry.understudy && entry.person === null)).toBe(true)
  expect(new Set(posts.map((entry) => entry.round))).toEqual(new Set(state.plan.rounds.map(({ key }) => key)))
  expect(posts.filter((entry) => entry.answers !== null).length).toBeGreaterThan(10)
})

test('the seat to try in the week is the demo student’s, who signs in without a password and may post an answer', async () => {
  const { roomOf } = await theDemo()
  const room = roomOf(/week/)
  const entered = await signInAsDemo({}, { userAgent: 'test' }, 'student')
  const [place, ...more] = await readParticipations(entered?.person.id ?? '')
  expect(more).toEqual([])
  expect(place?.roomId).toBe(room)
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
  const state = fold(await readLog(roomOf(/week/))) as RoomState
  const entered = await signInAsDemo({}, { userAgent: 'test' }, 'student')
  const [place] = await readParticipations(entered?.person.id ?? '')
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
  expect(titled(/week/)).toHaveLength(2)
})
