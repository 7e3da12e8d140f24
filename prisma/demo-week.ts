// Seeds the demo's homework debates: one that is over, whose posts the class has reviewed; and a week that eleven students have posted in up
// to now, its fifth day, with one seat in it for whoever tries the demo as a student.
import { randomUUID } from 'node:crypto'
import { database } from '#server/base/database'
import type { NewActivity } from '#server/store/activities/activities'
import { addDays, dayOf, type ScheduledPhase, scheduleAgenda } from '#server/store/activities/deadlines'
import { drawSeed } from '#server/store/activities/seeds'
import { releaseMarks } from '#server/store/marks/marks'
import { demoStudentEmail } from '#server/store/people/demo-person'
import { findAccount, type Person } from '#server/store/people/users'
import { ruleOf } from '#simulation/agenda/phase-kinds'
import { seatId, type TensionKey } from '#simulation/kernel/ids'
import { homeworkAgendaOf, planHomework } from '#simulation/planning/homework-planning'
import { chairsOf, type PlannedRoom } from '#simulation/planning/planning'
import { gradingOf } from '#simulation/reading/marks/grades'
import type { HomeworkAgenda, Scenario } from '#simulation/scenario/scenario'
import { insertPlayed } from './demo-played'
import { demoWords } from './demo-words'

const AGENDA = 'homework-week'
const LATE_HOURS = 48
/** How many days ago the debate that is over began: long enough that it and its reviews are closed. */
const BEGAN_DAYS_AGO = 18
/** What each debate plays: the class has words on these tensions (demo-words.ts). */
const PLAYED = ['reassurance', 'cptpp', 'guardrails'] as const
const IN_ITS_WEEK = ['framing', 'deterrence', 'interdependence', 'guardrails'] as const
/** The free seat: no head's, of which more is asked, and in a delegation of the middle. */
const TO_TRY = seatId.parse('jp.finance')
const PEER = { each: 2, days: 2, weight: 0 } as const

type Own = Pick<NewActivity, 'courseId' | 'by' | 'scenario' | 'nameRoom'> & { timeZone: string; title: string }

/** Adds the debate that is over, unless the demo has it, and releases its grades. */
export async function debatePlayed(own: Own, now: number): Promise<void> {
  const known = await newestOf(own)
  if (known) return releaseMarks(known.id, own.by)
  const { scenario, timeZone } = own
  const agenda = homeworkAgendaOf(scenario, AGENDA)
  const phases = scheduleAgenda(agenda, addDays(dayOf(now, timeZone), -BEGAN_DAYS_AGO), timeZone).phases
  const words = [demoWords('homework-1'), demoWords('homework-2')]
  const settings = {
    ...settingsOf({ phases, rounds: PLAYED, chairs: 3, roomCount: words.length, timeZone }),
    grading: { ...gradingOf('homework', undefined), peer: PEER },
  }
  const tables = words.map((said, index) => ({
    ...{ words: said, planned: planWeek(scenario, { agenda, phases, rounds: PLAYED, chairs: 3, seed: index + 1 }) },
  }))
  const startsAt = phases[0]?.opens.at ?? now
  const asked = { ...own, agendaKey: AGENDA, settings }
  await releaseMarks(await insertPlayed('homework', { asked, tables, startsAt, until: now }), own.by)
}

/** Adds a debate in its fifth day, unless the demo has one whose answers can still be posted in time. */
export async function debateInItsWeek(own: Own & { student: string }, now: number): Promise<void> {
  const { scenario, timeZone } = own
  const agenda = homeworkAgendaOf(scenario, AGENDA)
  const newest = await newestOf(own)
  if (newest && now < answersDue(calendarFrom(agenda, dayOf(newest.createdAt.getTime(), timeZone), timeZone))) return
  const phases = calendarFrom(agenda, addDays(dayOf(now, timeZone), -4), timeZone)
  const { id: userId, name } = await studentOfDemo(own.student)
  const chosen = { agenda, phases, rounds: IN_ITS_WEEK, chairs: 4, seed: drawSeed() }
  await insertPlayed('homework', {
    asked: { ...own, agendaKey: AGENDA, settings: settingsOf({ ...chosen, roomCount: 1, timeZone }) },
    tables: [{ words: demoWords('week'), planned: planWeek(scenario, chosen) }],
    startsAt: phases[0]?.opens.at ?? now,
    until: now,
    visitor: { userId, name, seat: TO_TRY },
  })
}

const newestOf = ({ courseId, title }: Pick<Own, 'courseId' | 'title'>) =>
  database().activity.findFirst({
    where: { courseId, demo: true, title },
    orderBy: { createdAt: 'desc' },
    select: { id: true, createdAt: true },
  })

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

type Chosen = Readonly<{ phases: readonly ScheduledPhase[]; rounds: readonly TensionKey[]; chairs: number }>

function planWeek(
  scenario: Scenario,
  { agenda, phases, rounds, chairs, seed }: Chosen & { agenda: HomeworkAgenda; seed: number },
): PlannedRoom {
  return planHomework(scenario, {
    agendaKey: agenda.key,
    rounds: [...rounds],
    chairs: chairsOf(scenario, () => chairs),
    observers: [],
    seating: 'place',
    understudies: true,
    seed,
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

const settingsOf = ({
  phases,
  rounds,
  chairs,
  roomCount,
  timeZone,
}: Chosen & { roomCount: number; timeZone: string }): NewActivity['settings'] => ({
  rounds: rounds.map((tension) => ({ tension, seconds: null })),
  roomCount,
  seatsPerDelegation: chairs,
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
