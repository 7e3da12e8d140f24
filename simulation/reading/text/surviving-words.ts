// Whose words survived in what was agreed: by delegation and by origin (rule Q13), and the finding that heads the table.

import type { DelegationId } from '../../kernel/ids'
import { type ReadClause, withReasons } from '../../questions/ballots'
import { versionIn } from '../../questions/text'
import type { ClauseText, Version } from '../../shapes/text'
import type { RoomState } from '../../state/room-state'
import { type Extreme, extremeOf } from '../record/proofs'
import { type WordsOf, wordsBySide } from './authorship'

export type Agreed = Readonly<{ clause: Pick<ClauseText, 'versions'>; version: Version }>

/** The versions that were agreed; none before the fourth edition. */
export const agreedVersions = (clauses: readonly ReadClause[]): readonly Agreed[] =>
  clauses.flatMap(({ outcome, version: id, versions = [] }) => {
    const version = outcome === 'passed' && id !== undefined ? versionIn({ versions }, id) : null
    return version ? [{ clause: { versions }, version }] : []
  })

/** `nobody`: people wrote none of the words. `most`: the sides, and the chair as null, who wrote more of it than any other. */
export type SurvivingFinding =
  | { kind: 'nobody'; all: number }
  | { kind: 'most'; most: Extreme<DelegationId | null>; written: number; all: number }

/** Null where nothing was agreed, or nothing is issued yet. */
export function survivingWords(state: RoomState) {
  const agreed = agreedVersions(withReasons(state, state.issued?.clauses ?? []))
  if (agreed.length === 0) return null
  const words = wordsBySide(state.plan, agreed)
  return { agreed, words, finding: findingOf(words) }
}
export type SurvivingWords = NonNullable<ReturnType<typeof survivingWords>>

function findingOf({ sides, chair, written, all }: WordsOf): SurvivingFinding {
  const counts = sides.map(({ side, people }): [DelegationId | null, number] => [side, people])
  const most = extremeOf([...counts, [null, chair]], 'most')
  return written === 0 || !most ? { kind: 'nobody', all } : { kind: 'most', most, written, all }
}
