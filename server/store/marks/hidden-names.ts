/**
 * The one place that hides who a student is from whoever grades (rule J7): in lists and files, in a room's offices and names, and in what
 * was written. A name is hidden until its student's grade is released.
 */
import { randomInt } from 'node:crypto'
import { inWork, namesTakenOut, withoutOffices } from '#simulation/reading/text/nameless'
import type { StudentWork } from '#simulation/reading/text/student-work'
import type { RoomState } from '#simulation/state/room-state'
import type { DisplayNames } from '#simulation/wire/protocol'
import { database } from '../../base/database'
import type { ActivityRow } from '../access/access'
import { holdActivity } from '../activities/participants'
import { readGrading } from '../activities/settings'
import { readRelease } from './marks'

/** The words for the number of a student whose name is hidden. */
export type Called = (number: number) => string

export type HiddenNames = {
  /** Null where the name is not hidden. */
  nameOf: (participantId: string) => string | null
  roll: (names: DisplayNames) => DisplayNames
  room: (state: RoomState) => RoomState
  text: (text: string) => string
  work: (work: StudentWork) => StudentWork
}

export async function readHiddenNames(
  activity: Pick<ActivityRow, 'id' | 'kind'>,
  called: Called,
): Promise<HiddenNames> {
  const hides = activity.kind === 'homework' && (await readGrading(activity)).hideNames
  const people =
    hides && !(await readRelease(activity.id))
      ? (await readNumbered(activity.id)).filter(({ isReleased }) => !isReleased)
      : []
  const names = new Map(people.map(({ id, number }) => [id, called(number)]))
  const text = withoutNamesOf(people, called)
  return {
    nameOf: (id) => names.get(id) ?? null,
    roll: (roll) => ({ ...roll, ...Object.fromEntries([...names].filter(([id]) => id in roll)) }),
    room: (state) => (names.size > 0 ? withoutOffices(state, names) : state),
    text,
    work: (work) => (names.size > 0 ? inWork(work, text) : work),
  }
}

/** Takes the traces of these people out of a text, their numbers in their place. */
export function withoutNamesOf(people: readonly Numbered[], called: Called): (text: string) => string {
  const traced = people.flatMap(({ number, traces }) => traces.map((trace) => [trace, called(number)] as const))
  return traced.length > 0 ? namesTakenOut(traced) : (words) => words
}

export type Numbered = {
  id: string
  number: number
  /** Their names, addresses and student number, and the parts of their name that nobody else has. */
  traces: readonly string[]
  /** Their own grade is released to them. */
  isReleased: boolean
}

/** Everybody of an activity with the number that stands for their name; it is drawn where they have none. */
export async function readNumbered(activityId: string): Promise<Numbered[]> {
  const read = () =>
    database().participant.findMany({
      where: { activityId },
      select: {
        ...{ id: true, name: true, gradedAs: true, user: { select: { email: true } } },
        rosterPlace: { select: { name: true, familyName: true, givenName: true, email: true, studentNumber: true } },
        gradeReleases: { where: { withdrawnAt: null }, take: 1, select: { id: true } },
      },
    })
  let rows = await read()
  if (rows.some(({ gradedAs }) => gradedAs === null)) {
    await drawNumbers(activityId)
    rows = await read()
  }
  const counts = new Map<string, number>()
  for (const part of rows.flatMap(({ rosterPlace }) => partsOf(rosterPlace)))
    counts.set(part, (counts.get(part) ?? 0) + 1)
  return rows.flatMap(({ id, name, gradedAs, user, rosterPlace: place, gradeReleases }) => {
    const parts = partsOf(place).filter((part) => counts.get(part) === 1)
    const traces = [name, user.email, place?.name, ...parts, place?.email, place?.studentNumber]
    const unique = [...new Set(traces.flatMap((trace) => trace || []))]
    return gradedAs === null ? [] : [{ id, number: gradedAs, traces: unique, isReleased: gradeReleases.length > 0 }]
  })
}

type Parts = { familyName: string | null; givenName: string | null }

/** The parts of a name as the class list has them, in scripts with capitals and of three letters or more: others are words as often as names. */
const partsOf = (place: Parts | null): readonly string[] =>
  [...new Set([place?.familyName, place?.givenName])].flatMap((part) => (part && /^\p{Lu}../u.test(part) ? part : []))

/** Gives each participant without a number one of those that are free, by lot. */
async function drawNumbers(activityId: string): Promise<void> {
  await database().$transaction(async (on) => {
    await holdActivity(on, activityId)
    const rows = await on.participant.findMany({ where: { activityId }, select: { id: true, gradedAs: true } })
    const taken = new Set(rows.map(({ gradedAs }) => gradedAs))
    const free = rows.map((_, index) => index + 1).filter((number) => !taken.has(number))
    for (const { id } of rows.filter(({ gradedAs }) => gradedAs === null)) {
      const [gradedAs] = free.splice(randomInt(free.length), 1)
      await on.participant.update({ where: { id }, data: { gradedAs: gradedAs ?? null } })
    }
  })
}
