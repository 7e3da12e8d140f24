/**
 * The demo's rooms that a visitor runs, as often as they like, at three paces: `watch`, ninety minutes in three; `play`, ten minutes in
 * which there is time to take part as a student; `class`, as long as a lesson.
 */
import { randomUUID } from 'node:crypto'
import { delegationIds } from '#simulation/agenda/parties'
import type { PhaseKind } from '#simulation/agenda/phase-kinds'
import { chairActor, personId } from '#simulation/kernel/ids'
import { DAY_MS, HOUR_MS } from '#simulation/kernel/time'
import { defaultChoices, keyedPhases, planSeminar } from '#simulation/planning/planning'
import { factsOf } from '#simulation/reading/record/room-facts'
import type { Scenario } from '#simulation/scenario/scenario'
import { database } from '../../base/database'
import { UNDELETED_ACTIVITY } from '../access/deleted'
import { demoStudentEmail } from '../people/demo-person'
import { findAccount } from '../people/users'
import { demoScenario } from '../scenarios/shelf'
import { createSeminar, insertActivity, type NewActivity, OpeningRoom, tablePlanner } from './activities'
import type { ActivitySettings } from './activity-settings'
import { addParticipant } from './participants'
import { drawSeed } from './seeds'

export const DEMO_PACES = ['watch', 'play', 'class'] as const
export type DemoPace = (typeof DEMO_PACES)[number]
/** `waits`: nobody has started it; `runs`: between its start and its end. */
export type DemoRun = { roomId: string; activityId: string; code: string; status: 'waits' | 'runs' | 'over' }

const AGENDA = 'seminar-90'
const TITLES: Readonly<Record<DemoPace, string>> = {
  watch: 'A seminar, ninety minutes in three',
  play: 'A seminar, ten minutes to play',
  class: 'A seminar at class speed',
}
const TABLE = 'Table 1'
/** In seconds: at ten minutes for two rounds a caucus is long enough to file a position in it. */
const TEN_MINUTES: Readonly<Record<PhaseKind, number>> = {
  ...{ briefing: 30, caucus: 40, reveal: 15, openings: 60, floor: 90, cases: 60, moved: 10 },
  ...{ negotiation: 100, ballot: 30, ratification: 30, debrief: 30, reflection: 40 },
}
const TEN_MINUTE_ROUNDS = 2
/** How many runs the visitors of an open demo make in an hour; more share the newest. What was run a day ago is cleared away. */
const MOST_AN_HOUR = 60

/** The newest room of each pace; a pace nobody has run has none. */
export async function readDemoRuns(courseId: string): Promise<Readonly<Partial<Record<DemoPace, DemoRun>>>> {
  const newest = await Promise.all(DEMO_PACES.map(async (pace) => [pace, await newestRun(courseId, pace)] as const))
  return Object.fromEntries(newest.flatMap(([pace, run]) => (run ? [[pace, run]] : [])))
}

async function newestRun(courseId: string, pace: DemoPace): Promise<DemoRun | null> {
  const found = await database().activity.findFirst({
    where: { courseId, demo: true, title: TITLES[pace], ...UNDELETED_ACTIVITY },
    orderBy: { createdAt: 'desc' },
    select: {
      id: true,
      code: true,
      rooms: { take: 1, select: { id: true, summary: { select: { phaseStatus: true } } } },
    },
  })
  const [room] = found?.rooms ?? []
  if (!found || !room) return null
  const { phaseStatus = 'lobby' } = room.summary ?? {}
  const status = phaseStatus === 'lobby' ? 'waits' : phaseStatus === 'finished' ? 'over' : 'runs'
  return { roomId: room.id, activityId: found.id, code: found.code, status }
}

type Own = Pick<NewActivity, 'courseId' | 'by'>

/** A room of this pace that waits to be started; another is made where each has been. */
export async function waitingRun({ courseId, by }: Own, pace: 'watch' | 'class'): Promise<string> {
  const known = await newestRun(courseId, pace)
  if (known && (known.status === 'waits' || (await isCrowded(courseId)))) return known.roomId
  const scenario = demoScenario()
  const made = await createSeminar({
    ...{ courseId, by, scenario, title: TITLES[pace], agendaKey: AGENDA, nameRoom: () => TABLE },
    settings: settingsOf(scenario, pace),
    ...{ doorOpen: true, demo: true },
  })
  await clearOld(courseId)
  return made.roomIds[0] ?? ''
}

/** A room of ten minutes that begins now, with the demo's student as the head of a delegation of the middle. Null without that student. */
export async function playedRun({ courseId, by }: Own, now: number): Promise<string | null> {
  const [student, known] = await Promise.all([findAccount(demoStudentEmail), newestRun(courseId, 'play')])
  if (!student) return null
  if (known && (await isCrowded(courseId))) return known.roomId
  const scenario = demoScenario()
  const asked = {
    ...{ courseId, by, scenario, title: TITLES.play, agendaKey: AGENDA, nameRoom: () => TABLE },
    ...{ settings: settingsOf(scenario, 'play'), demo: true, at: now },
  }
  const [id, person] = [randomUUID(), personId.parse(randomUUID())]
  const planned = tablePlanner(asked)(drawSeed())
  const room = new OpeningRoom(id, planned, chairActor(by), now)
  const middle = delegationIds(planned.plan)[1]
  const seat = planned.plan.seats.find(({ delegation, head }) => delegation === middle && head)
  if (!seat) throw new Error('The demo has no seat for a student.')
  room.ask({ type: 'placePerson', person, seat: seat.id })
  room.ask({ type: 'startPhase', index: 0 })
  const opened = { id, name: TABLE, ordinal: 1, log: room.log, facts: factsOf(room.state) }
  await database().$transaction(async (on) => {
    const { activityId } = await insertActivity(on, 'seminar', asked, [opened])
    await addParticipant(on, { id: person, activityId, roomId: id, userId: student.id, name: student.name })
  })
  await clearOld(courseId)
  return id
}

const runsOf = (courseId: string) => ({
  courseId,
  demo: true,
  title: { in: Object.values(TITLES) },
  ...UNDELETED_ACTIVITY,
})

async function isCrowded(courseId: string): Promise<boolean> {
  const since = new Date(Date.now() - HOUR_MS)
  return (await database().activity.count({ where: { ...runsOf(courseId), createdAt: { gt: since } } })) >= MOST_AN_HOUR
}

/** Takes away the rooms that were started and are a day old. */
async function clearOld(courseId: string): Promise<void> {
  const started = { some: { summary: { startedAt: { isEmpty: false } } } }
  await database().activity.updateMany({
    where: { ...runsOf(courseId), createdAt: { lt: new Date(Date.now() - DAY_MS) }, rooms: started },
    data: { deletedAt: new Date() },
  })
}

function settingsOf(scenario: Scenario, pace: DemoPace): ActivitySettings {
  const choices = defaultChoices(scenario, AGENDA, 0)
  const rounds = pace === 'play' ? choices.rounds.slice(-TEN_MINUTE_ROUNDS) : choices.rounds
  return {
    rounds,
    ...(pace === 'play' ? { lengths: tenMinutes(scenario, { ...choices, rounds }) } : {}),
    roomCount: 1,
    seatsPerDelegation: 6,
    seating: 'choose',
    practiceSpeed: pace === 'watch' ? 30 : 1,
    understudies: true,
    door: pace === 'play' ? 'roster' : 'code',
    lateArrivals: 'until-round-1',
    observers: [],
  }
}

function tenMinutes(scenario: Scenario, choices: ReturnType<typeof defaultChoices>): Record<string, number> {
  const { phases } = planSeminar(scenario, choices).plan
  return Object.fromEntries(
    keyedPhases(scenario, choices).map((key, index) => [key, TEN_MINUTES[phases[index]?.kind ?? 'briefing']]),
  )
}
