/**
 * The grading place of an activity: who reaches it, with which students, and its acts: a note beside a student's levels, releases, and how
 * the activity is graded. Staff reach all of it, a grader the rooms that are named for them, nobody else anything.
 */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { typedText } from '#server/base/text-schema'
import type { SettingsFault } from '#simulation/beside/slices'
import { personId } from '#simulation/kernel/ids'
import { LIMITS } from '#simulation/kernel/limits'
import { takenText } from '#simulation/kernel/typed-words'
import {
  type GradeNote,
  gradeOf,
  type ReleaseScope,
  releasing,
  type StudentGrade,
} from '#simulation/reading/marks/grades'
import { isAnswerSeen } from '#simulation/reading/marks/regrades'
import { studentWork } from '#simulation/reading/text/student-work'
import type { StoredMark } from '#simulation/wire/marks'
import { audit } from '../../base/audit'
import { database } from '../../base/database'
import { type ActivityRow, accessRoom, may, type Requester, type RoomRow } from '../access/access'
import { isRowId, rowId } from '../access/row-id'
import { GradingChange } from '../activities/activity-settings'
import { readDisplayNames, readRooms } from '../activities/rooms'
import { keepGrading } from '../activities/settings'
import { readSettingsFault } from '../beside/sums-beside'
import { readRoomState } from '../log/room-reading'
import { type Gradebook, type GradebookRow, readGradebook } from './gradebook'
import { type Called, readHiddenNames } from './hidden-names'
import { IN_GRADES, mailRelease } from './marks'

export type PersonToGrade = GradebookRow & { grade: StudentGrade }
export type GradingPlace = Omit<Gradebook, 'people'> & {
  activity: ActivityRow
  rooms: readonly RoomRow[]
  people: readonly PersonToGrade[]
  /** Whether the reader may release, change how it is graded, and see the gradebook. */
  runs: boolean
}

type Reached = { activity: ActivityRow; rooms: RoomRow[]; runs: boolean }

/** Whether a student who is in this room, or in none, is graded by whoever reaches these rooms. */
const isGradedIn = ({ rooms, runs }: Reached, roomId: string | null): boolean =>
  roomId === null ? runs : rooms.some(({ id }) => id === roomId)

/** The rooms of an activity that this user may mark in; null where there is none, or it is no activity of theirs. */
export async function accessGrading(user: Requester, activityId: string): Promise<Reached | null> {
  if (!isRowId(activityId)) return null
  const all = await readRooms(activityId)
  const reached = (await Promise.all(all.map(({ id }) => accessRoom(user, id)))).filter((one) => may(one?.as, 'mark'))
  const [first] = reached
  if (!first || first.activity.broughtAt) return null
  return {
    activity: first.activity,
    rooms: reached.flatMap((one) => one?.room ?? []),
    runs: may(first.as, 'release-marks'),
  }
}

export async function readGradingPlace(
  user: Requester,
  activityId: string,
  called?: Called,
): Promise<GradingPlace | null> {
  const found = await accessGrading(user, activityId)
  if (!found) return null
  const book = await readGradebook(found.activity, called)
  const people = gradedPeople(book).filter(({ roomId }) => isGradedIn(found, roomId))
  const theirs = new Set(people.map(({ id }) => id))
  const marks = book.marks.filter(({ participantId }) => theirs.has(participantId ?? ''))
  const begun = Object.fromEntries(Object.entries(book.rubrics.begun).filter(([key]) => theirs.has(key)))
  return { ...found, ...book, people, marks, rubrics: { ...book.rubrics, begun } }
}

/** The people of a gradebook with their grades. */
function gradedPeople({ people, marks, rubrics, grading }: Gradebook): PersonToGrade[] {
  const byPerson = new Map(people.map(({ id }) => [id, [] as StoredMark[]]))
  for (const mark of marks) byPerson.get(mark.participantId ?? '')?.push(mark)
  return people.map((person) => {
    const own = byPerson.get(person.id) ?? []
    const given = own.map(({ criterion, level, at }) => ({ criterion, level, at: at.getTime() }))
    return { ...person, grade: gradeOf({ ...person, rubrics, marks: given }, grading) }
  })
}

/** The room in which a student is graded; null where this user may not. */
export async function accessGradedStudent(
  user: Requester,
  activityId: string,
  participantId: string,
): Promise<{ activity: ActivityRow; room: RoomRow | null; participantId: string; runs: boolean } | null> {
  const found = isRowId(participantId) ? await accessGrading(user, activityId) : null
  const person = found
    ? await database().participant.findFirst({
        where: { id: participantId, activityId, ...IN_GRADES },
        select: { roomId: true },
      })
    : null
  if (!found || !person) return null
  const room = found.rooms.find(({ id }) => id === person.roomId) ?? null
  const { activity, runs } = found
  return isGradedIn(found, person.roomId) ? { activity, room, participantId, runs } : null
}

/** What a student did, as whoever grades reads it (J5, J7); null where this user may not. `work` is null where they have no room. */
export async function readStudentToGrade(user: Requester, activityId: string, participantId: string, called: Called) {
  const found = await accessGradedStudent(user, activityId, participantId)
  if (!found) return null
  const { activity, room } = found
  const [state, names, displayNames, hidden] = await Promise.all([
    room ? readRoomState(room.id) : null,
    database().participant.findUniqueOrThrow({ where: { id: participantId }, select: { name: true } }),
    room ? readDisplayNames(room.id) : {},
    readHiddenNames(activity, called),
  ])
  const shown = state && hidden.room(state)
  return {
    ...{ activity, participantId, name: hidden.nameOf(participantId) ?? names.name },
    displayNames: hidden.roll(displayNames),
    work: shown && {
      plan: shown.plan,
      did: hidden.work(studentWork(shown, personId.parse(participantId), Date.now())),
    },
  }
}

const NewNote = z.strictObject({
  activityId: rowId,
  participantId: rowId,
  comment: typedText(LIMITS.comment).overwrite(takenText).trim().nullable(),
  tookNoPart: z.boolean(),
})

/** Keeps what stands beside a student's levels; null where this user may not. */
export async function giveGradeNote(user: Requester, input: unknown): Promise<GradeNote | null> {
  const parsed = NewNote.safeParse(input).data
  const found = parsed && (await accessGradedStudent(user, parsed.activityId, parsed.participantId))
  if (!parsed || !found) return null
  const { participantId, comment, tookNoPart } = parsed
  const data = { id: randomUUID(), participantId, comment: comment || null, tookNoPart, byUserId: user.id }
  const { at } = await database().gradeNote.create({ data, select: { at: true } })
  return { comment: data.comment, tookNoPart, at: at.getTime() }
}

const Release = z.strictObject({
  activityId: rowId,
  scope: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('person'), id: rowId }),
    z.strictObject({ kind: z.literal('room'), id: rowId }),
    z.strictObject({ kind: z.literal('complete') }),
    z.strictObject({ kind: z.literal('all') }),
  ]),
  reason: typedText(LIMITS.reason).overwrite(takenText).trim().nullable(),
})
export type ReleaseAnswer =
  | { ok: true; act: string; at: number; people: readonly string[] }
  | { ok: false; fault: 'not-found' | 'no-reason' | 'nobody' }

/** Releases grades as they stand. A reason is needed where somebody saw an earlier one. */
export async function releaseGrades(user: Requester, input: unknown): Promise<ReleaseAnswer> {
  const parsed = Release.safeParse(input).data
  const place = parsed && (await readGradingPlace(user, parsed.activityId))
  if (!parsed || !place?.runs) return { ok: false, fault: 'not-found' }
  const scope: ReleaseScope = parsed.scope
  const { reaches, again } = releasing(place.people, scope)
  if (reaches.length === 0) return { ok: false, fault: 'nobody' }
  if (again > 0 && !parsed.reason) return { ok: false, fault: 'no-reason' }
  const shared = { act: randomUUID(), at: new Date(), byUserId: user.id }
  const people = reaches.map(({ id }) => id)
  const answered = reaches.flatMap(({ id, releasedAt, regrades }) =>
    regrades.some((regrade) => regrade.answer && !isAnswerSeen(regrade, releasedAt)) ? id : [],
  )
  await database().$transaction(async (on) => {
    await on.gradeRelease.createMany({
      data: reaches.map(({ id, grade }) => ({
        ...{ id: randomUUID(), participantId: id, ...shared },
        reason: grade.again ? parsed.reason || null : null,
      })),
    })
    // Whoever has turned off the mail of an answer is told of the release.
    const off = { rosterPlace: { mailOff: { has: 'regradeAnswered' } } }
    const told = { id: { in: answered }, NOT: off }
    await mailRelease(on, shared.act, { id: { in: people }, NOT: told })
    await mailRelease(on, shared.act, told, 'regradeAnswered')
  })
  return { ok: true, act: shared.act, at: shared.at.getTime(), people }
}

/** Takes back what one press released: those students see what they saw before it. False where this user may not. */
export async function withdrawGrades(user: Requester, input: unknown): Promise<boolean> {
  const parsed = z.strictObject({ activityId: rowId, act: rowId }).safeParse(input).data
  const found = parsed && (await accessGrading(user, parsed.activityId))
  if (!parsed || !found?.runs) return false
  await database().gradeRelease.updateMany({
    where: { act: parsed.act, withdrawnAt: null, participant: { activityId: parsed.activityId } },
    data: { withdrawnAt: new Date() },
  })
  return true
}

/** Lets the grade of somebody who was taken out count, or not; false where this user may not. */
export async function keepInGrades(user: Requester, input: unknown): Promise<boolean> {
  const asked = z.strictObject({ activityId: rowId, participantId: rowId, kept: z.boolean() }).safeParse(input).data
  const found = asked && (await accessGrading(user, asked.activityId))
  if (!asked || !found?.runs) return false
  const of = { id: asked.participantId, activityId: asked.activityId }
  const { count } = await database().participant.updateMany({
    where: { ...of, removedAt: { not: null } },
    data: { keptInGrades: asked.kept },
  })
  // Whoever is let in again, or never was out, is in the grades by that.
  if (count === 0) return (await database().participant.count({ where: of })) > 0
  audit({
    what: asked.kept ? 'grade-kept' : 'grade-left-out',
    ...{ by: user.id, to: asked.participantId, in: asked.activityId },
  })
  return true
}

export type GradingFault = SettingsFault | 'not-found'

/** Keeps what is changed of how an activity is graded; null where it is kept. */
export async function changeGrading(user: Requester, input: unknown): Promise<GradingFault | null> {
  const parsed = z.strictObject({ activityId: rowId, grading: GradingChange }).safeParse(input).data
  const found = parsed && (await accessGrading(user, parsed.activityId))
  if (!parsed || !found?.runs) return 'not-found'
  const fault = await readSettingsFault(found.activity, parsed.grading)
  if (fault) return fault
  const { hideNames } = await keepGrading(found.activity, parsed.grading)
  if (hideNames !== (parsed.grading.hideNames ?? hideNames))
    audit({ what: hideNames ? 'names-shown' : 'names-hidden', by: user.id, in: parsed.activityId })
  return null
}
