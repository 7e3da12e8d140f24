/**
 * The data of a gradebook, of its files and of the grading place: the participants of an activity with room and seat of record, the marks
 * that count with what stands beside them and how far it is released, and the rubrics.
 */
import { delegationOf } from '#simulation/agenda/parties'
import type { ActivityGrading, ShareBeside } from '#simulation/beside/slices'
import { personId } from '#simulation/kernel/ids'
import type { Rubrics } from '#simulation/reading/log/rubric'
import { type GradeNote, isInGrades, releasedUntil } from '#simulation/reading/marks/grades'
import { type HandedIn, handedIn, type LatePart, latePartsOf } from '#simulation/reading/marks/lateness'
import { type PositionLevel, positionPoints, roundRubrics } from '#simulation/reading/marks/position-points'
import type { Regrade } from '#simulation/reading/marks/regrades'
import type { StoredMark } from '#simulation/wire/marks'
import { database } from '../../base/database'
import type { ActivityRow } from '../access/access'
import { readParticipants } from '../activities/participants'
import { readRooms } from '../activities/rooms'
import { readRubrics } from '../activities/rubrics'
import { readGrading } from '../activities/settings'
import { readShares } from '../beside/sums-beside'
import { readRoster } from '../courses/roster'
import { readSeatsOfRecord } from '../log/room-facts'
import { readPlans } from '../log/room-plans'
import { readRoomState } from '../log/room-reading'
import { type Called, readHiddenNames } from './hidden-names'
import { readActivityMarks, readRelease } from './marks'
import { readRegrades } from './regrade-rows'

export type GradebookRow = {
  id: string
  name: string
  roomId: string | null
  room: string
  /** Its name in the room's plan; empty where the person sat in none. */
  delegation: string
  /** Its id in the plan. */
  side: string | null
  seat: string
  /** Of the roster, as far as it says. */
  family: string
  given: string
  section: string
  email: string
  studentNumber: string
  /** The number that Canvas itself has for them; empty where it is not known. */
  canvasId: string
  note: GradeNote | null
  releasedAt: number | null
  regrades: readonly Regrade[]
  /** How late each part of theirs came; empty where lateness takes nothing off. */
  late: readonly LatePart[]
  /** What stands beside the log and counts in their sum. */
  shares: readonly ShareBeside[]
  /** The points of their delegation's positions, which are in no sum; null where none is judged whole. */
  positions: number | null
  /** The name is a number, and nothing else says who it is. */
  hidden: boolean
}

/** Somebody who was taken out of the debate, and whether their grade stands in it all the same (J23); nobody whose name is hidden. */
export type TakenOut = { id: string; name: string; kept: boolean }

export type Gradebook = {
  people: GradebookRow[]
  takenOut: TakenOut[]
  /** Of students. */
  marks: StoredMark[]
  rubrics: Rubrics
  grading: ActivityGrading
}

/** `called` puts the number of a student whose name is hidden into words. */
export async function readGradebook(
  activity: Pick<ActivityRow, 'id' | 'courseId' | 'kind'>,
  called: Called = String,
): Promise<Gradebook> {
  const [participants, marks, rooms, roster, rubrics, besideMarks, grading, names] = await Promise.all([
    readParticipants(activity.id),
    readActivityMarks(activity.id),
    readRooms(activity.id),
    readRoster(activity.courseId),
    readRubrics(activity.id),
    readBesideMarks(activity.id),
    readGrading(activity),
    readHiddenNames(activity, called),
  ])
  const places = new Map(roster.map((place) => [place.id, place]))
  const tables = new Map(rooms.map(({ id, name }) => [id, name]))
  const [seats, plans] = await Promise.all([readSeatsOfRecord([...tables.keys()]), readPlans([...tables.keys()])])
  const sharesOf = await readShares(activity.id, grading, rubrics)
  const lateOf = grading.late ? await readLateness([...tables.keys()], Date.now()) : () => []
  const positions = positionLevelsIn(marks)
  const pointsOf = (roomId: string | null, side: string | undefined | null) =>
    roomId && side ? positionPoints(roundRubrics(rubrics, roomId), positions(roomId, side)) : null
  // A student may name others in what they ask.
  const withNote = (id: string) => {
    const { regrades, ...more } = besideMarks(id)
    return { ...more, regrades: regrades.map((regrade) => ({ ...regrade, text: names.text(regrade.text) })) }
  }
  const people = participants
    .filter(isInGrades)
    .map(({ id, name, roomId, rosterPlaceId }): GradebookRow => {
      const seat = roomId ? seats.get(roomId)?.get(id) : undefined
      const plan = roomId ? plans.get(roomId) : undefined
      const place = rosterPlaceId ? places.get(rosterPlaceId) : undefined
      // A name that was taken off is told by no part of it either.
      const listed = place && name.startsWith(place.name) ? place : null
      const hidden = names.nameOf(id)
      const beside = {
        ...{ late: roomId ? lateOf(roomId, id) : [], shares: sharesOf(id) },
        ...withNote(id),
      }
      if (hidden !== null) return { ...NAMELESS, id, name: hidden, roomId, ...beside }
      return {
        id,
        name,
        roomId,
        room: (roomId && tables.get(roomId)) ?? '',
        delegation: (plan && seat?.delegation && delegationOf(plan, seat.delegation)?.name) || '',
        side: seat?.delegation ?? null,
        seat: seat?.title ?? '',
        family: listed?.familyName ?? '',
        given: listed?.givenName ?? '',
        section: place?.section ?? '',
        email: place?.email ?? '',
        studentNumber: place?.studentNumber ?? '',
        canvasId: place?.canvasId ?? '',
        positions: pointsOf(roomId, seat?.delegation),
        hidden: false,
        ...beside,
      }
    })
    .toSorted((a, b) => inOrder(a.family || a.name, b.family || b.name) || inOrder(a.name, b.name))
  const takenOut = participants
    .filter(({ removedAt, roomId }) => removedAt !== null && roomId !== null)
    .flatMap(({ id, name, keptInGrades: kept }) => (names.nameOf(id) === null ? [{ id, name, kept }] : []))
  return { people, takenOut, marks: marks.filter(({ subject }) => subject === 'student'), rubrics, grading }
}

/** The levels of each delegation's positions in each room, in the order of the marks. */
function positionLevelsIn(marks: readonly StoredMark[]) {
  const all = new Map<string, PositionLevel[]>()
  for (const { subject, roomId, delegation, ...mark } of marks)
    if (subject === 'position') {
      const key = `${roomId} ${delegation}`
      all.set(key, [...(all.get(key) ?? []), mark])
    }
  return (roomId: string, delegation: string): readonly PositionLevel[] => all.get(`${roomId} ${delegation}`) ?? []
}

/** By family name where the class list says which it is, and else by the whole name. */
const inOrder = (a: string, b: string): number => a.localeCompare(b, undefined, { numeric: true })

/** How late the parts of each person in these rooms came, as of now. */
async function readLateness(rooms: readonly string[], now: number) {
  const states = await readStates(rooms)
  return (room: string, person: string): readonly LatePart[] => {
    const state = states.get(room)
    return state ? latePartsOf(state, personId.parse(person), now) : []
  }
}

const readStates = async (rooms: readonly string[]) =>
  new Map(await Promise.all(rooms.map(async (id) => [id, await readRoomState(id)] as const)))

/** What each of these people handed in of a homework debate, by their ids. */
export async function readHandedIn(
  people: readonly Pick<GradebookRow, 'id' | 'roomId'>[],
): Promise<ReadonlyMap<string, HandedIn>> {
  const now = Date.now()
  const states = await readStates([...new Set(people.flatMap(({ roomId }) => roomId ?? []))])
  return new Map(
    people.flatMap(({ id, roomId }) => {
      const state = states.get(roomId ?? '')
      return state ? [[id, handedIn(state, personId.parse(id), now)] as const] : []
    }),
  )
}

const NAMELESS = {
  ...{ room: '', delegation: '', side: null, seat: '', section: '', family: '', given: '' },
  ...{ email: '', studentNumber: '', canvasId: '', positions: null, hidden: true },
} as const

/** What stands beside each student's marks, until when it is released to them, and what they asked of it. */
async function readBesideMarks(
  activityId: string,
): Promise<(participantId: string) => Pick<GradebookRow, 'note' | 'releasedAt' | 'regrades'>> {
  const participant = { activityId }
  const [everybody, notes, releases, regrades] = await Promise.all([
    readRelease(activityId),
    database().gradeNote.findMany({ where: { participant }, orderBy: [{ at: 'asc' }, { id: 'asc' }] }),
    database().gradeRelease.findMany({ where: { participant, withdrawnAt: null }, orderBy: { at: 'asc' } }),
    readRegrades(participant),
  ])
  const noted = new Map(
    notes.map(({ participantId, comment, tookNoPart, at }) => [
      participantId,
      { comment, tookNoPart, at: at.getTime() },
    ]),
  )
  const released = new Map(releases.map(({ participantId, at }) => [participantId, at]))
  return (id) => ({
    note: noted.get(id) ?? null,
    releasedAt: releasedUntil(everybody?.at ?? null, released.get(id) ?? null),
    regrades: regrades.get(id) ?? [],
  })
}
