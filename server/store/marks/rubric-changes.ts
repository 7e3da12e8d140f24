/**
 * Changes of an activity's rubric (rules J9, J11): what its editor is given, whom a change would reach, and the change itself. Whoever
 * releases its marks may make them.
 */
import { z } from 'zod'
import {
  type MadeOfSum,
  newestRubric,
  REACHES,
  type Reach,
  type Recalculated,
  type Rubric,
  type Rubrics,
  reachFault,
  recalculated,
} from '#simulation/reading/log/rubric'
import { EVIDENCE_POLICIES, type EvidencePolicy } from '#simulation/reading/marks/grades'
import { type Database, database } from '../../base/database'
import type { ActivityRow, Requester } from '../access/access'
import { rowId } from '../access/row-id'
import { holdActivity, readParticipants } from '../activities/participants'
import {
  addRubric,
  keepCourseRubric,
  RubricWords,
  readCourseRubric,
  readRubrics,
  readVersionRows,
} from '../activities/rubrics'
import { keepGrading, readGrading } from '../activities/settings'
import { hasLevelsBeside, readMadeOfSum } from '../beside/sums-beside'
import { accessGrading } from './grading-place'
import { type Called, type HiddenNames, readHiddenNames } from './hidden-names'
import { readActivityHistory, readRelease } from './marks'

/** Somebody whose sum another rubric changes; `null` where a level is missing. */
export type ChangedSum = { id: string; name: string; before: number | null; after: number | null }

export type RubricPage = {
  activity: ActivityRow
  rubric: Rubric
  evidence: EvidencePolicy
  /** How many versions there are, so that nobody writes over one that they have not seen. */
  versions: number
  /** Whether the course keeps a rubric for its next debates. */
  kept: boolean
  /** Whether everybody's marks are released at once, so that students see each change (J3). */
  releasedToAll: boolean
  /** Newest first. */
  history: readonly { at: number; by: string | null; forAll: boolean; changed: readonly ChangedSum[] }[]
}

export async function readRubricPage(user: Requester, activityId: string, called: Called): Promise<RubricPage | null> {
  const found = await accessGrading(user, activityId)
  if (!found?.runs) return null
  const { activity } = found
  const [rubrics, rows, grading, kept, release, sums] = await Promise.all([
    readRubrics(activityId),
    readVersionRows(activityId),
    readGrading(activity),
    readCourseRubric(database(), activity.courseId),
    readRelease(activityId),
    readChangedSums(activity, await readHiddenNames(activity, called), await readMadeOfSum(activity)),
  ])
  const writers = await database().user.findMany({
    where: { id: { in: rows.map(({ byUserId }) => byUserId) } },
    select: { id: true, name: true },
  })
  const history = rows.map(({ at, forAll, byUserId }, index) => ({
    ...{ at: at.getTime(), forAll, by: writers.find(({ id }) => id === byUserId)?.name ?? null },
    changed: sums.of(rubrics, index + 1),
  }))
  return {
    ...{ activity, rubric: newestRubric(rubrics), versions: rubrics.versions.length, kept: kept !== null },
    ...{ evidence: grading.evidence, releasedToAll: release !== null, history: history.toReversed() },
  }
}

/** Whose sums, with what stands beside the log makes of them, a version changes, by the names that staff may read; and whether any level was given. */
async function readChangedSums(activity: ActivityRow, hidden: HiddenNames, made: MadeOfSum, on: Database = database()) {
  const [history, people, hasMore] = await Promise.all([
    readActivityHistory(activity.id, on),
    readParticipants(activity.id, on),
    hasLevelsBeside(activity.id, on),
  ])
  const levels = history.map((mark) => ({ ...mark, at: mark.at.getTime() }))
  const names = new Map(people.map(({ id, name }) => [id, hidden.nameOf(id) ?? name]))
  const named = ({ id, before, after }: Recalculated) => {
    const name = names.get(id)
    return name === undefined ? [] : [{ id, name, before, after }]
  }
  return {
    given: history.length > 0 || hasMore,
    of: (rubrics: Rubrics, place: number): readonly ChangedSum[] =>
      recalculated(rubrics, place, levels, made).flatMap(named),
  }
}

const Change = z.strictObject({
  activityId: rowId,
  rubric: RubricWords,
  /** Null where it stays. */
  evidence: z.enum(EVIDENCE_POLICIES).nullable(),
  /** How many versions whoever changes it has read. */
  versions: z.int().min(1),
  /** Whom it reaches, once levels were given; null while nobody has been asked. */
  reach: z.enum(REACHES).nullable(),
  /** What the next debates of the course begin with: as now, with this rubric, or with their scenario's. */
  course: z.enum(['same', 'this', 'scenario']),
})

export type RubricAnswer =
  | { ok: true }
  | { ok: false; fault: 'not-found' | 'changed' | 'levels' | 'points' }
  /** Levels were given: it must be said whom the change reaches. `bars` says why it cannot reach so far. */
  | { ok: false; fault: 'reach'; changed: readonly ChangedSum[]; bars: Record<Reach, 'levels' | 'points' | null> }

/** Keeps another rubric of an activity. */
export async function changeRubric(user: Requester, input: unknown, called: Called): Promise<RubricAnswer> {
  const parsed = Change.safeParse(input).data
  const found = parsed && (await accessGrading(user, parsed.activityId))
  if (!parsed || !found?.runs) return { ok: false, fault: 'not-found' }
  const { activityId, rubric, evidence, reach, course } = parsed
  const { activity } = found
  const [hidden, made] = await Promise.all([readHiddenNames(activity, called), readMadeOfSum(activity)])
  return database().$transaction(async (on): Promise<RubricAnswer> => {
    await holdActivity(on, activityId)
    const rubrics = await readRubrics(activityId, on)
    // What is the newest already is saved: the answer to an earlier press may have been lost.
    if (JSON.stringify(RubricWords.safeParse(newestRubric(rubrics)).data) !== JSON.stringify(rubric)) {
      if (rubrics.versions.length !== parsed.versions) return { ok: false, fault: 'changed' }
      const sums = await readChangedSums(activity, hidden, made, on)
      const bars = { all: reachFault(rubrics, rubric, 'all'), new: reachFault(rubrics, rubric, 'new') }
      if (sums.given && reach === null) {
        const versions = [...rubrics.versions, { at: Date.now(), forAll: true, rubric }]
        return { ok: false, fault: 'reach', changed: sums.of({ ...rubrics, versions }, versions.length - 1), bars }
      }
      const bar = sums.given && reach !== null ? bars[reach] : null
      if (bar) return { ok: false, fault: bar }
      await addRubric(on, { activityId, rubric, forAll: !sums.given || reach === 'all', by: user.id })
    }
    if (evidence !== null) await keepGrading(activity, { evidence }, on)
    if (course !== 'same') {
      const kept = course === 'this' ? { rubric, evidence: (await readGrading(activity, on)).evidence } : null
      await keepCourseRubric(on, activity.courseId, kept)
    }
    return { ok: true }
  })
}
