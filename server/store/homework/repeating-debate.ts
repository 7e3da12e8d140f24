/** Makes a homework debate again, some weeks later and for the roster of this course or another: what was chosen is copied, the people are not. */
import { opens, type PhaseKind } from '#simulation/agenda/phase-kinds'
import type { Requirement } from '#simulation/agenda/plan'
import type { ActivityGrading } from '#simulation/beside/slices'
import type { TensionKey } from '#simulation/kernel/ids'
import { partsOf } from '#simulation/planning/homework-parts'
import { homeworkAgendaOf } from '#simulation/planning/homework-planning'
import type { Scenario } from '#simulation/scenario/scenario'
import { database } from '../../base/database'
import { type MadeActivity, readScenario } from '../activities/activities'
import { wallOf } from '../activities/deadlines'
import { readRooms } from '../activities/rooms'
import { type CourseRubric, readWrittenRubric } from '../activities/rubrics'
import { readSettings } from '../activities/settings'
import { readRoster } from '../courses/roster'
import { readOpening } from '../seating/briefs'
import { createHomework, roomChoices } from './homework'
import { type DatedPhase, weeksLater } from './shift-dates'

type PublishedPhase = DatedPhase & { kind: PhaseKind; requires: readonly Requirement[] }

export type PublishedDebate = {
  title: string
  scenario: Scenario
  agendaKey: string
  rubric: CourseRubric | null
  rounds: TensionKey[]
  rooms: number
  understudies: boolean
  actAfterHours: number | undefined
  lateHours: number
  grading: ActivityGrading | undefined
  postFirst: boolean
  handInDrafts: boolean
  learning: boolean
  instructions: string
  aiUse: string
  phases: readonly PublishedPhase[]
  /** The day on which its first part opened. */
  firstDay: string
}

/** A debate with the dates with which it was published; deadlines that were moved since do not count. Null for another activity. */
export async function readPublishedDebate(activityId: string): Promise<PublishedDebate | null> {
  const { kind, title, agendaKey, broughtAt } = await database().activity.findUniqueOrThrow({
    where: { id: activityId },
    select: { kind: true, title: true, agendaKey: true, broughtAt: true },
  })
  if (kind !== 'homework' || broughtAt) return null
  const [scenario, settings, rooms, rubric, opening] = await Promise.all([
    readScenario(activityId),
    readSettings(activityId),
    readRooms(activityId),
    readWrittenRubric({ id: activityId, kind }),
    readOpening(activityId),
  ])
  const { homework } = settings
  const [first] = homework?.phases ?? []
  if (!homework || !opening || !first) return null
  const news = opening.chairPlan?.news ?? []
  const phases = opening.plan.phases.flatMap((phase, index): PublishedPhase[] => {
    const dates = homework.phases[index]
    const { opensAt } = phase
    if (!dates || opensAt === null) return []
    const injects = news.flatMap((one) =>
      one.phase === index ? [{ key: one.key, wall: wallOf(opensAt + one.atSeconds * 1000, homework.timeZone) }] : [],
    )
    return [{ kind: phase.kind, opens: dates.opens.wall, due: dates.due.wall, requires: phase.requires, injects }]
  })
  return {
    ...{ title, agendaKey, phases, scenario, rubric, rooms: rooms.length },
    rounds: settings.rounds.map(({ tension }) => tension),
    understudies: settings.understudies,
    actAfterHours: opening.plan.actAfterHours,
    lateHours: homework.lateHours,
    grading: settings.grading,
    postFirst: homework.postFirst,
    handInDrafts: homework.handInDrafts ?? false,
    learning: settings.learning ?? false,
    instructions: homework.instructions ?? '',
    aiUse: homework.aiUse ?? '',
    firstDay: first.opens.wall.slice(0, 10),
  }
}

/** The rooms that a debate gets with this roster: as many as it had, as far as they can be filled. */
export async function roomsAgain({ rooms }: PublishedDebate, courseId: string): Promise<number> {
  const { fewest, most } = roomChoices((await readRoster(courseId)).length)
  return Math.min(most, Math.max(fewest, rooms))
}

/** Publishes it in this course, so many weeks after its own dates, in the course's time zone. The caller has looked at the dates. */
export async function repeatDebate(
  debate: PublishedDebate,
  as: {
    courseId: string
    timeZone: string
    title: string
    by: string
    weeks: number
    nameRoom: (number: number) => string
  },
): Promise<MadeActivity | 'no-roster'> {
  const { scenario, agendaKey, rounds, understudies, lateHours, postFirst, handInDrafts, learning } = debate
  const { instructions, aiUse } = debate
  const cases = debate.phases.some((phase) => opens(phase, 'asksSides'))
  const kept = debate.phases.map(({ kind }) => kind)
  const without = partsOf(homeworkAgendaOf(scenario, agendaKey, cases)).filter((kind) => !kept.includes(kind))
  const { courseId, timeZone, title, by, weeks, nameRoom } = as
  const dates = weeksLater(debate.phases, weeks, timeZone)
  return createHomework({
    ...{
      courseId,
      by,
      title,
      scenario,
      rubric: debate.rubric,
      agendaKey,
      rounds,
      understudies,
      cases,
      without,
      lateHours,
      postFirst,
      handInDrafts,
    },
    ...{ learning, instructions, aiUse, timeZone, nameRoom, actAfterHours: debate.actAfterHours },
    grading: debate.grading,
    roomCount: await roomsAgain(debate, courseId),
    phases: debate.phases.flatMap(({ requires }, index) => {
      const phase = dates[index]
      return phase ? [{ ...phase, requires: [...requires] }] : []
    }),
  })
}
