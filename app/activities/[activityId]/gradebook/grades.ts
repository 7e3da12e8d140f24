// Grades from marks: the newest level for each student and criterion, all criteria weighted alike, and a sum only when every criterion has
// a level.

export type GradedMark = {
  subject: 'position' | 'student'
  participantId: string | null
  criterion: string
  level: number
  comment: string | null
  at: Date
}
export type GradedPerson = {
  id: string
  name: string
  room: string
  delegation: string
  seat: string
  email: string
  studentNumber: string
}
export type Criterion = { key: string; name: string }
export type Grade = GradedPerson & {
  /** In the order of the criteria; null where no level has been given. */
  levels: readonly (number | null)[]
  total: number | null
  feedback: string
}

const HIGHEST = 4

export const pointsPossible = (criteria: readonly Criterion[]): number => criteria.length * HIGHEST

export function gradesOf(
  people: readonly GradedPerson[],
  marks: readonly GradedMark[],
  criteria: readonly Criterion[],
): Grade[] {
  const newest = new Map<string, GradedMark>()
  for (const mark of marks.toSorted((a, b) => a.at.getTime() - b.at.getTime()))
    if (mark.subject === 'student' && mark.participantId) newest.set(`${mark.participantId}|${mark.criterion}`, mark)
  return people.map((person) => {
    const own = criteria.map(({ key }) => newest.get(`${person.id}|${key}`))
    const levels = own.map((mark) => mark?.level ?? null)
    const total = levels.reduce<number | null>((sum, level) => (sum === null || level === null ? null : sum + level), 0)
    const feedback = criteria
      .flatMap(({ name }, index) => (own[index]?.comment ? [`${name}: ${own[index].comment}`] : []))
      .join(' / ')
    return { ...person, levels, total: criteria.length === 0 ? null : total, feedback }
  })
}
