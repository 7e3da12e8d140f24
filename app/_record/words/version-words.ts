// The name of a version of a clause in words: "Belmora’s second words", "the chair’s text, no. 1".
import type { Translate } from '#format/translate'
import type { RoomPlan } from '#simulation/agenda/plan'
import type { DelegationId } from '#simulation/kernel/ids'
import { sponsorOf } from '#simulation/questions/text'
import type { VersionId } from '#simulation/shapes/text'
import { delegationIn } from '#ui/words/delegations.ts'

type Plan = Pick<RoomPlan, 'delegations'>

export const nthWords = (record: Translate<'record'>, plan: Plan, of: DelegationId | 'chair', nth: number): string =>
  of === 'chair'
    ? record('versionOf.chair', { nth })
    : record('versionOf.side', { capital: delegationIn(plan, of)?.capital ?? of, nth })

export function versionWords(record: Translate<'record'>, plan: Plan, version: VersionId): string {
  const { by, no } = sponsorOf(version)
  return nthWords(record, plan, by, no)
}
