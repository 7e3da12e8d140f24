// Seeds the demo's homework debate: a week that understudies have posted in up to now, its fifth day, and one seat in it for whoever tries
// the demo as a student.
import { randomUUID } from 'node:crypto'
import { database } from '#server/base/database'
import { insertActivity, type NewActivity } from '#server/store/activities/activities'
import { addDays, dayOf, type ScheduledPhase, scheduleAgenda } from '#server/store/activities/deadlines'
import { addParticipant } from '#server/store/activities/participants'
import { drawSeed } from '#server/store/activities/seeds'
import { columnsOf, valuesOf } from '#server/store/log/stored-rows'
import { demoStudentEmail } from '#server/store/people/demo-person'
import { findAccount, type Person } from '#server/store/people/users'
import { delegationIds } from '#simulation/agenda/parties'
import { ruleOf } from '#simulation/agenda/phase-kinds'
import type { RoomPlan } from '#simulation/agenda/plan'
import { Rehearsal } from '#simulation/bots/rehearsal'
import { chairActor, personId, roomId, type SeatId } from '#simulation/kernel/ids'
import { homeworkAgendaOf, planHomework } from '#simulation/planning/homework-planning'
import { chairsOf, type PlannedRoom } from '#simulation/planning/planning'
import { factsOf } from '#simulation/reading/room-facts'
import type { HomeworkAgenda, Scenario } from '#simulation/scenario/scenario'

const AGENDA = 'homework-week'
const CHAIRS = 4
const LATE_HOURS = 48

type Week = Pick<NewActivity, 'courseId' | 'by' | 'scenario'> & {
  timeZone: string
  title: string
  student: string
  nameRoom: (number: number) => string
}

/** Adds a debate in its fifth day, unless the demo has one whose answers can still be posted in time. */
export async function debateInItsWeek(week: Week, now: number): Promise<void> {
  const { courseId, title, scenario, timeZone } = week
  const agenda = homeworkAgendaOf(scenario, AGENDA)
  const known = await database().activity.findMany({
    where: { courseId, demo: true, title },
    orderBy: { createdAt: 'desc' },
    select: { createdAt: true },
    take: 1,
  })
  const [newest] = known
  if (newest && now < answersDue(calendarFrom(agenda, dayOf(newest.createdAt.getTime(), timeZone), timeZone))) return
  const phases = calendarFrom(agenda, addDays(dayOf(now, timeZone), -4), timeZone)
  const startsAt = phases[0]?.opens.at ?? now
  const student = await studentOfDemo(week.student)
  const room = roomId.parse(randomUUID())
  const person = personId.parse(randomUUID())
  const played = new Rehearsal(planWeek(scenario, agenda, phases), scenario, startsAt)
  played.run(now)
  const placed = played.submit(chairActor(week.by), { type: 'placePerson', person, seat: seatToTry(played.state.plan) })
  if (!placed.ok) throw new Error(`The demo's student has no seat: ${placed.rejection}`)
  const asked = {
    ...week,
    agendaKey: AGENDA,
    settings: settingsOf(scenario, phases, timeZone),
    demo: true,
    at: startsAt,
  }
  const log = columnsOf(valuesOf(room, played.rows))
  const opened = { id: room, name: week.nameRoom(1), ordinal: 1, log, facts: factsOf(played.state) }
  await database().$transaction(async (on) => {
    const { activityId } = await insertActivity(on, 'homework', asked, [opened])
    await addParticipant(on, { id: person, activityId, roomId: room, userId: student.id, name: student.name })
  })
}

/**
 * The agenda's days from `start`, except that answers are due a day later and the steps after them follow: otherwise a demo that is
 * started in the evening has nothing left to answer.
 */
function calendarFrom(agenda: HomeworkAgenda, start: string, zone: string): ScheduledPhase[] {
  const answers = agenda.phases.findIndex(({ phase }) => ruleOf({ kind: phase }).weekPosts === 'answers')
  const later = agenda.phases.flatMap(({ dueDay, dueTime }, index) =>
    index < answers ? [] : [[index, `${addDays(start, dueDay)}T${dueTime ?? agenda.deadlineTime}`] as const],
  )
  return scheduleAgenda(agenda, start, zone, Object.fromEntries(later)).phases
}

const answersDue = (phases: readonly ScheduledPhase[]): number =>
  phases.find(({ kind }) => ruleOf({ kind }).weekPosts === 'answers')?.due.at ?? 0

function planWeek(scenario: Scenario, agenda: HomeworkAgenda, phases: readonly ScheduledPhase[]): PlannedRoom {
  return planHomework(scenario, {
    agendaKey: agenda.key,
    rounds: [...agenda.plays],
    chairs: chairsOf(scenario, () => CHAIRS),
    observers: [],
    seating: 'place',
    understudies: true,
    seed: drawSeed(),
    lateHours: LATE_HOURS,
    postFirst: false,
    phases: phases.map(({ opens, due, injects }, index) => ({
      opensAt: opens.at,
      dueAt: due.at,
      requires: [...(agenda.phases[index]?.requires ?? [])],
      injects: injects.map(({ key, at }) => ({ key, at })),
    })),
  })
}

/** Not a head's seat, of which more is asked, and in the second delegation. */
function seatToTry(plan: RoomPlan): SeatId {
  const middle = delegationIds(plan)[1]
  const seat = plan.seats.find(({ delegation, head }) => delegation === middle && !head)
  if (!seat) throw new Error('The debate of the demo has no seat for a student.')
  return seat.id
}

const settingsOf = (
  scenario: Scenario,
  phases: readonly ScheduledPhase[],
  timeZone: string,
): NewActivity['settings'] => ({
  rounds: homeworkAgendaOf(scenario, AGENDA).plays.map((tension) => ({ tension, seconds: null })),
  roomCount: 1,
  seatsPerDelegation: CHAIRS,
  seating: 'place',
  practiceSpeed: 1,
  understudies: true,
  door: 'roster',
  lateArrivals: 'until-start',
  observers: [],
  homework: {
    timeZone,
    lateHours: LATE_HOURS,
    postFirst: false,
    phases: phases.map(({ opens, due }) => ({
      opens: { wall: opens.wall, at: opens.at },
      due: { wall: due.wall, at: due.at },
    })),
  },
})

async function studentOfDemo(name: string): Promise<Person> {
  const known = await findAccount(demoStudentEmail)
  if (known) return known
  await database().user.create({ data: { id: randomUUID(), kind: 'account', email: demoStudentEmail, name } })
  return studentOfDemo(name)
}
