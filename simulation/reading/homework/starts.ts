// What an entry of the record can start in a clause: the words that somebody said or wrote, or the version to which two sides moved by an
// accepted offer (rule Q24).
import { GAP } from '../../kernel/gaps'
import { LIMITS } from '../../kernel/limits'
import { isClosed } from '../../questions/motions'
import { isInitialled, versionIn } from '../../questions/text'
import type { ClauseText, VersionId } from '../../shapes/text'
import { isPublicNumber } from '../../state/numbered-entries'
import { clauseIn, opensNow, type RoomState } from '../../state/room-state'
import { tokensOf } from '../log/differences'
import type { Paragraph } from '../log/transcript'

/** Words that a new version of a clause may begin from; `from` is the version that they are, if they are one. */
export type Start = Readonly<{ clause: ClauseText; words: string; from: VersionId | null; cites: string }>

/** Q24: what an entry can start, clause by clause; nothing while the text is not negotiated, and nothing from private entries (R11). */
export function startsFrom(state: RoomState, paragraph: Paragraph): readonly Start[] {
  if (!opensNow(state, 'text') || !isPublicNumber(paragraph.no)) return []
  return startsIn(state, paragraph).filter(({ clause }) => !isInitialled(clause) && !isClosed(state, clause.key))
}

function startsIn(state: RoomState, paragraph: Paragraph): readonly Start[] {
  const cites = paragraph.no
  if (paragraph.kind === 'statement') {
    if (paragraph.withdrawnBy !== null || paragraph.text.includes(GAP)) return []
    const words = asFarAsItFits(paragraph.text)
    return state.clauses.map((clause) => ({ clause, words, from: null, cites }))
  }
  const event = state.record.at(Number(cites) - 1)?.event
  if (event?.type !== 'StandsTraded') return []
  return event.moves.flatMap(({ clause: key, version: id }): Start[] => {
    const clause = clauseIn(state, key)
    const version = clause ? versionIn(clause, id) : null
    return clause && version && !version.words.includes(GAP) ? [{ clause, words: version.words, from: id, cites }] : []
  })
}

/** A statement may be longer than a clause: its first words, whole ones. */
function asFarAsItFits(text: string): string {
  let words = ''
  for (const token of tokensOf(text.trim())) {
    if (words.length + token.length > LIMITS.clause) break
    words += token
  }
  return words.trimEnd()
}
