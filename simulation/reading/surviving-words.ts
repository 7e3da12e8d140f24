// Whose words survived in what was agreed: by delegation and by origin (rule Q13), and the finding that heads the table.

import type { DelegationId } from '../kernel/ids'
import { type ReadClause, withReasons } from '../questions/ballots'
import { versionIn } from '../questions/text'
import type { ClauseText, Version } from '../shapes/text/slice'
import type { RoomState } from '../state/room-state'
import { type WordsOf, wordsBySide } from './authorship'

export type Agreed = Readonly<{ clause: Pick<ClauseText, 'versions'>; version: Version }>

/** The versions that were agreed; none before the fourth edition. */
export const agreedVersions = (clauses: readonly ReadClause[]): readonly Agreed[] =>
  clauses.flatMap(({ outcome, version: id, versions = [] }) => {
    const version = outcome === 'passed' && id !== undefined ? versionIn({ versions }, id) : null
    return version ? [{ clause: { versions }, version }] : []
  })

/** `nobody`: people wrote none of the words. `most`: the sides, and the chair as null, who wrote most of what people wrote; several where they wrote as much. */
export type SurvivingFinding =
  | { kind: 'nobody'; all: number }
  | { kind: 'most'; by: readonly (DelegationId | null)[]; written: number; all: number }

export type SurvivingWords = Readonly<{ agreed: readonly Agreed[]; words: WordsOf; finding: SurvivingFinding }>

/** Null where nothing was agreed, or nothing is issued yet. */
export function survivingWords(state: RoomState): SurvivingWords | null {
  const agreed = agreedVersions(withReasons(state, state.issued?.clauses ?? []))
  if (agreed.length === 0) return null
  const words = wordsBySide(state.plan, agreed)
  return { agreed, words, finding: findingOf(words) }
}

function findingOf({ sides, chair, written, all }: WordsOf): SurvivingFinding {
  if (written === 0) return { kind: 'nobody', all }
  const counts: readonly (readonly [DelegationId | null, number])[] = [
    ...sides.map(({ side, people }) => [side, people] as const),
    [null, chair],
  ]
  const most = Math.max(...counts.map(([, count]) => count))
  return { kind: 'most', by: counts.flatMap(([by, count]) => (count === most ? [by] : [])), written, all }
}
