// What peer reviews say together (rules J16, J17): the median of each criterion, and what these medians are of a student's sum.
import { middleHalf } from '../../kernel/middle-half'
import { type Criterion, criteriaFor, type Rubric, sumOfLevels, topOf, weightOf } from '../../reading/log/rubric'
import type { Example, ReviewedPost } from './peer-reviews'

/** By criterion. */
export type ReviewLevels = Readonly<Record<string, number>>

/** The criteria by which posts can be judged: those of students that judge a position too; all of theirs where none does. */
export function reviewedCriteria(rubric: Rubric): readonly Criterion[] {
  const all = criteriaFor(rubric, 'student')
  const inRole = all.filter(({ subjects }) => subjects.includes('position'))
  return inRole.length > 0 ? inRole : all
}

/** Whether there is a level of the rubric for each of its criteria, and for nothing else. */
export function isWholeReview(rubric: Rubric, levels: ReviewLevels): boolean {
  const keys = reviewedCriteria(rubric).map(({ key }) => key)
  const given = Object.entries(levels)
  return given.length === keys.length && given.every(([key, level]) => keys.includes(key) && level <= topOf(rubric))
}

/** What of these levels is of the criteria asked for and on their scale: others were chosen by a rubric that has changed since. */
export const levelsAskedFor = (
  { scale, criteria }: Pick<Rubric, 'scale'> & { readonly criteria: readonly Pick<Criterion, 'key'>[] },
  levels: ReviewLevels,
): ReviewLevels =>
  Object.fromEntries(
    criteria.flatMap(({ key }) => {
      const level = levels[key]
      return level !== undefined && level <= topOf({ scale }) ? [[key, level]] : []
    }),
  )

/** Of an even number the mean of the two in the middle; null of none. */
export const medianOf = (levels: readonly number[]): number | null => middleHalf(levels)?.median ?? null

export type ReviewMedian = Readonly<{ criterion: Criterion; median: number | null }>

export const mediansOf = (rubric: Rubric, reviews: readonly ReviewLevels[]): readonly ReviewMedian[] =>
  reviewedCriteria(rubric).map((criterion) => ({
    criterion,
    median: medianOf(reviews.flatMap((levels) => levels[criterion.key] ?? [])),
  }))

/** The points of these medians, as the sum counts levels (J10); null while one is missing, and where their criteria weigh nothing. */
export function peerPoints(rubric: Rubric, medians: readonly ReviewMedian[]): number | null {
  const reviewed = { ...rubric, criteria: reviewedCriteria(rubric) }
  if (weightOf(reviewed) === 0) return null
  return sumOfLevels(
    reviewed,
    medians.map(({ median }) => median),
  )
}

/** A sample position with the levels that a student gave it; null while they have given none (J13). */
export type OwnExample = Readonly<{ place: number; example: Example; given: ReviewLevels | null }>

/** A review that a student was given to write, as they read it (J14). */
export type OwnReview = Readonly<{
  id: string
  /** The number of whoever wrote the posts, in words. */
  called: string
  posts: readonly ReviewedPost[]
  rubric: Rubric
  sent: Readonly<{ levels: ReviewLevels; comment: string }> | null
  hidden: string | null
  /** Of all reviews of the same student, once they are closed. */
  medians: readonly ReviewMedian[] | null
}>

/** What others say of a student's posts (J15). */
export type SaidOfPosts = Readonly<{ rubric: Rubric; medians: readonly ReviewMedian[]; comments: readonly string[] }>
