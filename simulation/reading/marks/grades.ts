// A student's grade in an activity: levels, sum, how far it has come, and whom a release reaches. The page, the files and the student's own
// page ask here.

import { criteriaFor, type Rubric, type Rubrics, rubricOf, sumOfLevels, withShare } from '../log/rubric'
import { type AfterLate, afterLate, type LatePart, type LatePolicy } from './lateness'
import { isAnswerSeen, type Regrade } from './regrades'

/** Whether a level needs an entry that shows it: it may have one, it must have one or say that none does, or none is named at all. */
export const EVIDENCE_POLICIES = ['asked', 'required', 'off'] as const
export type EvidencePolicy = (typeof EVIDENCE_POLICIES)[number]
/** What the sum of somebody who took no part is. */
export const NO_PART_POLICIES = ['zero', 'none', 'excused'] as const

/** How an activity is graded. */
export type Grading = Readonly<{
  evidence: EvidencePolicy
  noPart: (typeof NO_PART_POLICIES)[number]
  /** For how many days after their release a student may ask for a regrade; 0 where nobody may. */
  regradeDays: number
  /** What lateness takes off in a homework debate; absent where nothing. */
  late?: LatePolicy | undefined
  /** Whether a student is a number to whoever grades, until their grade is released; in homework alone. */
  hideNames: boolean
}>

/** In a seminar a level is given at the desk beside the entries, so there evidence is required until somebody says otherwise. */
export const gradingOf = <Chosen extends Grading>(
  kind: 'seminar' | 'homework',
  chosen: Chosen | undefined,
): Chosen | Grading =>
  chosen ?? { evidence: kind === 'homework' ? 'asked' : 'required', noPart: 'zero', regradeDays: 0, hideNames: false }

/** A level that counts, and when it was given. */
export type GivenLevel = Readonly<{ criterion: string; level: number; at: number }>
/** What stands beside the levels; the newest counts. */
export type GradeNote = Readonly<{ comment: string | null; tookNoPart: boolean; at: number }>

export type StudentGrade = Readonly<{
  /** The one that counts for their levels. */
  rubric: Rubric
  /** In the order of its criteria; null where none is given. */
  levels: readonly (number | null)[]
  /** Null until every criterion has a level, and for who took no part where that is no grade. */
  sum: number | null
  tookNoPart: boolean
  /** They took no part, and are excused for it: no grade, and Canvas is told so. */
  excused: boolean
  /** Whether nothing is left to give. */
  complete: boolean
  state: 'none' | 'begun' | 'draft' | 'released'
  /** It was released before and has changed since. */
  again: boolean
}>

type Graded = Readonly<{
  id: string
  rubrics: Rubrics
  marks: readonly GivenLevel[]
  note: GradeNote | null
  /** Until when what is given is released; null while nothing is. */
  releasedAt: number | null
  regrades?: readonly Regrade[]
}>

/** J23: whether somebody stands in sums and files. */
export const isInGrades = ({ removedAt, keptInGrades }: { removedAt: Date | null; keptInGrades: boolean }): boolean =>
  removedAt === null || keptInGrades

export function gradeOf(
  { id, rubrics, marks, note, releasedAt, regrades = [] }: Graded,
  { noPart }: Pick<Grading, 'noPart'>,
): StudentGrade {
  const rubric = rubricOf(rubrics, id)
  const by = (one: Rubric) =>
    criteriaFor(one, 'student').map(({ key }) => marks.findLast(({ criterion }) => criterion === key) ?? null)
  const sumBy = (one: Rubric) =>
    sumOfLevels(
      one,
      by(one).map((mark) => mark?.level ?? null),
    )
  const counted = by(rubric)
  const levels = counted.map((mark) => mark?.level ?? null)
  const tookNoPart = note?.tookNoPart ?? false
  const sum = sumBy(rubric)
  const complete = tookNoPart || sum !== null
  const changedAt = Math.max(note?.at ?? 0, ...counted.map((mark) => mark?.at ?? 0))
  // An answer that waits for a release is a change, its level released before it too (J6).
  const waits = regrades.some((regrade) => regrade.answer && !isAnswerSeen(regrade, releasedAt))
  // And another sum by another rubric (J11).
  const isRecalculated = releasedAt !== null && !tookNoPart && sumBy(rubricOf(rubrics, id, releasedAt)) !== sum
  const released = releasedAt !== null && changedAt <= releasedAt && !waits && !isRecalculated
  const begun = note?.comment || levels.some((level) => level !== null)
  return {
    ...{ rubric, levels, tookNoPart, complete, excused: tookNoPart && noPart === 'excused' },
    sum: tookNoPart ? { zero: 0, none: null, excused: null }[noPart] : sum,
    state: released ? 'released' : complete ? 'draft' : begun ? 'begun' : 'none',
    again: releasedAt !== null && !released,
  }
}

/** What an activity takes off for lateness, where it takes nothing. */
const NOTHING_OFF: LatePolicy = { percent: 0, floor: 100, days: 0 }

/** What stands beside the log and counts in a sum: its points, null while there are none, and what percentage of the sum they are. */
export type Share = Readonly<{ points: number | null; weight: number }>

type BesideLevels = Readonly<{ late: readonly LatePart[]; shares: readonly Share[] }>

/**
 * What a student is given in the end: the sum of the levels, with what counts beside them (`counted`, J17), after lateness (H24).
 */
export function totalOf(
  { sum, tookNoPart }: Pick<StudentGrade, 'sum' | 'tookNoPart'>,
  { late, shares }: BesideLevels,
  grading: Pick<Grading, 'late'>,
): AfterLate & Readonly<{ counted: number | null }> {
  const counted = tookNoPart ? sum : shares.reduce((whole, { points, weight }) => withShare(whole, points, weight), sum)
  return { counted, ...afterLate(counted, late, grading.late ?? NOTHING_OFF) }
}

/** The level of a criterion by its key; null where none is given, or the grade's rubric does not have it. */
export const levelOf = (
  { rubric, levels }: Pick<StudentGrade, 'rubric' | 'levels'>,
  criterion: string,
): number | null => levels[criteriaFor(rubric, 'student').findIndex(({ key }) => key === criterion)] ?? null

/**
 * Until when a student sees what was given: to the moment of their own release. What was released for a whole activity at once is seen as it
 * stands, changes too.
 */
export const releasedUntil = (everybody: Date | null, own: Date | null): number | null =>
  everybody ? Number.POSITIVE_INFINITY : (own?.getTime() ?? null)

/** Whose grades are released by one press. */
export type ReleaseScope =
  | Readonly<{ kind: 'person'; id: string }>
  | Readonly<{ kind: 'room'; id: string }>
  | Readonly<{ kind: 'complete' }>
  | Readonly<{ kind: 'all' }>

type Person = Readonly<{ id: string; roomId: string | null; grade: StudentGrade }>
/** Whom a release reaches: of a room and of all that is complete nobody with a level missing, and nobody twice. */
export function releasing<P extends Person>(people: readonly P[], scope: ReleaseScope) {
  const meant = people.filter(
    ({ id, roomId }) =>
      scope.kind === 'all' ||
      scope.kind === 'complete' ||
      (scope.kind === 'room' ? roomId === scope.id : id === scope.id),
  )
  const whoever = scope.kind === 'all' || scope.kind === 'person'
  const reaches = meant.filter(({ grade }) => grade.state !== 'released' && (whoever || grade.complete))
  return {
    /** Who sees their grade, or its change, by it. */
    reaches,
    /** Who of those asked for has levels still to be given. */
    incomplete: meant.filter(({ grade }) => !grade.complete),
    /** How many of those reached saw an earlier grade, so that a reason is asked for. */
    again: reaches.filter(({ grade }) => grade.again).length,
  }
}

type Counted = Pick<StudentGrade, 'complete' | 'state' | 'tookNoPart'>

/** How far the grades of some students are. */
export function gradeCounts(grades: readonly Counted[]) {
  const count = (is: (grade: Counted) => boolean) => grades.filter(is).length
  return {
    all: grades.length,
    complete: count(({ complete }) => complete),
    released: count(({ state }) => state === 'released'),
    noPart: count(({ tookNoPart }) => tookNoPart),
    begun: count(({ state }) => state === 'begun'),
  }
}

/** How far a class is graded: somebody is still to be, all are complete, or all that can be is released. */
export function gradedSoFar(grades: readonly Counted[]): 'no' | 'complete' | 'released' {
  const { all, complete, released, noPart } = gradeCounts(grades)
  if (all === 0) return 'no'
  if (released > 0 && released === all) return 'released'
  return complete === all || complete + noPart === all ? 'complete' : 'no'
}

/** The first student after this one, and from the beginning again, with a level still to give; null where there is none. */
export function nextUngraded<P extends Pick<Person, 'id' | 'grade'>>(
  people: readonly P[],
  after: string | null,
): P | null {
  const at = people.findIndex(({ id }) => id === after)
  return (
    [...people.slice(at + 1), ...people.slice(0, at + 1)].find(({ grade, id }) => id !== after && !grade.complete) ??
    null
  )
}
