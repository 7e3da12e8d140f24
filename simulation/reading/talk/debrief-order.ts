// In which order the debrief shows its figures: three beside the questions, at most five after them, and all others folded. A figure for
// which too little was filed is named in one line instead, where it was asked for at all.

import type { RoomState } from '../../state/room-state'
import { injectEffects, mostCited, movesKnown, usesOf } from '../positions/debrief'
import { answersFinding, linesFinding } from '../positions/findings'
import { type StanceSpread, stanceFinding } from '../positions/stance-spread'
import { planes } from '../positions/worth'
import { bracketsOverTime } from '../text/brackets-over-time'
import { hasReadings, readingsFinding } from '../text/clause-readings'
import { outcomeOf } from '../text/issued-text'
import { survivingWords } from '../text/surviving-words'
import { talkFinding } from './talk'

/** The figures that may stand open, the one that a class talks about first before the others. */
export const DEBRIEF_FIGURES = [
  'lines',
  'answers',
  'talk',
  'brackets',
  'words',
  'outcome',
  'stances',
  'sources',
] as const
export type DebriefFigure = (typeof DEBRIEF_FIGURES)[number]

/** What else a debrief may rest on; it is never open, and is named where too little was filed for it. */
export const DEBRIEF_PAPERS = ['moves', 'readings', 'worth', 'objectives', 'news'] as const
export type DebriefPaper = (typeof DEBRIEF_PAPERS)[number]

/** `absent`: this room was never asked for it. */
type Filed = 'known' | 'little' | 'absent'

const known = (isKnown: boolean): Filed => (isKnown ? 'known' : 'little')

function standsOf(
  state: RoomState,
  spreads: readonly StanceSpread[],
  sources: readonly string[],
): Record<DebriefFigure | DebriefPaper, Filed> {
  const hasText = state.plan.communique.clauses.length > 0
  const chips = planes(state)
  return {
    lines: known(linesFinding(state).kind !== 'unknown'),
    answers: known(answersFinding(state).kind !== 'none'),
    talk: known(talkFinding(state).kind !== 'nobody'),
    brackets: hasText ? known(bracketsOverTime(state) !== null) : 'absent',
    words: hasText ? known(survivingWords(state) !== null) : 'absent',
    outcome: hasText ? known(outcomeOf(state) !== null) : 'absent',
    stances: known(stanceFinding(spreads).kind !== 'unknown'),
    sources: known(mostCited(usesOf(state, sources)) !== null),
    moves: known(movesKnown(state).kind === 'compared'),
    readings: hasReadings(state.plan) ? known(readingsFinding(state).kind !== 'none') : 'absent',
    worth: chips.length === 0 ? 'absent' : known(chips.some(({ kind }) => kind === 'drawn')),
    objectives: state.plan.objectives === true ? known(state.claims.length > 0) : 'absent',
    news: injectEffects(state).length > 0 ? 'known' : 'absent',
  }
}

export type DebriefOrder = Readonly<{
  /** Beside the questions, at most three. */
  first: readonly DebriefFigure[]
  /** After them, at most five. */
  next: readonly DebriefFigure[]
  /** For what too little was filed. */
  little: readonly (DebriefFigure | DebriefPaper)[]
}>

const BESIDE = 3
const AFTER = 5

/** The order of the open part, as this reader may see the room. `sources` are their paragraphs, by id. */
export function debriefOrder(
  state: RoomState,
  spreads: readonly StanceSpread[],
  sources: readonly string[],
): DebriefOrder {
  const stands = standsOf(state, spreads, sources)
  const open = DEBRIEF_FIGURES.filter((figure) => stands[figure] === 'known')
  return {
    first: open.slice(0, BESIDE),
    next: open.slice(BESIDE, BESIDE + AFTER),
    little: [...DEBRIEF_FIGURES, ...DEBRIEF_PAPERS].filter((one) => stands[one] === 'little'),
  }
}
