/** What stands beside the log and counts in marks: gradebook, rubrics and the grading place ask here, and name no feature. */
import type { ShareBeside } from '#simulation/beside/slices'
import type { MadeOfSum } from '#simulation/reading/log/rubric'
import type { Database } from '../../base/database'
import type { StoredBeside } from './kind/stored-beside'
import { storedSlices } from './slices'

type Read<Part extends keyof StoredBeside> =
  NonNullable<StoredBeside[Part]> extends (...asked: infer Asked) => unknown ? Asked : never

/** What each student's sum is made of beside their levels, by the rubric as it was known at `until`. */
export async function readShares(...asked: Read<'readShare'>): Promise<(participantId: string) => ShareBeside[]> {
  const shares = await Promise.all(storedSlices().map(({ readShare }) => readShare?.(...asked) ?? null))
  return (id) => shares.flatMap((of) => of?.(id) ?? [])
}

/** What becomes of a sum of levels. To be read before the activity is held. */
export async function readMadeOfSum(...asked: Read<'readMadeOfSum'>): Promise<MadeOfSum> {
  const made = await Promise.all(storedSlices().flatMap(({ readMadeOfSum: read }) => read?.(...asked) ?? []))
  return (whose, sum) => made.reduce((whole, make) => make(whose, whole), sum)
}

/** Whether somebody was given levels that are no marks. */
export const hasLevelsBeside = async (activityId: string, on: Database): Promise<boolean> =>
  (await Promise.all(storedSlices().flatMap(({ hasLevels }) => hasLevels?.(activityId, on) ?? []))).includes(true)

/** Why how an activity is graded cannot become this; null where it can. */
export async function readSettingsFault(...asked: Read<'readFault'>) {
  const faults = await Promise.all(storedSlices().map(({ readFault }) => readFault?.(...asked) ?? null))
  return faults.find((fault) => fault !== null) ?? null
}
