// The lines of a gradebook and of its files: each student with the levels, the sum and how far the grade is, as reading/grades says, and all
// comments as one text.

import type { ShareBeside } from '#simulation/beside/slices'
import { criteriaFor, type Rubrics } from '#simulation/reading/log/rubric'
import { type GradeNote, type Grading, gradeOf, type StudentGrade, totalOf } from '#simulation/reading/marks/grades'
import type { AfterLate, LatePart } from '#simulation/reading/marks/lateness'

export type GradedMark = {
  participantId: string | null
  criterion: string
  level: number
  comment: string | null
  at: Date
}
export type GradedPerson = {
  id: string
  name: string
  /** Empty where the class list does not say which part of the name it is. */
  family: string
  given: string
  room: string
  delegation: string
  seat: string
  section: string
  email: string
  studentNumber: string
  canvasId: string
  note: GradeNote | null
  releasedAt: number | null
  late: readonly LatePart[]
  shares: readonly ShareBeside[]
  /** The points of their delegation's positions, which are in no sum. */
  positions: number | null
}
/** `sum` is that of the levels; `total` is what it becomes with what counts beside the levels (J17) and after lateness (H24), and goes into every file. */
export type Grade = Omit<GradedPerson, 'late'> & StudentGrade & AfterLate & { feedback: string }

export function gradesOf(
  people: readonly GradedPerson[],
  marks: readonly GradedMark[],
  rubrics: Rubrics,
  grading: Grading,
): Grade[] {
  const oldestFirst = marks.toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const own = new Map(people.map(({ id }) => [id, [] as GradedMark[]]))
  for (const mark of oldestFirst) own.get(mark.participantId ?? '')?.push(mark)
  return people.map((person) => {
    const given = own.get(person.id) ?? []
    const levels = given.map(({ criterion, level, at }) => ({ criterion, level, at: at.getTime() }))
    const grade = gradeOf({ ...person, rubrics, marks: levels }, grading)
    const comments = criteriaFor(grade.rubric, 'student').flatMap(({ key, name }) => {
      const comment = given.findLast(({ criterion }) => criterion === key)?.comment
      return comment ? [`${name}: ${comment}`] : []
    })
    return {
      ...person,
      ...grade,
      ...totalOf(grade, person, grading),
      feedback: [person.note?.comment, ...comments].filter((words) => words).join(' / '),
    }
  })
}

/** The slices beside the log that count in these grades, in their order; the same for everybody in an activity. */
export const sharesAmong = (grades: readonly Grade[]): readonly ShareBeside['of'][] => [
  ...new Set(grades.flatMap(({ shares }) => shares.map(({ of }) => of))),
]

/** The points of a slice; null while there are none. */
export const pointsOf = ({ shares }: Pick<Grade, 'shares'>, of: ShareBeside['of']): number | null =>
  shares.find((share) => share.of === of)?.points ?? null
